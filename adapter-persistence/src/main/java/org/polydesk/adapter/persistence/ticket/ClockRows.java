package org.polydesk.adapter.persistence.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.ClockState;
import org.polydesk.domain.sla.RunSegment;
import org.polydesk.domain.sla.SlaClock;
import org.polydesk.domain.sla.SlaRecord;
import org.polydesk.domain.sla.SlaTarget;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.Ticket;

/**
 * How the clocks of a ticket are laid out in their table. Segments are one text of milliseconds
 * since 1970, {@code from/to,from/to,from/} while the last one runs.
 */
final class ClockRows {
  /** The columns of {@code sla_clock c}, under names that no ticket's column has. */
  static final String COLUMNS =
      """
      c.kind as clock_kind, c.generation as clock_generation, c.target_seconds, c.segments,
        c.counted_from, c.fulfilled_at, c.cancelled, c.recorded_levels, c.breached_due_at""";

  static final String INSERT =
      """
      insert into sla_clock (state, generation, target_seconds, segments, counted_from,
        fulfilled_at, cancelled, recorded_levels, breached_due_at, due_at, next_event_at, desk_id,
        ticket_id, kind)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Takes the same parameters as {@link #INSERT}. */
  static final String UPDATE =
      """
      update sla_clock set state = ?, generation = ?, target_seconds = ?, segments = ?,
        counted_from = ?, fulfilled_at = ?, cancelled = ?, recorded_levels = ?,
        breached_due_at = ?, due_at = ?, next_event_at = ?
      where desk_id = ? and ticket_id = ? and kind = ?
      """;

  private final Ticket ticket;
  private final SlaTerms terms;

  /**
   * @param terms what applies to the ticket: they say when its clocks are due
   */
  ClockRows(Ticket ticket, SlaTerms terms) {
    this.ticket = ticket;
    this.terms = terms;
  }

  void bind(Parameters bound, SlaClock clock) {
    bound
        .name(stateOf(clock))
        .number(clock.generation())
        .bigNumber(clock.target().map(SlaTarget::seconds))
        .text(Compact.text(clock.segments().stream().map(ClockRows::text).toList()))
        .instant(clock.countedFrom())
        .instant(clock.fulfilledAt())
        .flag(clock.cancelled())
        .text(Compact.text(clock.recorded().levels().stream().sorted().toList()))
        .instant(clock.recorded().breachedDueAt())
        .instant(clock.dueInForceAt(terms.hours()))
        .instant(clock.nextEventAt(terms.hours(), terms.levels()))
        .number(ticket.desk().value())
        .number(ticket.id().value())
        .name(clock.kind());
  }

  private static ClockState stateOf(SlaClock clock) {
    if (clock.cancelled()) {
      return ClockState.CANCELLED;
    }
    if (clock.isFulfilled()) {
      return ClockState.FULFILLED;
    }
    return clock.isRunning() ? ClockState.RUNNING : ClockState.PAUSED;
  }

  private static String text(RunSegment segment) {
    return segment.from().toEpochMilli()
        + "/"
        + segment.to().map(to -> Long.toString(to.toEpochMilli())).orElse("");
  }

  /** The clock of a joined row; empty when the ticket has none. */
  static Optional<SlaClock> read(Row row) {
    return row.optionalText("clock_kind").map(kind -> read(ClockKind.valueOf(kind), row));
  }

  private static SlaClock read(ClockKind kind, Row row) {
    return new SlaClock(
        kind,
        row.optionalLong("target_seconds").map(SlaTarget::new),
        Compact.list(row.text("segments"), ClockRows::segment),
        row.optionalInstant("counted_from"),
        row.integer("clock_generation"),
        row.optionalInstant("fulfilled_at"),
        row.flag("cancelled"),
        new SlaRecord(
            Set.copyOf(Compact.integers(row.text("recorded_levels"))),
            row.optionalInstant("breached_due_at")));
  }

  /** When the clock of these segments stopped; empty while it runs, and when it never did. */
  static Optional<Instant> end(String segments) {
    List<RunSegment> all = Compact.list(segments, ClockRows::segment);
    return all.isEmpty() ? Optional.empty() : all.get(all.size() - 1).to();
  }

  private static RunSegment segment(String text) {
    int slash = text.indexOf('/');
    Instant from = Instant.ofEpochMilli(Long.parseLong(text.substring(0, slash)));
    String to = text.substring(slash + 1);
    return to.isEmpty()
        ? RunSegment.openFrom(from)
        : RunSegment.between(from, Instant.ofEpochMilli(Long.parseLong(to)));
  }
}
