package org.polydesk.application.ticket.out;

import static org.polydesk.application.fixture.TicketBuilder.aTicket;

import org.polydesk.application.fixture.Entries;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.fixture.TicketBuilder;
import org.polydesk.application.ticket.out.TicketRepository.NewKeys;
import org.polydesk.application.ticket.out.TicketTasks.TicketTask;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** What contracts about tickets have in common. */
public interface TicketContract extends StoreContract {

  /** A ticket to be, with keys from the store. */
  default TicketBuilder aTicketFor(DeskId desk, UserId requester) {
    NewKeys keys = runFor(() -> ports().tickets().nextKeys(desk));
    return aTicket().in(desk).id(keys.id()).number(keys.number()).requestedBy(requester);
  }

  /** Adds a ticket with clocks and without a word. */
  default Ticket add(Ticket ticket, SlaClocks clocks) {
    run(() -> ports().tickets().add(ticket, clocks));
    return ticket;
  }

  /** Adds a ticket with the entry that opens it. */
  default Ticket open(Ticket ticket, String description) {
    run(
        () -> {
          ports().tickets().add(ticket, SlaClocks.NONE);
          ports()
              .conversations()
              .add(
                  Entries.opening(
                      ports().conversations().nextEntryId(),
                      ticket.id(),
                      ticket.people().requester(),
                      description));
        });
    return ticket;
  }

  /** Gives {@code user} the task of this number. */
  default void giveTask(Ticket ticket, int number, User user, boolean completed) {
    TicketTask task = new TicketTask(ticket.id(), number, "Look", user.id(), completed);
    run(() -> ports().tasks().save(ticket.desk(), task));
  }

  /** Adds an entry. */
  default Entry say(Entry entry) {
    run(() -> ports().conversations().add(entry));
    return entry;
  }
}
