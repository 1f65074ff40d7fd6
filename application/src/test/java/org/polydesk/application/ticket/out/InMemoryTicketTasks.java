package org.polydesk.application.ticket.out;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
  public boolean hasOpenTask(TicketId ticket) {
    return !assigneesOf(ticket, false).isEmpty();
  }

  @Override
  public boolean hasTask(TicketId ticket) {
    return hasOpenTask(ticket) || !assigneesOf(ticket, true).isEmpty();
  }

  @Override
  public boolean hasTask(TicketId ticket, UserId user) {
    return assigneesOf(ticket, true).contains(user) || assigneesOf(ticket, false).contains(user);
  }

  /** Gives all tasks of one ticket to another, behind its own. */
  void move(TicketId from, TicketId to) {
    store.run(
        () -> {
          int last = of(to).stream().mapToInt(TicketTask::number).max().orElse(0);
          for (TicketTask task : of(from)) {
            int number = last + task.number();
            tasks.rows().remove(List.of(from, task.number()));
            tasks
                .rows()
                .put(
                    List.of(to, number),
                    new TicketTask(to, number, task.title(), task.assignee(), task.completed()));
          }
          return null;
        });
  }

  private List<TicketTask> of(TicketId ticket) {
    return tasks.rows().values().stream().filter(task -> task.ticket().equals(ticket)).toList();
  }

  /** Who has a task of the ticket that is completed or not. */
  Set<UserId> assigneesOf(TicketId ticket, boolean completed) {
    return store.read(
        () ->
            tasks.rows().values().stream()
                .filter(task -> task.ticket().equals(ticket) && task.completed() == completed)
                .map(TicketTask::assignee)
                .collect(Collectors.toSet()));
  }
}
