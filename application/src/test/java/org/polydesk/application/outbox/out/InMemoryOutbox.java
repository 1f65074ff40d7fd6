package org.polydesk.application.outbox.out;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.ticket.TicketId;

/** Messages in memory; they wait for ever. */
public final class InMemoryOutbox implements Outbox {
  private final InMemoryStore store;
  private final Table<UUID, Message> messages;

  public InMemoryOutbox(InMemoryStore store) {
    this.store = store;
    this.messages = store.table();
  }

  @Override
  public void add(List<Message> added) {
    store.run(
        () -> {
          added.forEach(message -> messages.rows().put(message.deliveryId(), message));
          return null;
        });
  }

  @Override
  public List<Message> waitingFor(TicketId ticket) {
    return all().stream().filter(message -> message.ticket().equals(ticket)).toList();
  }

  /** Every message, oldest first. */
  public List<Message> all() {
    return store.read(
        () ->
            messages.rows().values().stream()
                .sorted(Comparator.comparing(Message::createdAt))
                .toList());
  }
}
