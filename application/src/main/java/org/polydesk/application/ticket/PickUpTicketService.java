package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.PickUpTicketUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Gives a ticket to the technician who asks for it. */
@Singleton
public final class PickUpTicketService implements PickUpTicketUseCase {
  private final TicketTurns turns;

  @Inject
  public PickUpTicketService(TicketTurns turns) {
    this.turns = turns;
  }

  @Override
  public void pickUp(TicketRef ref, Caller caller) {
    caller.mustBeAbleTo(Right.PICK_UP);
    UserId technician =
        caller
            .user()
            .filter(User::isAssignable)
            .map(User::id)
            .orElseThrow(() -> DeskException.notAllowed("Permission denied."));
    turns.run(
        ref,
        caller,
        turn -> {
          take(turn, technician);
          return null;
        });
  }

  private static void take(TicketTurn turn, UserId technician) {
    Optional<UserId> former = turn.ticket().people().technician();
    if (former.filter(technician::equals).isPresent()) {
      return;
    }
    if (turn.ticket().lifecycle().locked()) {
      throw DeskException.badRequest("The ticket is locked.");
    }
    turn.change(ticket -> ticket.assign(Optional.of(technician), turn.now()));
    Assignments.tell(turn, former, true);
  }
}
