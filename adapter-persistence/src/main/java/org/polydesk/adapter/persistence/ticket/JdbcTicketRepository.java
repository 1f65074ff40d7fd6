package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.adapter.persistence.desk.Statuses;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.DuplicateKeyException;
import org.polydesk.adapter.persistence.shared.KeyBlocks;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.SlaClock;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;

/** A ticket in one row, each of its clocks in another. */
@Singleton
final class JdbcTicketRepository implements TicketRepository {
  private static final String BY_NUMBER =
      "select t.*, "
          + ClockRows.COLUMNS
          + """

          from ticket t left join sla_clock c on c.ticket_id = t.ticket_id
          where t.desk_id = ? and t.ticket_number = ?
          """;

  private static final String LOCK =
      "select ticket_id from ticket where desk_id = ? and ticket_number = ? for update";

  private static final String BY_ID = "select * from ticket t where t.ticket_id = ?";

  private static final String BY_GUID = "select * from ticket t where t.desk_id = ? and t.guid = ?";

  private final Database database;
  private final DeskSetups setups;
  private final Statuses statuses;
  private final TicketChanges changes;
  private final KeyBlocks keys;

  JdbcTicketRepository(
      Database database, DeskSetups setups, Statuses statuses, TicketChanges changes) {
    this.database = database;
    this.setups = setups;
    this.statuses = statuses;
    this.changes = changes;
    this.keys = KeyBlocks.of(database, "ticket_id_block");
  }

  @Override
  public NewKeys nextKeys(DeskId desk) {
    String sql =
        "select nextval('ticket_number_%d') as ticket_number, nextval('entry_id') as entry_id"
            .formatted(desk.value());
    return database
        .find(
            sql,
            none -> {},
            row ->
                new NewKeys(
                    new TicketId(keys.next()),
                    new TicketNumber(row.number("ticket_number")),
                    new EntryId(row.number("entry_id"))))
        .orElseThrow();
  }

  @Override
  public void add(Ticket ticket, SlaClocks clocks) {
    changes.happen(ticket.desk());
    try {
      database.update(
          TicketRows.INSERT,
          bound -> TicketRows.bind(bound, ticket, clocks.escalationLevel(), ticket.version()));
    } catch (DuplicateKeyException e) {
      if (e.isOf("ticket_guid")) {
        throw DeskException.staleVersion("ticket");
      }
      throw e;
    }
    ClockRows rows = new ClockRows(ticket, termsOf(ticket));
    database.batch(ClockRows.INSERT, clocksOf(clocks), rows::bind);
  }

  private SlaTerms termsOf(Ticket ticket) {
    return setups
        .existing(ticket.desk())
        .slas()
        .termsOf(ticket.slaId().map(SlaPolicyId::new), ticket.classification().priorityId());
  }

  private static List<SlaClock> clocksOf(SlaClocks clocks) {
    return List.copyOf(clocks.clocks().values());
  }

  @Override
  public Optional<Stored> findByNumber(DeskId desk, TicketNumber number) {
    List<StoredRow> rows =
        database.list(
            BY_NUMBER, bound -> bound.number(desk.value()).number(number.value()), this::read);
    return rows.isEmpty() ? Optional.empty() : Optional.of(together(rows));
  }

  @Override
  public Optional<Stored> findForChange(DeskId desk, TicketNumber number) {
    database.find(
        LOCK,
        bound -> bound.number(desk.value()).number(number.value()),
        row -> row.number("ticket_id"));
    return findByNumber(desk, number);
  }

  /** A ticket with one of its clocks, or with none. */
  private record StoredRow(Ticket ticket, int level, Optional<SlaClock> clock) {}

  private StoredRow read(Row row) {
    return new StoredRow(
        TicketRows.read(row, statuses), row.integer("clock_level"), ClockRows.read(row));
  }

  private static Stored together(List<StoredRow> rows) {
    Map<ClockKind, SlaClock> clocks = new EnumMap<>(ClockKind.class);
    rows.forEach(row -> row.clock().ifPresent(clock -> clocks.put(clock.kind(), clock)));
    StoredRow first = rows.get(0);
    return new Stored(first.ticket(), new SlaClocks(clocks, first.level()));
  }

  @Override
  public Optional<Ticket> findById(TicketId id) {
    return database.find(
        BY_ID, bound -> bound.number(id.value()), row -> TicketRows.read(row, statuses));
  }

  @Override
  public Optional<Ticket> findByGuid(DeskId desk, UUID guid) {
    return database.find(
        BY_GUID,
        bound -> bound.number(desk.value()).uuid(guid),
        row -> TicketRows.read(row, statuses));
  }

  /** {@inheritDoc} Clocks are never taken away from a ticket, so none is deleted. */
  @Override
  public Ticket save(Ticket ticket, SlaClocks clocks) {
    changes.happen(ticket.desk());
    long next = ticket.version() + 1;
    int changed =
        database.update(
            TicketRows.UPDATE,
            bound ->
                TicketRows.bind(bound, ticket, clocks.escalationLevel(), next)
                    .instant(ticket.due().inForceAt())
                    .number(ticket.id().value())
                    .number(ticket.version()));
    if (changed == 0) {
      throw DeskException.staleVersion("ticket");
    }
    ClockRows rows = new ClockRows(ticket, termsOf(ticket));
    List<SlaClock> begun = database.updateEach(ClockRows.UPDATE, clocksOf(clocks), rows::bind);
    database.batch(ClockRows.INSERT, begun, rows::bind);
    return ticket.withVersion(next);
  }
}
