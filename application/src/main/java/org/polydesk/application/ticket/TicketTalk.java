package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.ticket.out.ReadMarks;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** What follows from somebody speaking in a ticket, through whichever door. */
@Singleton
public final class TicketTalk {
  private final UserRepository users;
  private final ReadMarks readMarks;

  @Inject
  public TicketTalk(UserRepository users, ReadMarks readMarks) {
    this.users = users;
    this.readMarks = readMarks;
  }

  /** The desk answered in public: that is a response, and work begins with the first one. */
  void staffSpoke(TicketTurn turn) {
    turn.change(
        ticket -> ticket.answered(turn.now()).with(ticket.handling().staffSpoke(), turn.now()));
    turn.clocks(clocks -> clocks.staffReplied(turn.now()));
    DeskSettings settings = turn.settings();
    boolean untouched = turn.status().id() == settings.statuses().openId();
    if (untouched && settings.reopening().replyStartsWork()) {
      turn.move(
          ticket -> ticket.moveTo(turn.row(settings.statuses().inProgressId()), turn.now()),
          false,
          turn.now());
    }
  }

  /** Somebody wrote for the desk's own people. */
  void noted(TicketTurn turn) {
    turn.change(ticket -> ticket.with(ticket.handling().notedDown(), turn.now()));
  }

  /**
   * The client spoke: a done ticket that is not locked is reopened, a pending one goes to in
   * progress, if the desk wants it so.
   */
  void clientSpoke(TicketTurn turn, Entry entry, UserId speaker) {
    readMarks.clearForAllBut(turn.ticket().id(), speaker);
    turn.change(
        ticket -> ticket.with(ticket.handling().clientSpoke(entry.id().value()), turn.now()));
    DeskSettings settings = turn.settings();
    boolean done = turn.status().type().isDone();
    if (done && settings.reopening().allowed() && !turn.ticket().lifecycle().locked()) {
      reopen(turn);
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

  /** Takes a done ticket up again. */
  private static void reopen(TicketTurn turn) {
    turn.move(
        ticket -> ticket.reopen(turn.row(turn.settings().statuses().reopenedId()), turn.now()),
        true,
        turn.now());
    turn.say(draft -> draft.as(EntryKind.REOPENING, Side.SYSTEM));
  }

  /** Tells the technician, or else the group, what the client said. */
  void tellStaff(TicketTurn turn, Entry entry) {
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
