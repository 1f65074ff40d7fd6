package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.ticket.out.DueTickets;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;

/** What is due, by indexes on instants. */
@Singleton
final class JdbcDueTickets implements DueTickets {
  private static final String BY_CLOCK =
      """
      select t.desk_id, t.ticket_id, t.ticket_number, due.next_event_at as due_since
      from (select ticket_id, next_event_at from sla_clock
          where next_event_at is not null and next_event_at <= ?%s
          order by next_event_at, ticket_id limit ?) due
        join ticket t on t.ticket_id = due.ticket_id
      order by due.next_event_at, t.ticket_id
      """;

  private static final String RESOLVED =
      """
      select desk_id, ticket_id, ticket_number, resolved_at as due_since from ticket
      where desk_id = ? and status_type = 'RESOLVED' and deleted_at is null and resolved_at <= ?%s%s
      order by resolved_at, ticket_number limit ?
      """;

  private static final String TASKS_DONE =
      """

        and not exists (
          select 1 from task where task.ticket_id = ticket.ticket_id and completed = false)""";

  private static final String CLOSED =
      """
      select desk_id, ticket_id, ticket_number, closed_at as due_since from ticket
      where desk_id = ? and status_type = 'CLOSED' and deleted_at is null and locked = false
        and closed_at <= ?%s
      order by closed_at, ticket_number limit ?
      """;

  /** What somebody is changing is left for the next time. */
  private static final String PASSED =
      """
      select ticket_id from ticket
      where desk_id = ? and past_due = false and due_in_force_at < ?
        and status_type in ('OPEN', 'PENDING', 'ON_HOLD') and deleted_at is null
      order by due_in_force_at limit ?
      for update skip locked
      """;

  private static final String MARK = "update ticket set past_due = true where ticket_id = any (?)";

  private static final String DESKS = "select desk_id from desk order by desk_id";

  private static final String FORGET =
      "delete from attachment where ticket_id is null and added_at < ?";

  private final Database database;

  JdbcDueTickets(Database database) {
    this.database = database;
  }

  @Override
  public List<DueTicket> byClock(Instant now, Optional<DueTicket> after, int atMost) {
    return database.list(
        page(BY_CLOCK, "next_event_at, ticket_id", after),
        bound -> {
          bound.instant(now);
          after.ifPresent(last -> bound.instant(last.dueAt()).number(last.id().value()));
          bound.number(atMost);
        },
        JdbcDueTickets::read);
  }

  @Override
  public List<DueTicket> resolvedUntil(
      DeskId desk, Instant until, boolean tasksDone, Optional<DueTicket> after, int atMost) {
    String sql = RESOLVED.formatted("%s", tasksDone ? TASKS_DONE : "");
    return ofDesk(page(sql, "resolved_at, ticket_number", after), desk, until, after, atMost);
  }

  @Override
  public List<DueTicket> closedUntil(
      DeskId desk, Instant until, Optional<DueTicket> after, int atMost) {
    return ofDesk(page(CLOSED, "closed_at, ticket_number", after), desk, until, after, atMost);
  }

  private static String page(String sql, String key, Optional<DueTicket> after) {
    return sql.formatted(after.isPresent() ? " and (" + key + ") > (?, ?)" : "");
  }

  private List<DueTicket> ofDesk(
      String sql, DeskId desk, Instant until, Optional<DueTicket> after, int atMost) {
    return database.list(
        sql,
        bound -> {
          bound.number(desk.value()).instant(until);
          after.ifPresent(last -> bound.instant(last.dueAt()).number(last.number().value()));
          bound.number(atMost);
        },
        JdbcDueTickets::read);
  }

  private static DueTicket read(Row row) {
    return new DueTicket(
        new DeskId(row.number("desk_id")),
        new TicketId(row.number("ticket_id")),
        new TicketNumber(row.number("ticket_number")),
        row.instant("due_since"));
  }

  @Override
  public int markPastDue(DeskId desk, Instant now, int atMost) {
    List<Long> passed =
        database.list(
            PASSED,
            bound -> bound.number(desk.value()).instant(now).number(atMost),
            row -> row.number("ticket_id"));
    return passed.isEmpty()
        ? 0
        : database.update(MARK, bound -> bound.numbers(passed.toArray(Long[]::new)));
  }

  @Override
  public List<DeskId> desks() {
    return database.list(DESKS, none -> {}, row -> new DeskId(row.number("desk_id")));
  }

  @Override
  public void forgetWaitingFiles(Instant before) {
    database.update(FORGET, bound -> bound.instant(before));
  }
}
