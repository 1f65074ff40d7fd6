package org.polydesk.application.ticket.in;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.ClosureCode;
import org.polydesk.domain.user.UserId;

/** Closes tickets. */
public interface CloseTicketUseCase {

  /**
   * How a ticket is to be closed.
   *
   * @param closedBy who closes it
   * @param acknowledged whether the requester agreed; then he and the Cc list are told, else nobody
   * @param comments what is said about it; an empty text for nothing
   * @param closedAt when it was closed; now when empty
   */
  record CloseTicketCommand(
      TicketRef ticket,
      UserId closedBy,
      boolean acknowledged,
      Body comments,
      Optional<ClosureCode> code,
      Optional<Instant> closedAt,
      List<NewAttachment> files,
      UnfitFiles unfitFiles) {
    public CloseTicketCommand {
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(closedBy, "closedBy");
      Objects.requireNonNull(comments, "comments");
      files = List.copyOf(files);
    }
  }

  /**
   * What became of it.
   *
   * @param closed false when the ticket was closed already, and nothing happened
   * @param skippedFiles names of files that the desk does not take
   */
  record Closing(boolean closed, List<String> skippedFiles) {}

  /**
   * Closes a ticket, whether it was resolved or not.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to close; {@code NOT_FOUND}; {@code
   *     INVALID_FIELD} on {@code closedBy} for nobody the desk knows, on {@code closedAt} for an
   *     instant before the ticket's creation or after now; {@code ILLEGAL_TRANSITION} while it has
   *     open tasks at a desk that wants them done first
   */
  Closing close(CloseTicketCommand command, Caller caller);
}
