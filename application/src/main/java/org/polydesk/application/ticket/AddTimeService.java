package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.AddTimeUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.in.UpdateTicketCommand;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.Ticket;

/** Adds time to tickets, one transaction each. */
@Singleton
public final class AddTimeService implements AddTimeUseCase {
  private static final Duration MOST = Duration.ofSeconds(Integer.MAX_VALUE);

  private final UpdateTicketService updateTicket;

  @Inject
  public AddTimeService(UpdateTicketService updateTicket) {
    this.updateTicket = updateTicket;
  }

  @Override
  public Ticket add(TicketRef ticket, Duration spent, Optional<Integer> statusId, Caller caller) {
    caller.mustBeAbleTo(Right.UPDATE);
    return updateTicket.update(
        UpdateTicketCommand.of(ticket).statusId(statusId).build(),
        caller,
        turn -> add(turn, spent));
  }

  private static void add(TicketTurn turn, Duration spent) {
    Duration inAll = turn.ticket().handling().timeSpent().plus(spent);
    if (inAll.isNegative() || inAll.compareTo(MOST) > 0) {
      throw DeskException.invalid(Violation.outOfRange("timeSpent", spent.toSeconds() + ""));
    }
    if (!spent.isZero()) {
      turn.change(t -> t.with(t.handling().spent(inAll), turn.now()));
    }
  }
}
