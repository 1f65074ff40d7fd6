package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.TicketFiles.Judged;
import org.polydesk.application.ticket.in.ReplyCommand;
import org.polydesk.application.ticket.in.RequesterReplyUseCase;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Takes in what requesters say. */
@Singleton
public final class RequesterReplyService implements RequesterReplyUseCase {
  private final TicketTurns turns;
  private final TicketPeople people;
  private final TicketTalk talk;
  private final UnitOfWork unitOfWork;

  @Inject
  public RequesterReplyService(
      TicketTurns turns, TicketPeople people, TicketTalk talk, UnitOfWork unitOfWork) {
    this.turns = turns;
    this.people = people;
    this.talk = talk;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<String> reply(ReplyCommand command, String userName, Caller caller) {
    Optional<User> speaker =
        unitOfWork.read(() -> people.findNamed(userName, caller)).filter(User::isActive);
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
    talk.clientSpoke(turn, entry, requester);
    talk.tellStaff(turn, entry);
    return judged.skipped();
  }
}
