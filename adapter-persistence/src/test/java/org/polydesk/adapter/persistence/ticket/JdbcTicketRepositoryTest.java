package org.polydesk.adapter.persistence.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.ticket.out.TicketRepositoryContract;
import org.polydesk.domain.sla.ClockCondition;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.Ticket;

final class JdbcTicketRepositoryTest {

  /** What a sweep finds in the row of a clock. */
  private record Swept(String state, Optional<Instant> dueAt, Optional<Instant> nextEventAt) {}

  private interface Jdbc extends TicketRepositoryContract {
    @Override
    JdbcPorts ports();

    private Swept swept(Ticket ticket, ClockKind kind) {
      return ports()
          .database()
          .find(
              "select state, due_at, next_event_at from sla_clock where ticket_id = ? and kind = ?",
              bound -> bound.number(ticket.id().value()).name(kind),
              row ->
                  new Swept(
                      row.text("state"),
                      row.optionalInstant("due_at"),
                      row.optionalInstant("next_event_at")))
          .orElseThrow();
    }

    @Test
    default void clocksShouldBeFoundByWhatTheySay() {
      SlaTerms terms =
          Setups.anSlaCatalogue().termsOf(Optional.of(Setups.STANDARD), Optional.of(2));
      SlaClocks clocks = SlaClocks.opened(terms, ClockCondition.RUNS, MONDAY);
      Ticket ticket = aTicketFor(aNewDesk(), ANYBODY).sla(1).priority(2).build();

      add(ticket, clocks);

      Instant due = Instant.parse("2026-03-03T09:00:00Z");
      Instant hourBefore = Instant.parse("2026-03-02T16:00:00Z");
      assertEquals(
          new Swept("RUNNING", Optional.of(due), Optional.of(hourBefore)),
          swept(ticket, ClockKind.RESOLUTION));

      SlaClocks held =
          clocks.statusChanged(
              ClockCondition.RUNS, ClockCondition.PAUSED, terms, MONDAY.plusSeconds(60));
      run(() -> ports().tickets().save(ticket, held));

      assertEquals(
          new Swept("PAUSED", Optional.empty(), Optional.empty()),
          swept(ticket, ClockKind.RESOLUTION));
      assertEquals(
          List.of("RUNNING", "PAUSED"),
          List.of(
              swept(ticket, ClockKind.FIRST_RESPONSE).state(),
              swept(ticket, ClockKind.RESOLUTION).state()));
    }
  }

  @Nested
  final class InH2 extends OnH2 implements Jdbc {}

  @Nested
  final class InPostgres extends OnPostgres implements Jdbc {}
}
