package org.polydesk.application.ticket.out;

import java.util.List;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Tasks in memory. */
public final class InMemoryTicketTasks implements TicketTasks {
  private final InMemoryStore store;
  private final Table<List<Object>, TicketTask> tasks;

  public InMemoryTicketTasks(InMemoryStore store) {
    this.store = store;
    this.tasks = store.table();
  }

  @Override
  public void save(DeskId desk, TicketTask task) {
    store.run(() -> tasks.rows().put(List.of(task.ticket(), task.number()), task));
  }

  @Override
  public boolean hasTask(TicketId ticket, UserId user) {
    return store.read(
        () ->
            tasks.rows().values().stream()
                .anyMatch(task -> task.ticket().equals(ticket) && task.assignee().equals(user)));
  }
}
