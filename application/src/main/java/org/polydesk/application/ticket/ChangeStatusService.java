package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.ticket.in.ChangeStatusUseCase;
import org.polydesk.application.ticket.out.Resolutions;
import org.polydesk.application.ticket.out.Resolutions.Resolution;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Closure;
import org.polydesk.domain.ticket.ClosureCode;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.UserId;

/** Takes tickets through their lives. */
@Singleton
public final class ChangeStatusService implements ChangeStatusUseCase {
  private final TicketTurns turns;
  private final TicketTalk talk;
  private final Speakers speakers;
  private final Resolutions resolutions;

  @Inject
  public ChangeStatusService(
      TicketTurns turns, TicketTalk talk, Speakers speakers, Resolutions resolutions) {
    this.turns = turns;
    this.talk = talk;
    this.speakers = speakers;
    this.resolutions = resolutions;
  }

  @Override
  public Ticket change(ChangeStatusCommand command, Caller caller) {
    if (command.speaker().filter(user -> !caller.is(user)).isPresent()) {
      caller.mustBeAbleTo(Right.ACT_FOR_OTHERS);
    }
    return turns.run(
        command.ticket(),
        caller,
        turn -> {
          checkRight(command.goal(), turn);
          if (!isThere(command.goal(), turn)) {
            StatusRow target = target(command.goal(), turn);
            if (!command.allowedFrom().test(turn.status())) {
              throw DeskException.illegalTransition(turn.status().name(), target.name());
            }
            go(command, turn, target);
          }
          turn.settle();
          return turn.savedTicket();
        });
  }

  private static void checkRight(Goal goal, TicketTurn turn) {
    Caller caller = turn.caller();
    boolean allowed =
        switch (goal) {
          case OPEN, STARTED -> caller.may(Right.UPDATE);
          case RESOLVED -> caller.may(Right.RESOLVE);
          case CLOSED ->
              caller.may(Right.CLOSE)
                  || (caller.may(Right.CLOSE_OWN) && turn.isRequester())
                  || (caller.may(Right.CLOSE_COMPANY) && turn.isOfHisCompany());
          case REOPENED ->
              caller.may(Right.UPDATE) || (caller.may(Right.REOPEN_OWN) && turn.isRequester());
        };
    if (!allowed) {
      throw DeskException.notAllowed("Permission denied.");
    }
  }

  private static boolean isThere(Goal goal, TicketTurn turn) {
    StatusType type = turn.status().type();
    var statuses = turn.settings().statuses();
    int row = turn.status().id();
    return switch (goal) {
      case OPEN ->
          type == StatusType.OPEN && row != statuses.inProgressId() && row != statuses.reopenedId();
      case STARTED -> row == statuses.inProgressId();
      case RESOLVED -> type == StatusType.RESOLVED;
      case CLOSED -> type == StatusType.CLOSED;
      case REOPENED -> !type.isDone();
    };
  }

  private static StatusRow target(Goal goal, TicketTurn turn) {
    var statuses = turn.settings().statuses();
    return turn.row(
        switch (goal) {
          case OPEN -> statuses.openId();
          case STARTED -> statuses.inProgressId();
          case RESOLVED -> statuses.resolvedId();
          case CLOSED -> statuses.closedId();
          case REOPENED -> statuses.reopenedId();
        });
  }

  private void go(ChangeStatusCommand command, TicketTurn turn, StatusRow target) {
    Optional<UserId> speaker = speakers.of(command.speaker(), turn);
    speaker.ifPresent(turn::by);
    Side side = speakers.sideOf(speaker, turn);
    switch (command.goal()) {
      case OPEN, STARTED -> {
        turn.move(ticket -> ticket.moveTo(target, turn.now()), false, turn.now());
        word(command, turn, EntryKind.REPLY, side, speaker);
      }
      case RESOLVED -> {
        Closure how = new Closure(command.code(), speaker);
        turn.move(
            ticket -> ticket.resolve(target, command.code().map(code -> how), turn.now()),
            false,
            turn.now());
        Entry entry = ending(command, turn, EntryKind.RESOLUTION, side, speaker);
        tellResolved(command, turn, entry);
      }
      case CLOSED -> {
        Closure how = new Closure(command.code().or(() -> codeOfResolved(turn)), speaker);
        turn.move(ticket -> ticket.close(target, how, turn.now(), turn.now()), false, turn.now());
        Entry entry = ending(command, turn, EntryKind.CLOSURE, side, speaker);
        if (!command.quiet()) {
          Closings.tell(turn, Optional.of(entry));
        }
      }
      case REOPENED -> reopen(command, turn, target, side, speaker);
    }
  }

  /** How a ticket that is resolved already ended, which closing it does not change. */
  private static Optional<ClosureCode> codeOfResolved(TicketTurn turn) {
    return turn.ticket()
        .lifecycle()
        .closure()
        .filter(how -> turn.status().type() == StatusType.RESOLVED)
        .flatMap(Closure::code);
  }

  /** The word with which a ticket ends; there always is one, if only an empty one. */
  private Entry ending(
      ChangeStatusCommand command,
      TicketTurn turn,
      EntryKind kind,
      Side side,
      Optional<UserId> speaker) {
    Entry entry = say(command.comment().orElse(Body.plain("")), turn, kind, side, speaker);
    turn.take(command.waitingFiles(), entry);
    Optional<Body> details = command.comment().filter(body -> !body.text().isBlank());
    details.ifPresent(body -> write(body, turn, speaker));
    if (side == Side.CLIENT) {
      turn.change(
          ticket -> ticket.with(ticket.handling().readByClient(entry.id().value()), turn.now()));
    } else if (details.isPresent()) {
      turn.change(ticket -> ticket.with(ticket.handling().staffSpoke(), turn.now()));
    }
    return entry;
  }

  private void write(Body details, TicketTurn turn, Optional<UserId> speaker) {
    Optional<Resolution> earlier = resolutions.find(turn.ticket().id());
    resolutions.save(
        turn.ticket().desk(),
        turn.ticket().id(),
        new Resolution(
            earlier.map(Resolution::round).orElse(0) + 1,
            details.text(),
            speaker.orElse(turn.ticket().people().requester()),
            turn.now(),
            turn.ticket().lifecycle().reopenCount()));
    turn.remember(
        "resolved", "resolution", earlier.map(Resolution::details), Optional.of(details.text()));
  }

  private void reopen(
      ChangeStatusCommand command,
      TicketTurn turn,
      StatusRow target,
      Side side,
      Optional<UserId> speaker) {
    turn.move(ticket -> ticket.reopen(target, turn.now()), side == Side.CLIENT, turn.now());
    EntryKind kind = side == Side.CLIENT ? EntryKind.REQUESTER_REPLY : EntryKind.REPLY;
    Optional<Entry> word = word(command, turn, kind, side, speaker);
    Entry reopening =
        turn.say(
            draft -> {
              EntryDraft line = draft.as(EntryKind.REOPENING, Side.SYSTEM);
              return speaker.map(line::from).orElse(line);
            });
    if (side == Side.CLIENT && word.isEmpty()) {
      turn.change(
          ticket ->
              ticket.with(ticket.handling().readByClient(reopening.id().value()), turn.now()));
    }
    if (!command.quiet()) {
      word.filter(entry -> side == Side.CLIENT).ifPresent(entry -> talk.tellStaff(turn, entry));
    }
  }

  /** What is said on the way, if anything is. */
  private Optional<Entry> word(
      ChangeStatusCommand command,
      TicketTurn turn,
      EntryKind kind,
      Side side,
      Optional<UserId> speaker) {
    Optional<Entry> word =
        command
            .comment()
            .map(
                body ->
                    say(
                        body,
                        turn,
                        side == Side.CLIENT ? EntryKind.REQUESTER_REPLY : kind,
                        side,
                        speaker));
    word.ifPresent(
        entry -> {
          turn.take(command.waitingFiles(), entry);
          turn.rememberWord(entry);
          if (side == Side.CLIENT) {
            turn.change(
                ticket ->
                    ticket.with(ticket.handling().clientSpoke(entry.id().value()), turn.now()));
          } else {
            talk.staffSpoke(turn);
          }
        });
    return word;
  }

  private static Entry say(
      Body body, TicketTurn turn, EntryKind kind, Side side, Optional<UserId> speaker) {
    return turn.say(
        draft -> {
          EntryDraft line = draft.as(kind, side).saying(Optional.empty(), body);
          return speaker.map(line::from).orElse(line);
        });
  }

  private static void tellResolved(ChangeStatusCommand command, TicketTurn turn, Entry entry) {
    if (command.quiet()) {
      return;
    }
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
}
