package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.adapter.persistence.ticket.TicketScans.Range;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.ticket.out.TicketListings;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.ticket.DueDates;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.ticket.TicketType;

/** Finds the numbers of a page by {@link TicketScans} and shows these tickets. */
@Singleton
final class JdbcTicketListings implements TicketListings {
  private static final String SELECT =
      "select "
          + PersonRows.columns("rq", "te")
          + """
          , t.ticket_number, t.subject, t.priority_id, t.status_id, t.status_type, t.group_id,
        t.category_id, t.site_id, t.department_id, t.type, t.source, t.opened_at, t.updated_at,
        t.manual_due_at, t.manual_rules, t.sla_applies, t.sla_due_at, t.sla_shown_due_at,
        t.response_due_at, t.escalated,
        exists (select 1 from read_mark m
          where m.ticket_id = t.ticket_id and m.user_id = ?) as is_read,
        exists (%s) as has_attachments
      from (select ticket_number from (""";

  private static final String FILES =
      "select 1 from attachment a where a.ticket_id = t.ticket_id and a.kind = 'STORED'";

  private static final String PUBLIC_FILES =
      """
      select 1 from attachment a left join entry o on o.entry_id = a.entry_id
          where a.ticket_id = t.ticket_id and a.kind = 'STORED'
            and (a.entry_id is null or o.visibility = 'PUBLIC')""";

  private static final String JOIN =
      """
       join ticket t on t.desk_id = ? and t.ticket_number = page.ticket_number
        join app_user rq on rq.user_id = t.requester_id
        left join app_user te on te.user_id = t.technician_id
      order by t.ticket_number desc
      """;

  private final Database database;
  private final RememberedCounts counts;

  JdbcTicketListings(Database database, TicketChanges changes) {
    this.database = database;
    this.counts = new RememberedCounts(changes::number, System::nanoTime);
  }

  @Override
  public List<TicketLine> find(Question question, Slice slice) {
    return page(question, slice)
        .map(sql -> list(question, sql, row -> read(row, question.viewer())))
        .orElse(List.of());
  }

  /** The statement of a page; empty when nothing can match. */
  static Optional<Sql> page(Question question, Slice slice) {
    UUID reader = question.viewer().id().value();
    String select = SELECT.formatted(question.notes() ? FILES : PUBLIC_FILES);
    long last = slice.skip() + slice.length();
    return TicketScans.of(question, new Range(slice.below(), Optional.of(last), true))
        .map(
            scans ->
                new Sql()
                    .add(select, bound -> bound.uuid(reader))
                    .add(scans)
                    .add(") found order by ticket_number desc limit " + slice.length())
                    .add(" offset " + slice.skip() + ") page")
                    .add(JOIN, bound -> bound.number(question.desk().value())));
  }

  @Override
  public long count(Question question, OptionalLong atMost) {
    return counts.count(question, atMost, () -> counted(question, atMost));
  }

  private long counted(Question question, OptionalLong atMost) {
    Optional<Long> most = atMost.isPresent() ? Optional.of(atMost.getAsLong()) : Optional.empty();
    return counting(question, most)
        .map(sql -> list(question, sql, row -> row.number("found")).get(0))
        .orElse(0L);
  }

  /** The statement of a count; empty when nothing can match. */
  static Optional<Sql> counting(Question question, Optional<Long> atMost) {
    return TicketScans.of(question, new Range(Optional.empty(), atMost, false))
        .map(
            scans ->
                new Sql()
                    .add("select count(*) as found from (select ticket_number from (")
                    .add(scans)
                    .add(") found" + atMost.map(most -> " limit " + most).orElse(""))
                    .add(") counted"));
  }

  private <T> List<T> list(Question question, Sql sql, Function<Row, T> reader) {
    return question.sought().isPresent()
        ? database.listPlannedAnew(sql.text(), sql::bind, reader)
        : database.list(sql.text(), sql::bind, reader);
  }

  private static TicketLine read(Row row, Viewer viewer) {
    DueDates due = TicketRows.due(row);
    StatusType statusType = row.constant(StatusType.class, "status_type");
    return new TicketLine(
        new TicketNumber(row.number("ticket_number")),
        row.text("subject"),
        PersonRows.read(row, "rq").orElseThrow(),
        PersonRows.read(row, "te"),
        row.optionalInteger("priority_id"),
        row.integer("status_id"),
        statusType,
        row.optionalInteger("group_id"),
        row.optionalInteger("category_id"),
        row.optionalInteger("site_id"),
        row.optionalInteger("department_id"),
        row.constant(TicketType.class, "type"),
        row.constant(TicketSource.class, "source"),
        row.instant("opened_at"),
        row.instant("updated_at"),
        due.shownAt(),
        !statusType.isDone()
            && due.inForceAt().filter(instant -> instant.isBefore(viewer.now())).isPresent(),
        row.flag("escalated"),
        row.flag("is_read"),
        row.flag("has_attachments"));
  }
}
