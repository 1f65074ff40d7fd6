package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.ticket.TicketFiles.Judged;
import org.polydesk.application.ticket.in.CommentUseCase;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.user.UserId;

/** Takes in what people say. */
@Singleton
public final class CommentService implements CommentUseCase {
  private final TicketTurns turns;
  private final TicketTalk talk;
  private final Speakers speakers;

  @Inject
  public CommentService(TicketTurns turns, TicketTalk talk, Speakers speakers) {
    this.turns = turns;
    this.talk = talk;
    this.speakers = speakers;
  }

  @Override
  public Comment comment(CommentCommand command, Caller caller) {
    checkRights(command, caller);
    return turns.run(
        command.ticket(),
        caller,
        turn -> {
          if (command.refusedWhenClosed() && turn.status().type() == StatusType.CLOSED) {
            throw DeskException.badRequest("The ticket is closed.");
          }
          Optional<UserId> speaker = speakers.of(command.speaker(), turn);
          speaker.ifPresent(turn::by);
          Side side = command.system() ? Side.SYSTEM : speakers.sideOf(speaker, turn);
          Judged judged = turn.judge(command.files(), command.unfitFiles());
          Entry entry = say(command, turn, speaker, side);
          turn.attach(judged, entry);
          turn.take(command.waitingFiles(), entry);
          turn.link(command.links(), entry);
          turn.rememberWord(entry);
          follow(command, turn, entry, side, speaker);
          turn.settle();
          return new Comment(turn.savedTicket(), entry);
        });
  }

  private static void checkRights(CommentCommand command, Caller caller) {
    if (command.visibility() == Visibility.INTERNAL || command.system()) {
      caller.mustBeAbleTo(Right.NOTE);
    } else if (!caller.may(Right.REPLY)) {
      caller.mustBeAbleTo(Right.REPLY_OWN);
    }
    if (command.speaker().filter(user -> !caller.is(user)).isPresent()) {
      caller.mustBeAbleTo(Right.ACT_FOR_OTHERS);
    }
  }

  private static Entry say(
      CommentCommand command, TicketTurn turn, Optional<UserId> speaker, Side side) {
    return turn.say(
        draft -> {
          EntryDraft spoken =
              draft
                  .as(kind(command, side), side)
                  .seenBy(command.visibility())
                  .saying(Optional.empty(), command.body());
          return speaker.map(spoken::from).orElse(spoken);
        });
  }

  private static EntryKind kind(CommentCommand command, Side side) {
    if (command.system()) {
      return EntryKind.SYSTEM;
    }
    if (command.visibility() == Visibility.INTERNAL) {
      return EntryKind.INTERNAL_NOTE;
    }
    return side == Side.CLIENT ? EntryKind.REQUESTER_REPLY : EntryKind.REPLY;
  }

  private void follow(
      CommentCommand command, TicketTurn turn, Entry entry, Side side, Optional<UserId> speaker) {
    if (command.visibility() == Visibility.INTERNAL) {
      talk.noted(turn);
      turn.ticket()
          .people()
          .technician()
          .ifPresent(user -> turn.tell(Channel.MAIL, Event.NOTED, user, Optional.of(entry)));
      return;
    }
    switch (side) {
      case CLIENT -> {
        talk.clientSpoke(turn, entry, speaker.orElse(Sight.NOBODY));
        talk.tellStaff(turn, entry);
      }
      case STAFF -> {
        talk.staffSpoke(turn);
        tellClients(command, turn, entry, speaker);
      }
      case SYSTEM -> turn.change(ticket -> ticket.touched(turn.now()));
    }
  }

  private static void tellClients(
      CommentCommand command, TicketTurn turn, Entry entry, Optional<UserId> speaker) {
    Set<UserId> concerned = new HashSet<>(turn.subscribers());
    concerned.add(turn.ticket().people().requester());
    command.told().ifPresent(concerned::retainAll);
    speaker.ifPresent(concerned::remove);
    concerned.forEach(user -> turn.tell(Channel.MAIL, Event.REPLIED, user, Optional.of(entry)));
  }
}
