package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.TicketFiles.Judged;
import org.polydesk.application.ticket.in.CloseTicketUseCase;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.Closure;
import org.polydesk.domain.ticket.StatusType;

/** Closes tickets by a word of the desk. */
@Singleton
public final class CloseTicketService implements CloseTicketUseCase {
  private final TicketTurns turns;
  private final TicketPeople people;

  @Inject
  public CloseTicketService(TicketTurns turns, TicketPeople people) {
    this.turns = turns;
    this.people = people;
  }

  @Override
  public Closing close(CloseTicketCommand command, Caller caller) {
    caller.mustBeAbleTo(Right.CLOSE);
    return turns.run(
        command.ticket(),
        caller,
        turn ->
            turn.status().type() == StatusType.CLOSED
                ? new Closing(false, List.of())
                : close(command, turn));
  }

  private Closing close(CloseTicketCommand command, TicketTurn turn) {
    check(command, turn);
    turn.by(command.closedBy());
    Judged judged = turn.judge(command.files(), command.unfitFiles());
    Entry entry =
        turn.say(
            draft ->
                draft
                    .as(EntryKind.CLOSURE, Side.STAFF)
                    .onBehalfOf(command.closedBy())
                    .saying(Optional.empty(), command.comments()));
    turn.attach(judged, entry);
    Instant closedAt = command.closedAt().orElse(turn.now());
    Closure closure = new Closure(command.code(), Optional.of(command.closedBy()));
    turn.move(
        ticket ->
            ticket.close(
                turn.row(turn.settings().statuses().closedId()), closure, closedAt, turn.now()),
        false,
        closedAt);
    if (command.acknowledged()) {
      Closings.acknowledge(turn, entry);
    }
    return new Closing(true, judged.skipped());
  }

  private void check(CloseTicketCommand command, TicketTurn turn) {
    Violations found = new Violations();
    people
        .named(turn.caller(), Stream.of(command.closedBy()))
        .checkRepresented("closedBy", command.closedBy(), found);
    found.addIf(
        command.closedAt().filter(at -> !turn.isInLifetime(at)).isPresent(),
        Violation.refused(
            "closedAt", "The closing date must be between the creation of the ticket and now."));
    found.orThrow();
  }
}
