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
      where task_number = ? and desk_id = ? and ticket_id = ?
      """;

  private static final String ADD =
      """
      insert into task (title, assigned_to, completed, task_number, desk_id, ticket_id,
        ticket_number)
      select cast(? as varchar), cast(? as uuid), cast(? as boolean), cast(? as integer),
        t.desk_id, t.ticket_id, t.ticket_number
      from ticket t where t.desk_id = ? and t.ticket_id = ?
      on conflict do nothing
      """;

  private static final String HAS =
      "select 1 as found from task where ticket_id = ? and assigned_to = ? limit 1";

  private static final String HAS_ANY = "select 1 as found from task where ticket_id = ? limit 1";

  private static final String HAS_OPEN =
      "select 1 as found from task where ticket_id = ? and completed = false limit 1";

  private final Database database;
  private final TicketChanges changes;

  JdbcTicketTasks(Database database, TicketChanges changes) {
    this.database = database;
    this.changes = changes;
  }

  @Override
  public void save(DeskId desk, TicketTask task) {
    changes.happen(desk);
    database.replaceOrAdd(
        REPLACE,
        ADD,
        bound ->
            bound
                .text(task.title())
                .uuid(task.assignee().value())
                .flag(task.completed())
                .number(task.number())
                .number(desk.value())
                .number(task.ticket().value()));
  }

  @Override
  public boolean hasOpenTask(TicketId ticket) {
    return finds(HAS_OPEN, ticket);
  }

  @Override
  public boolean hasTask(TicketId ticket) {
    return finds(HAS_ANY, ticket);
  }

  private boolean finds(String sql, TicketId ticket) {
    return database
        .find(sql, bound -> bound.number(ticket.value()), row -> row.integer("found"))
        .isPresent();
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
