package org.polydesk.application.ticket;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.ticket.People;

/** Who is told that a ticket was closed, if the desk wants that at all. */
final class Closings {
  private Closings() {}

  /** The requester agreed to it: that is confirmed to him and the Cc list. */
  static void acknowledge(TicketTurn turn, Entry entry) {
    if (turn.settings().notifications().onCloseAcknowledged()) {
      People told = turn.ticket().people();
      turn.send(
          Channel.MAIL, Event.CLOSED, Optional.of(entry), Optional.of(told.requester()), told.cc());
    }
  }

  /** Nobody was asked whether the requester agreed: he is told, unless he did it himself. */
  static void tell(TicketTurn turn, Optional<Entry> entry) {
    People told = turn.ticket().people();
    if (turn.settings().notifications().onCloseAcknowledged() && !turn.isDoneBy(told.requester())) {
      turn.send(Channel.MAIL, Event.CLOSED, entry, Optional.of(told.requester()), List.of());
    }
  }
}
