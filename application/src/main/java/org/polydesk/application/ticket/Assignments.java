package org.polydesk.application.ticket;

import java.util.Optional;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.user.UserId;

/** What goes with a change of the technician: an entry, and word to those it concerns. */
final class Assignments {
  private Assignments() {}

  /**
   * @param former who worked on the ticket before
   * @param tellFormer whether he is told that it was taken from him
   */
  static void tell(TicketTurn turn, Optional<UserId> former, boolean tellFormer) {
    Optional<UserId> technician = turn.ticket().people().technician();
    Entry entry =
        turn.say(
            draft ->
                draft
                    .as(EntryKind.ASSIGNMENT, Side.SYSTEM)
                    .saying(Optional.empty(), Body.plain("")));
    var told = turn.settings().notifications();
    technician.ifPresent(
        user -> {
          if (told.onAssign()) {
            turn.tell(Channel.MAIL, Event.ASSIGNED, user, Optional.of(entry));
          }
          if (told.push()) {
            turn.tell(Channel.PUSH, Event.ASSIGNED, user, Optional.of(entry));
          }
        });
    if (tellFormer && told.onAssign()) {
      former.ifPresent(user -> turn.tell(Channel.MAIL, Event.TAKEN_OVER, user, Optional.of(entry)));
    }
  }
}
