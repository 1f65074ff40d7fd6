package org.polydesk.application.ticket.out;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;

/** What clients told and how they voted, in memory. */
public final class InMemoryClientRecords implements ClientRecords {
  private final InMemoryStore store;
  private final Conversations conversations;
  private final Table<TicketId, ClientDetails> details;
  private final Table<TicketId, Vote> votes;
  private final Table<EntryId, Vote> entryVotes;

  public InMemoryClientRecords(InMemoryStore store, Conversations conversations) {
    this.store = store;
    this.conversations = conversations;
    this.details = store.table();
    this.votes = store.table();
    this.entryVotes = store.table();
  }

  private <K, V> Map<K, V> those(Collection<K> wanted, Function<K, V> value) {
    return store.read(
        () -> {
          Map<K, V> found = new LinkedHashMap<>();
          wanted.forEach(
              key -> {
                V there = value.apply(key);
                if (there != null) {
                  found.put(key, there);
                }
              });
          return found;
        });
  }

  @Override
  public Map<TicketId, ClientDetails> details(Collection<TicketId> tickets) {
    return those(tickets, key -> details.rows().get(key));
  }

  @Override
  public void save(DeskId desk, TicketId ticket, ClientDetails told) {
    store.run(() -> details.rows().put(ticket, told));
  }

  @Override
  public Map<TicketId, Vote> votes(Collection<TicketId> tickets) {
    return those(tickets, key -> votes.rows().get(key));
  }

  @Override
  public Map<EntryId, Vote> entryVotes(TicketId ticket) {
    return those(
        conversations.entriesOf(ticket).stream().map(Entry::id).toList(),
        key -> entryVotes.rows().get(key));
  }

  @Override
  public void vote(DeskId desk, TicketId ticket, Vote vote) {
    store.run(() -> votes.rows().put(ticket, vote));
  }

  @Override
  public void vote(DeskId desk, EntryId entry, Vote vote) {
    store.run(() -> entryVotes.rows().put(entry, vote));
  }
}
