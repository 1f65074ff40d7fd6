package org.polydesk.domain.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DueDatesTest {
  private static final Optional<Instant> NONE = Optional.empty();
  private static final Optional<Instant> ASKED = Optional.of(Tickets.OPENED.plusSeconds(1));
  private static final Optional<Instant> SLA = Optional.of(Tickets.OPENED.plusSeconds(2));
  private static final Optional<Instant> LATER = Optional.of(Tickets.OPENED.plusSeconds(3));

  private static void assertDue(Optional<Instant> inForce, Optional<Instant> shown, DueDates due) {
    assertEquals(inForce, due.inForceAt());
    assertEquals(shown, due.shownAt());
  }

  @Test
  void withoutAnSlaTheManualDateShouldRule() {
    assertDue(ASKED, ASKED, DueDates.asked(ASKED));
    assertDue(NONE, NONE, DueDates.asked(NONE));
    assertDue(ASKED, ASKED, DueDates.asked(ASKED).bySla(false, NONE, NONE, NONE));
  }

  @Test
  void anSlaShouldOverrideWhatWasAskedForAtTheBeginning() {
    assertDue(SLA, SLA, DueDates.asked(ASKED).bySla(true, SLA, SLA, NONE));
  }

  @Test
  void aDateAskedForLaterShouldOverrideTheSla() {
    DueDates asked = DueDates.asked(NONE).bySla(true, SLA, SLA, NONE).askedFor(LATER);

    assertDue(LATER, LATER, asked);
    assertDue(LATER, LATER, asked.bySla(true, NONE, SLA, NONE));
    assertDue(SLA, SLA, asked.priorityChanged());
    assertDue(SLA, SLA, asked.askedFor(NONE));
  }

  @Test
  void aHeldClockShouldShowItsLastDateAndHaveNoneInForce() {
    assertDue(NONE, SLA, DueDates.asked(ASKED).bySla(true, NONE, SLA, NONE));
  }

  @Test
  void aDateShouldBeTheShownOneToTheSecond() {
    DueDates held = DueDates.asked(ASKED).bySla(true, NONE, SLA, NONE);
    Instant sla = SLA.orElseThrow();

    assertTrue(held.shows(sla));
    assertTrue(held.shows(sla.plusMillis(999)));
    assertFalse(held.shows(sla.minusMillis(1)));
    assertFalse(held.shows(sla.plusSeconds(1)));
    assertFalse(held.shows(ASKED.orElseThrow()));
    assertFalse(DueDates.asked(NONE).shows(sla));
  }

  @Test
  void aChangeOfPriorityThroughTheTicketShouldLetTheSlaRuleAgain() {
    Ticket ticket =
        Tickets.open(StatusType.OPEN)
            .timed(Optional.of(1), DueDates.asked(NONE).bySla(true, SLA, SLA, NONE))
            .askFor(LATER, Tickets.OPENED);

    Ticket same =
        ticket.classify(Tickets.classification(Optional.of(2), List.of(7)), Tickets.OPENED);
    Ticket other =
        ticket.classify(Tickets.classification(Optional.of(3), List.of()), Tickets.OPENED);

    assertEquals(LATER, same.due().inForceAt());
    assertEquals(SLA, other.due().inForceAt());
  }
}
