package org.polydesk.application.ticket.out;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Read marks in memory. */
public final class InMemoryReadMarks implements ReadMarks {
  private final InMemoryStore store;
  private final Conversations conversations;
  private final Table<List<Object>, EntryId> marks;

  public InMemoryReadMarks(InMemoryStore store, Conversations conversations) {
    this.store = store;
    this.conversations = conversations;
    this.marks = store.table();
  }

  @Override
  public void mark(DeskId desk, TicketId ticket, UserId user) {
    store.run(() -> marks.rows().put(List.of(ticket, user), lastEntryOf(ticket)));
  }

  private EntryId lastEntryOf(TicketId ticket) {
    return conversations.entriesOf(ticket).stream()
        .map(Entry::id)
        .max(Comparator.comparingLong(EntryId::value))
        .orElse(new EntryId(0));
  }

  @Override
  public void clearForAllBut(TicketId ticket, UserId author) {
    store.run(
        () ->
            marks
                .rows()
                .keySet()
                .removeIf(key -> key.get(0).equals(ticket) && !key.get(1).equals(author)));
  }

  /** Whether {@code reader} has marked the ticket since somebody else wrote for the requester. */
  boolean hasRead(TicketId ticket, UserId reader) {
    EntryId mark = marks.rows().get(List.of(ticket, reader));
    return mark != null
        && conversations.entriesOf(ticket).stream()
            .filter(
                entry -> entry.side() == Side.CLIENT && !entry.author().equals(Optional.of(reader)))
            .noneMatch(entry -> entry.id().value() > mark.value());
  }
}
