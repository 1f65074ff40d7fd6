package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.DuplicateKeyException;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.application.ticket.out.TicketTasks;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Tasks in a table of their own. */
@Singleton
final class JdbcTicketTasks implements TicketTasks {
  private static final String UPDATE =
      """
      update task set assigned_to = ?, title = ?, done = ?
      where desk_id = ? and ticket_id = ? and task_number = ?
      """;

  private static final String INSERT =
      """
      insert into task (assigned_to, title, done, desk_id, ticket_id, task_number, ticket_number)
      values (?, ?, ?, ?, ?, ?, (select t.ticket_number from ticket t where t.ticket_id = ?))
      """;

  private static final String HAS_TASK =
      "select 1 as one from task where ticket_id = ? and assigned_to = ? limit 1";

  private final Database database;

  JdbcTicketTasks(Database database) {
    this.database = database;
  }

  /**
   * {@inheritDoc}
   *
   * @throws DeskException {@code STALE_VERSION} when a task of this number is added twice at once
   */
  @Override
  public void save(DeskId desk, TicketTask task) {
    try {
      if (database.update(UPDATE, bound -> bind(bound, desk, task)) == 0) {
        database.update(INSERT, bound -> bind(bound, desk, task).number(task.ticket().value()));
      }
    } catch (DuplicateKeyException e) {
      throw DeskException.staleVersion("task");
    }
  }

  private static Parameters bind(Parameters bound, DeskId desk, TicketTask task) {
    return bound
        .uuid(task.assignee().value())
        .text(task.title())
        .flag(task.completed())
        .number(desk.value())
        .number(task.ticket().value())
        .number(task.number());
  }

  @Override
  public boolean hasTask(TicketId ticket, UserId user) {
    return database
        .find(
            HAS_TASK,
            bound -> bound.number(ticket.value()).uuid(user.value()),
            row -> row.integer("one"))
        .isPresent();
  }
}
