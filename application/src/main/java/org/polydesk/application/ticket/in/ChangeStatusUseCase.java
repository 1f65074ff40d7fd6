package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.ClosureCode;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.UserId;

/** Takes tickets to where their lives lead: open, started, resolved, closed, reopened. */
public interface ChangeStatusUseCase {

  /** Where a ticket is to go. */
  enum Goal {
    /** Nobody has begun to work on it. */
    OPEN,
    /** Somebody works on it. */
    STARTED,
    RESOLVED,
    CLOSED,
    /** A done ticket is taken up again. */
    REOPENED
  }

  /**
   * What is to happen.
   *
   * @param code how it ended, for RESOLVED and CLOSED
   * @param comment what is said about it
   * @param speaker who does it, when it is not the caller himself
   * @param waitingFiles public keys of files that the caller sent before, for the comment
   * @param allowedFrom from which statuses the caller's door goes there; others are refused
   * @param quiet whether nobody is told
   */
  record ChangeStatusCommand(
      TicketRef ticket,
      Goal goal,
      Optional<ClosureCode> code,
      Optional<Body> comment,
      Optional<UserId> speaker,
      List<UUID> waitingFiles,
      Predicate<StatusRow> allowedFrom,
      boolean quiet) {
    public ChangeStatusCommand {
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(goal, "goal");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(comment, "comment");
      Objects.requireNonNull(speaker, "speaker");
      Objects.requireNonNull(allowedFrom, "allowedFrom");
      waitingFiles = List.copyOf(waitingFiles);
    }

    /** To this goal, from wherever the desk allows it, without a word. */
    public static ChangeStatusCommand to(Goal goal, TicketRef ticket) {
      return new ChangeStatusCommand(
          ticket,
          goal,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          from -> true,
          false);
    }
  }

  /**
   * Takes a ticket there. One that is there already (closed for CLOSED; resolved for RESOLVED; not
   * done for REOPENED; open for STARTED, the open row and the reopened one excepted) stays as it is
   * and nothing is written, whatever came with the command.
   *
   * <p>CLOSED needs the right to close, or to close one's own ticket, or one's company's; RESOLVED
   * to resolve; REOPENED to update, or to reopen one's own; STARTED to update. A client's word with
   * it stands on the client's side; reopening needs no word. The resolution is replaced when the
   * desk's side says something with RESOLVED or CLOSED.
   *
   * @throws DeskException {@code NOT_FOUND}; {@code NOT_ALLOWED}; {@code ILLEGAL_TRANSITION} when
   *     the lifecycle or the door forbids it, the ticket is locked, or it is to be closed and has
   *     open tasks at a desk that wants them done first; {@code INVALID_FIELD} on {@code speaker}
   */
  Ticket change(ChangeStatusCommand command, Caller caller);
}
