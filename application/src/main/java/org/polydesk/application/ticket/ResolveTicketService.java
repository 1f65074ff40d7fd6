package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.ticket.in.ResolveTicketUseCase;
import org.polydesk.application.ticket.out.Resolutions;
import org.polydesk.application.ticket.out.Resolutions.Resolution;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.People;

/** Resolves tickets by a word of the desk. */
@Singleton
public final class ResolveTicketService implements ResolveTicketUseCase {
  private final TicketTurns turns;
  private final TicketPeople people;
  private final Resolutions resolutions;

  @Inject
  public ResolveTicketService(TicketTurns turns, TicketPeople people, Resolutions resolutions) {
    this.turns = turns;
    this.people = people;
    this.resolutions = resolutions;
  }

  @Override
  public boolean resolve(ResolveTicketCommand command, Caller caller) {
    caller.mustBeAbleTo(Right.RESOLVE);
    return turns.run(
        command.ticket(),
        caller,
        turn -> {
          if (turn.status().type().isDone()) {
            return false;
          }
          Violations found = new Violations();
          people
              .named(caller, Stream.of(command.by()))
              .checkRepresented("resolvedBy", command.by(), found);
          found.addIf(
              command.at().filter(at -> !turn.isInLifetime(at)).isPresent(),
              Violation.refused(
                  "submittedAt",
                  "The submit date must be between the creation of the ticket and now."));
          found.orThrow();
          resolve(command, turn);
          return true;
        });
  }

  private void resolve(ResolveTicketCommand command, TicketTurn turn) {
    turn.by(command.by());
    write(command, turn);
    Entry entry =
        turn.say(
            draft ->
                draft
                    .as(EntryKind.RESOLUTION, Side.STAFF)
                    .onBehalfOf(command.by())
                    .saying(Optional.empty(), command.details()));
    turn.move(
        ticket -> ticket.resolve(turn.row(turn.settings().statuses().resolvedId()), turn.now()),
        false,
        turn.now());
    if (turn.settings().notifications().onResolve()) {
      People told = turn.ticket().people();
      turn.send(
          Channel.MAIL,
          Event.RESOLVED,
          Optional.of(entry),
          Optional.of(told.requester()),
          told.cc());
    }
  }

  private void write(ResolveTicketCommand command, TicketTurn turn) {
    Optional<Resolution> earlier = resolutions.find(turn.ticket().id());
    resolutions.save(
        turn.ticket().desk(),
        turn.ticket().id(),
        new Resolution(
            earlier.map(Resolution::round).orElse(0) + 1,
            command.details().text(),
            command.by(),
            command.at().orElse(turn.now()),
            turn.ticket().lifecycle().reopenCount()));
    turn.remember(
        "resolved",
        "resolution",
        earlier.map(Resolution::details),
        Optional.of(command.details().text()));
  }
}
