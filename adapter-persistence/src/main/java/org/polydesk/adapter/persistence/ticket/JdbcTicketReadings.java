package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.persistence.attachment.AttachmentRows;
import org.polydesk.adapter.persistence.desk.Statuses;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.ticket.out.TicketReadings;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.UserId;

/** Reads a ticket with everything a page of it shows. */
@Singleton
final class JdbcTicketReadings implements TicketReadings {
  /**
   * The description is selected and not joined: a database that has not counted its rows yet would
   * begin with all descriptions.
   */
  private static final String FIND =
      """
      select t.*, r.details, r.resolved_at as resolution_at,
        rq.user_id as rq_id, rq.first_name as rq_first, rq.last_name as rq_last,
        rq.user_name as rq_name, rq.email as rq_email,
        te.user_id as te_id, te.first_name as te_first, te.last_name as te_last,
        te.user_name as te_name, te.email as te_email,
        rb.user_id as rb_id, rb.first_name as rb_first, rb.last_name as rb_last,
        rb.user_name as rb_name, rb.email as rb_email,
        (select e.body from entry e
          where e.ticket_id = t.ticket_id and e.kind = 'CREATED') as body,
        (select e.format from entry e
          where e.ticket_id = t.ticket_id and e.kind = 'CREATED') as format,
        exists (select 1 from task k
          where k.ticket_id = t.ticket_id and k.assigned_to = ?) as has_task,
        exists (select 1 from read_mark m
          where m.ticket_id = t.ticket_id and m.user_id = ?) as is_read
      from ticket t
        join app_user rq on rq.user_id = t.requester_id
        left join app_user te on te.user_id = t.technician_id
        left join resolution r on r.ticket_id = t.ticket_id
        left join app_user rb on rb.user_id = r.resolved_by
      where t.desk_id = ? and t.ticket_number = ? and t.deleted_at is null
      """;

  private static final String ATTACHMENTS =
      """
      select a.* from attachment a left join entry e on e.entry_id = a.entry_id
      where a.ticket_id = ? and a.kind = 'STORED'
        and (a.entry_id is null or e.visibility = 'PUBLIC')
      order by a.attachment_id
      """;

  private final Database database;
  private final Statuses statuses;

  JdbcTicketReadings(Database database, Statuses statuses) {
    this.database = database;
    this.statuses = statuses;
  }

  @Override
  public Optional<TicketReading> find(DeskId desk, TicketNumber number, Optional<UserId> reader) {
    return database.find(
        FIND,
        bound ->
            bound
                .uuid(reader.map(UserId::value))
                .uuid(reader.map(UserId::value))
                .number(desk.value())
                .number(number.value()),
        this::read);
  }

  private TicketReading read(Row row) {
    return new TicketReading(
        TicketRows.read(row, statuses),
        new Body(row.text("body"), row.constant(Body.Format.class, "format")),
        person(row, "rq").orElseThrow(),
        person(row, "te"),
        person(row, "rb")
            .map(by -> new ResolutionNote(row.text("details"), by, row.instant("resolution_at"))),
        row.flag("has_task"),
        row.flag("is_read"));
  }

  private static Optional<Person> person(Row row, String alias) {
    return row.optionalUuid(alias + "_id")
        .map(
            id ->
                new Person(
                    new UserId(id),
                    new PersonName(row.text(alias + "_first"), row.text(alias + "_last")).full(),
                    row.optionalText(alias + "_name").orElse(""),
                    row.optionalText(alias + "_email").orElse("")));
  }

  @Override
  public List<Attachment> attachments(TicketId ticket) {
    return database.list(ATTACHMENTS, bound -> bound.number(ticket.value()), AttachmentRows::read);
  }
}
