package org.polydesk.application.ticket.in;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.UserId;

/** Resolves tickets. */
public interface ResolveTicketUseCase {

  /**
   * How a ticket was resolved.
   *
   * @param details what was done
   * @param by who did it
   * @param at when it was written down; now when empty
   */
  record ResolveTicketCommand(TicketRef ticket, Body details, UserId by, Optional<Instant> at) {
    public ResolveTicketCommand {
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(details, "details");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * Resolves a ticket and offers its requester to close it. A ticket that is resolved or closed
   * already stays as it is. The text of an earlier round is replaced; the history keeps it.
   *
   * @return whether anything happened
   * @throws DeskException {@code NOT_ALLOWED} without the right to resolve; {@code NOT_FOUND};
   *     {@code INVALID_FIELD} on {@code resolvedBy} for nobody the desk knows, and on {@code
   *     submittedAt} for an instant before the ticket's creation or after now
   */
  boolean resolve(ResolveTicketCommand command, Caller caller);
}
