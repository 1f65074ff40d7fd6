package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.ticket.out.TicketTasks;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Tasks by their numbers in their tickets. */
@Singleton
final class JdbcTicketTasks implements TicketTasks {
  private static final String REPLACE =
      """
      update task set title = ?, assigned_to = ?, completed = ?
      where desk_id = ? and ticket_id = ? and task_number = ?
      """;

  private static final String ADD =
      """
      insert into task (title, assigned_to, completed, desk_id, ticket_id, task_number)
      values (?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String HAS =
      "select 1 as found from task where ticket_id = ? and assigned_to = ? limit 1";

  private final Database database;

  JdbcTicketTasks(Database database) {
    this.database = database;
  }

  @Override
  public void save(DeskId desk, TicketTask task) {
    database.replaceOrAdd(
        REPLACE,
        ADD,
        bound ->
            bound
                .text(task.title())
                .uuid(task.assignee().value())
                .flag(task.completed())
                .number(desk.value())
                .number(task.ticket().value())
                .number(task.number()));
  }

  @Override
  public boolean hasTask(TicketId ticket, UserId user) {
    return database
        .find(
            HAS,
            bound -> bound.number(ticket.value()).uuid(user.value()),
            row -> row.integer("found"))
        .isPresent();
  }
}
