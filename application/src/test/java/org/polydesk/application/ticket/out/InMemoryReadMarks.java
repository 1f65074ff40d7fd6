package org.polydesk.application.ticket.out;

import java.time.Instant;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Marks in memory. */
public final class InMemoryReadMarks implements ReadMarks {
  private final InMemoryStore store;
  private final Table<Reader, Instant> marks;

  public InMemoryReadMarks(InMemoryStore store) {
    this.store = store;
    this.marks = store.table();
  }

  private record Reader(TicketId ticket, UserId user) {}

  @Override
  public void mark(DeskId desk, TicketId ticket, UserId user, Instant at) {
    store.run(() -> marks.rows().putIfAbsent(new Reader(ticket, user), at));
  }

  @Override
  public void clearForAllBut(TicketId ticket, UserId author) {
    store.run(
        () ->
            marks
                .rows()
                .keySet()
                .removeIf(
                    reader -> reader.ticket().equals(ticket) && !reader.user().equals(author)));
  }

  /** Whether {@code user} has marked the ticket as read. */
  public boolean isMarked(TicketId ticket, UserId user) {
    return store.read(() -> marks.rows().containsKey(new Reader(ticket, user)));
  }
}
