package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.ticket.TicketFiles.Judged;
import org.polydesk.application.ticket.in.ReplyCommand;
import org.polydesk.application.ticket.in.ReplyUseCase;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Recipients;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;

/** Answers and forwards. */
@Singleton
public final class ReplyService implements ReplyUseCase {
  private final TicketTurns turns;
  private final TicketTalk talk;

  @Inject
  public ReplyService(TicketTurns turns, TicketTalk talk) {
    this.turns = turns;
    this.talk = talk;
  }

  @Override
  public List<String> reply(ReplyCommand command, Caller caller) {
    caller.mustBeAbleTo(Right.REPLY);
    return turns.run(
        command.ticket(),
        caller,
        turn -> {
          Judged judged = speak(turn, command, EntryKind.REPLY, Visibility.PUBLIC, Event.REPLIED);
          talk.staffSpoke(turn);
          return judged.skipped();
        });
  }

  @Override
  public List<String> forward(ReplyCommand command, Caller caller) {
    caller.mustBeAbleTo(Right.FORWARD);
    return turns.run(
        command.ticket(),
        caller,
        turn -> {
          Judged judged =
              speak(turn, command, EntryKind.FORWARD, Visibility.INTERNAL, Event.FORWARDED);
          turn.change(ticket -> ticket.touched(turn.now()));
          return judged.skipped();
        });
  }

  private static Judged speak(
      TicketTurn turn, ReplyCommand command, EntryKind kind, Visibility visibility, Event event) {
    Judged judged = turn.judge(command.files(), command.unfitFiles());
    Entry entry =
        turn.say(
            draft ->
                draft
                    .as(kind, Side.STAFF)
                    .seenBy(visibility)
                    .saying(command.subject(), command.body())
                    .to(command.recipients())
                    .drafted(command.draft()));
    turn.attach(judged, entry);
    turn.rememberWord(entry);
    Recipients recipients = command.recipients();
    if (!recipients.to().isEmpty()) {
      turn.send(
          Channel.MAIL,
          event,
          Optional.of(entry),
          Optional.empty(),
          Stream.concat(recipients.to().stream(), recipients.cc().stream()).toList());
    }
    return judged;
  }
}
