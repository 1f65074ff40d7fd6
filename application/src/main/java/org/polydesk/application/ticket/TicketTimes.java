package org.polydesk.application.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.sla.ClockCondition;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.sla.SlaTrait;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.DueDates;
import org.polydesk.domain.ticket.Ticket;

/** Where a ticket and its clocks meet: what a status means to them, and what they say of it. */
final class TicketTimes {
  private TicketTimes() {}

  /** What a status means to the clocks. */
  static ClockCondition conditionOf(StatusRow status) {
    return switch (status.type()) {
      case RESOLVED -> ClockCondition.RESOLVED;
      case CLOSED -> ClockCondition.CLOSED;
      case OPEN, PENDING, ON_HOLD ->
          status.pausesClock() ? ClockCondition.PAUSED : ClockCondition.RUNS;
    };
  }

  /** What the desk promises for a ticket. */
  static SlaTerms terms(DeskSetup setup, Ticket ticket) {
    return setup
        .slas()
        .termsOf(ticket.slaId().map(SlaPolicyId::new), ticket.classification().priorityId());
  }

  /** {@code due} with what the clocks say now. */
  static DueDates due(DueDates due, SlaClocks clocks, SlaTerms terms) {
    return due.bySla(
        terms.promisesResolution(),
        clocks.dueInForceAt(terms),
        clocks.shownDueAt(terms),
        clocks.clock(ClockKind.FIRST_RESPONSE).flatMap(clock -> clock.shownDueAt(terms.hours())));
  }

  /** Whether the date in force has passed at {@code now} and the ticket is not done. */
  static boolean isOverdue(Ticket ticket, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return !ticket.lifecycle().status().type().isDone()
        && ticket.due().inForceAt().filter(due -> due.isBefore(second)).isPresent();
  }

  /** What about a ticket decides which SLA it gets. */
  static Map<SlaTrait, Long> traitsOf(Classification ids) {
    Map<SlaTrait, Long> traits = new EnumMap<>(SlaTrait.class);
    put(traits, SlaTrait.PRIORITY, ids.priorityId());
    put(traits, SlaTrait.SITE, ids.siteId());
    put(traits, SlaTrait.DEPARTMENT, ids.departmentId());
    put(traits, SlaTrait.CATEGORY, ids.categoryId());
    put(traits, SlaTrait.CLIENT, ids.companyId());
    put(traits, SlaTrait.SERVICE, ids.serviceId());
    traits.put(SlaTrait.TYPE, (long) ids.type().number());
    return traits;
  }

  private static void put(Map<SlaTrait, Long> traits, SlaTrait trait, Optional<Integer> id) {
    id.ifPresent(value -> traits.put(trait, value.longValue()));
  }
}
