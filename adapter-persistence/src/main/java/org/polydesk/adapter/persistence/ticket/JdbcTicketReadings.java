package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.attachment.AttachmentRows;
import org.polydesk.adapter.persistence.desk.Statuses;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.ticket.out.TicketReadings;
import org.polydesk.application.ticket.out.TicketTies.Ties;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.UserId;

/** Reads a ticket with everything a page of it shows. */
@Singleton
final class JdbcTicketReadings implements TicketReadings {
  /**
   * The description is selected and not joined: a database that has not counted its rows yet would
   * begin with all descriptions.
   */
  private static final String SELECT =
      "select "
          + PersonRows.columns("rq", "te", "rb")
          + """
          , t.*, r.details, r.resolved_at as resolution_at,
        (select e.body from entry e
          where e.ticket_id = t.ticket_id and e.kind = 'CREATED') as body,
        (select e.format from entry e
          where e.ticket_id = t.ticket_id and e.kind = 'CREATED') as format,
        exists (select 1 from task k
          where k.ticket_id = t.ticket_id and k.assigned_to = ?) as has_task,
        exists (select 1 from ticket_subscriber s
          where s.ticket_id = t.ticket_id and s.user_id = ?) as is_subscribed,
        rq.company_id as requester_company,
        exists (select 1 from read_mark m
          where m.ticket_id = t.ticket_id and m.user_id = ?) as is_read
      from ticket t
        join app_user rq on rq.user_id = t.requester_id
        left join app_user te on te.user_id = t.technician_id
        left join resolution r on r.ticket_id = t.ticket_id
        left join app_user rb on rb.user_id = r.resolved_by
      """;

  private static final String FIND =
      SELECT + "where t.desk_id = ? and t.ticket_number = ? and t.deleted_at is null";

  private static final String OF_REQUESTER =
      "t.desk_id = ? and t.requester_id = ? and t.deleted_at is null";

  private static final String SEEN_BY =
      """
       and (t.requester_id = ? or t.technician_id = ? or exists (select 1 from task o
          where o.ticket_id = t.ticket_id and o.assigned_to = ?))
      """;

  /** Takes what {@link #OF_REQUESTER} and perhaps {@link #SEEN_BY} take, then length and skip. */
  private static final String PAGE =
      SELECT
          + """
          where t.ticket_id in (select t.ticket_id from ticket t where %s
            order by t.opened_at desc, t.ticket_number desc limit ? offset ?)
          order by t.opened_at desc, t.ticket_number desc
          """;

  private static final String COUNT = "select count(*) as found from ticket t where %s";

  private static final String ATTACHMENTS =
      """
      select a.* from attachment a left join entry e on e.entry_id = a.entry_id
      where a.ticket_id = any (?) and a.kind = 'STORED'
        and (? or a.entry_id is null or e.visibility = 'PUBLIC')
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
        FIND, bound -> bind(bound, reader).number(desk.value()).number(number.value()), this::read);
  }

  private static Parameters bind(Parameters bound, Optional<UserId> reader) {
    Optional<UUID> key = reader.map(UserId::value);
    return bound.uuid(key).uuid(key).uuid(key);
  }

  @Override
  public List<TicketReading> findByRequester(
      DeskId desk,
      UserId requester,
      Optional<UserId> onlyOf,
      Optional<UserId> reader,
      long skip,
      int length) {
    Requested requested = new Requested(desk, requester, onlyOf);
    return database.list(
        PAGE.formatted(requested.condition()),
        bound -> requested.bind(bind(bound, reader)).number(length).number(skip),
        this::read);
  }

  @Override
  public long countByRequester(DeskId desk, UserId requester, Optional<UserId> onlyOf) {
    Requested requested = new Requested(desk, requester, onlyOf);
    return database
        .find(COUNT.formatted(requested.condition()), requested::bind, row -> row.number("found"))
        .orElseThrow();
  }

  /** Whose tickets; nothing further is asked where he looks at his own. */
  private record Requested(DeskId desk, UserId requester, Optional<UserId> onlyOf) {
    boolean isNarrowed() {
      return onlyOf.filter(user -> !user.equals(requester)).isPresent();
    }

    String condition() {
      return isNarrowed() ? OF_REQUESTER + SEEN_BY : OF_REQUESTER;
    }

    Parameters bind(Parameters bound) {
      bound.number(desk.value()).uuid(requester.value());
      return isNarrowed() ? JdbcTicketReadings.bind(bound, onlyOf) : bound;
    }
  }

  private TicketReading read(Row row) {
    return new TicketReading(
        TicketRows.read(row, statuses),
        new Body(row.text("body"), row.constant(Body.Format.class, "format")),
        PersonRows.read(row, "rq").orElseThrow(),
        PersonRows.read(row, "te"),
        PersonRows.read(row, "rb")
            .map(by -> new ResolutionNote(row.text("details"), by, row.instant("resolution_at"))),
        new Ties(
            row.flag("has_task"),
            row.flag("is_subscribed"),
            row.optionalInteger("requester_company")),
        row.flag("is_read"));
  }

  @Override
  public Map<TicketId, List<Attachment>> attachments(Collection<TicketId> tickets, boolean notes) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    Long[] keys = tickets.stream().map(TicketId::value).toArray(Long[]::new);
    return database
        .list(ATTACHMENTS, bound -> bound.numbers(keys).flag(notes), AttachmentRows::read)
        .stream()
        .collect(Collectors.groupingBy(file -> file.ticket().orElseThrow()));
  }
}
