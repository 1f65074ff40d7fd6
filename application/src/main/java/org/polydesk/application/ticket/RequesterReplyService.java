package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.TicketFiles.Judged;
import org.polydesk.application.ticket.in.ReplyCommand;
import org.polydesk.application.ticket.in.RequesterReplyUseCase;
import org.polydesk.application.ticket.out.ReadMarks;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Takes in what requesters say. */
@Singleton
public final class RequesterReplyService implements RequesterReplyUseCase {
  private final TicketTurns turns;
  private final UserRepository users;
  private final ReadMarks readMarks;
  private final UnitOfWork unitOfWork;

  @Inject
  public RequesterReplyService(
      TicketTurns turns, UserRepository users, ReadMarks readMarks, UnitOfWork unitOfWork) {
    this.turns = turns;
    this.users = users;
    this.readMarks = readMarks;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<String> reply(ReplyCommand command, String userName, Caller caller) {
    Optional<User> speaker =
        unitOfWork.read(() -> users.findByUserName(caller.desk(), userName)).filter(User::isActive);
    boolean himself = speaker.map(User::id).filter(caller::is).isPresent();
    if (!himself && !caller.may(Right.ACT_FOR_OTHERS)) {
      throw DeskException.notAllowed("Permission denied.");
    }
    UserId requester =
        speaker
            .map(User::id)
            .orElseThrow(() -> DeskException.invalid(Violation.unknown("userName")));
    return turns.run(
        command.ticket(),
        caller,
        turn -> {
          if (!turn.ticket().people().requester().equals(requester)) {
            throw DeskException.notFound("ticket");
          }
          return speak(turn, command, requester);
        });
  }

  private List<String> speak(TicketTurn turn, ReplyCommand command, UserId requester) {
    Judged judged = turn.judge(command.files(), command.unfitFiles());
    Entry entry =
        turn.say(
            draft ->
                draft
                    .as(EntryKind.REQUESTER_REPLY, Side.CLIENT)
                    .from(requester)
                    .saying(command.subject(), command.body()));
    turn.attach(judged, entry);
    turn.rememberWord(entry);
    readMarks.clearForAllBut(turn.ticket().id(), requester);
    turn.change(ticket -> ticket.touched(turn.now()));
    follow(turn, entry);
    tell(turn, entry);
    return judged.skipped();
  }

  private static void follow(TicketTurn turn, Entry entry) {
    DeskSettings settings = turn.settings();
    boolean done = turn.status().type().isDone();
    if (done && settings.reopening().allowed() && !turn.ticket().lifecycle().locked()) {
      turn.move(
          ticket -> ticket.reopen(turn.row(settings.statuses().reopenedId()), turn.now()),
          true,
          turn.now());
      turn.say(draft -> draft.as(EntryKind.REOPENING, Side.SYSTEM));
      turn.send(Channel.CALLBACK, Event.REOPENED, Optional.of(entry), Optional.empty(), List.of());
      return;
    }
    if (turn.status().type() == StatusType.PENDING && settings.reopening().answerResumesPending()) {
      turn.move(
          ticket -> ticket.moveTo(turn.row(settings.statuses().inProgressId()), turn.now()),
          true,
          turn.now());
    }
    turn.clocks(clocks -> clocks.requesterReplied(turn.terms(), turn.now()));
  }

  private void tell(TicketTurn turn, Entry entry) {
    var told = turn.settings().notifications();
    var people = turn.ticket().people();
    List<UserId> concerned =
        people.technician().isPresent()
            ? people.technician().stream().toList()
            : people.groupId().map(group -> members(turn, group)).orElse(List.of());
    for (UserId user : concerned) {
      if (told.onRequesterReply()) {
        turn.tell(Channel.MAIL, Event.REQUESTER_REPLIED, user, Optional.of(entry));
      }
    }
    if (told.push()) {
      people
          .technician()
          .ifPresent(
              user -> turn.tell(Channel.PUSH, Event.REQUESTER_REPLIED, user, Optional.of(entry)));
    }
  }

  private List<UserId> members(TicketTurn turn, int group) {
    return users.activeTechnicians(turn.ticket().desk(), Optional.of(group)).stream()
        .map(User::id)
        .toList();
  }
}
