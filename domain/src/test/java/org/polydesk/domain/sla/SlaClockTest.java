package org.polydesk.domain.sla;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.domain.sla.ClockKind.RESOLUTION;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Monday is 2 March 2026; the desk works from 9 to 17. */
class SlaClockTest {
  private static final BusinessCalendar NINE_TO_FIVE =
      BusinessCalendar.in(ZoneOffset.UTC)
          .open(EnumSet.range(MONDAY, FRIDAY), TimeWindow.of("09:00", "17:00"))
          .build();
  private static final Optional<SlaTarget> FOUR_HOURS = Optional.of(SlaTarget.ofMinutes(240));
  private static final Optional<SlaTarget> EIGHT_HOURS = Optional.of(SlaTarget.ofMinutes(480));

  private static Instant at(String dayAndTime) {
    return LocalDateTime.parse("2026-03-" + dayAndTime).toInstant(ZoneOffset.UTC);
  }

  private static SlaClock startedMonday() {
    return SlaClock.start(RESOLUTION, EIGHT_HOURS, at("02T09:00"));
  }

  private static SlaView view(SlaClock clock, String now) {
    return clock.view(NINE_TO_FIVE, at(now));
  }

  @Test
  void runningClockShouldBeMetAtDueAndBreachedASecondLater() {
    SlaClock clock = startedMonday();

    assertEquals(Optional.of(at("02T17:00")), clock.dueInForceAt(NINE_TO_FIVE));
    assertFalse(view(clock, "02T16:59:59").breached());
    assertFalse(view(clock, "02T17:00").breached());
    assertFalse(view(clock, "02T17:00:00.999").breached());
    assertTrue(view(clock, "02T17:00:01").breached());
    assertEquals(Optional.of(0L), view(clock, "02T17:00").leftSeconds());
  }

  @Test
  void stopShouldBeMetAtDueAndTooLateASecondLater() {
    SlaClock inTime = startedMonday().stop(at("02T17:00"));
    SlaClock late = startedMonday().stop(at("02T17:00:01"));

    assertEquals(ClockState.FULFILLED, view(inTime, "20T12:00").state());
    assertFalse(view(inTime, "20T12:00").breached());
    assertTrue(view(late, "20T12:00").breached());
    assertEquals(Optional.of(at("02T17:00")), view(late, "20T12:00").dueInForceAt());
  }

  @Test
  void pauseShouldSuspendTheDueInstantAndKeepShowingIt() {
    SlaClock held = startedMonday().pause(at("02T11:00"));

    SlaView view = view(held, "20T12:00");

    assertEquals(ClockState.PAUSED, view.state());
    assertEquals(Optional.empty(), view.dueInForceAt());
    assertEquals(Optional.of(at("02T17:00")), view.shownDueAt());
    assertFalse(view.breached());
    assertEquals(2 * 3600, view.usedSeconds());
    assertEquals(Optional.empty(), held.nextEventAt(NINE_TO_FIVE, List.of()));
  }

  @Test
  void pauseAfterDueShouldStayBreached() {
    SlaClock held = startedMonday().pause(at("03T10:00"));

    SlaView view = view(held, "20T12:00");

    assertTrue(view.breached());
    assertEquals(Optional.of(at("02T17:00")), view.dueInForceAt());
    assertEquals(9 * 3600, view.usedSeconds());
  }

  @Test
  void pauseAtTheDueInstantShouldBeInTimeUntilTheClockRunsOn() {
    SlaClock held = startedMonday().pause(at("02T17:00"));
    SlaClock resumed = held.resume(at("05T12:00"));

    assertFalse(view(held, "04T12:00").breached());
    assertEquals(Optional.empty(), view(held, "04T12:00").dueInForceAt());
    assertTrue(view(resumed, "05T12:00").breached());
    assertEquals(Optional.of(at("02T17:00")), view(resumed, "05T12:00").dueInForceAt());
  }

  @Test
  void stopDuringAHoldShouldBeMetHoweverLate() {
    SlaClock clock = startedMonday().pause(at("02T11:00")).stop(at("20T12:00"));

    SlaView view = view(clock, "20T12:00");

    assertEquals(ClockState.FULFILLED, view.state());
    assertFalse(view.breached());
    assertEquals(Optional.empty(), view.dueInForceAt());
    assertEquals(Optional.of(at("20T12:00")), clock.fulfilledAt());
  }

  @Test
  void verbsShouldDoNothingTheSecondTime() {
    SlaClock held = startedMonday().pause(at("02T11:00"));
    SlaClock resumed = held.resume(at("02T12:00"));
    SlaClock stopped = resumed.stop(at("02T13:00"));
    SlaClock cancelled = stopped.cancel(at("02T14:00"));

    assertEquals(held, held.pause(at("02T11:30")));
    assertEquals(resumed, resumed.resume(at("02T12:30")));
    assertEquals(stopped, stopped.stop(at("02T13:30")));
    assertEquals(stopped, stopped.pause(at("02T13:30")));
    assertEquals(cancelled, cancelled.cancel(at("02T14:30")));
    assertEquals(cancelled, cancelled.resume(at("02T14:30")));
    assertEquals(cancelled, cancelled.stop(at("02T14:30")));
    assertEquals(cancelled, cancelled.retarget(FOUR_HOURS, RetargetMode.FROM_NOW, at("02T15:00")));
    assertEquals(held, held.retarget(EIGHT_HOURS, RetargetMode.FROM_NOW, at("02T15:00")));
  }

  @Test
  void eventsFromAnEarlierClockShouldCountAsSimultaneous() {
    SlaClock clock =
        startedMonday().pause(at("01T00:00")).resume(at("01T00:00")).stop(at("01T00:00"));

    assertEquals(Optional.of(at("02T09:00")), clock.fulfilledAt());
    assertEquals(0, view(clock, "02T12:00").usedSeconds());
  }

  @Test
  void resumeShouldGoOnAfterAStop() {
    SlaClock clock = startedMonday().stop(at("02T16:00")).resume(at("05T10:00"));

    assertEquals(ClockState.RUNNING, view(clock, "05T10:00").state());
    assertEquals(1, clock.generation());
    assertEquals(Optional.of(at("05T11:00")), clock.dueInForceAt(NINE_TO_FIVE));
  }

  @Test
  void restartShouldBeginANewGenerationWithItsFullTarget() {
    SlaRecord told = new SlaRecord(Set.of(1, 2), Optional.of(at("02T17:00")));
    SlaClock clock =
        startedMonday().withRecorded(told).stop(at("03T16:00")).restart(at("05T10:00"));

    assertEquals(2, clock.generation());
    assertEquals(SlaRecord.NOTHING, clock.recorded());
    assertEquals(Optional.of(at("06T10:00")), clock.dueInForceAt(NINE_TO_FIVE));
  }

  @Test
  void retargetShouldKeepUsedTimeAndHolds() {
    SlaClock clock =
        startedMonday()
            .pause(at("02T11:00"))
            .resume(at("03T11:00"))
            .retarget(FOUR_HOURS, RetargetMode.RETROACTIVE, at("03T11:30"));

    assertEquals(Optional.of(at("03T13:00")), clock.dueInForceAt(NINE_TO_FIVE));
  }

  @Test
  void retargetBelowTheUsedTimeShouldBreachAtOnceAtThePastInstant() {
    SlaClock clock = startedMonday().retarget(FOUR_HOURS, RetargetMode.RETROACTIVE, at("02T15:00"));

    assertTrue(view(clock, "02T15:00").breached());
    assertEquals(Optional.of(at("02T13:00")), clock.dueInForceAt(NINE_TO_FIVE));
    assertEquals(
        Optional.of(new Breach(RESOLUTION, 1, at("02T13:00"), at("02T15:00"))),
        clock.breachToRecord(NINE_TO_FIVE, at("02T15:00")));
  }

  @Test
  void retargetIntoTheFutureShouldClearTheStateAndKeepTheRecord() {
    SlaClock breached =
        SlaClock.start(RESOLUTION, FOUR_HOURS, at("02T09:00"))
            .withRecorded(SlaRecord.NOTHING.withBreachOf(at("02T13:00")));

    SlaClock clock = breached.retarget(EIGHT_HOURS, RetargetMode.RETROACTIVE, at("02T14:00"));

    assertTrue(view(breached, "02T14:00").breached());
    assertFalse(view(clock, "02T14:00").breached());
    assertEquals(Optional.of(at("02T13:00")), clock.recorded().breachedDueAt());
    assertEquals(Optional.of(at("02T17:00:01")), clock.nextEventAt(NINE_TO_FIVE, List.of()));
  }

  @Test
  void retargetFromNowShouldForgetWhatWasUsed() {
    SlaClock clock = startedMonday().retarget(FOUR_HOURS, RetargetMode.FROM_NOW, at("02T16:00"));

    assertEquals(Optional.of(at("03T12:00")), clock.dueInForceAt(NINE_TO_FIVE));
    assertEquals(0, view(clock, "02T16:00").usedSeconds());
    assertEquals(1, clock.generation());
  }

  @Test
  void retargetWhilePausedShouldStayPaused() {
    SlaClock held = startedMonday().pause(at("02T11:00"));

    SlaClock retroactive = held.retarget(FOUR_HOURS, RetargetMode.RETROACTIVE, at("04T09:00"));
    SlaClock fromNow = held.retarget(FOUR_HOURS, RetargetMode.FROM_NOW, at("04T09:00"));

    assertEquals(ClockState.PAUSED, view(retroactive, "04T09:00").state());
    assertEquals(Optional.of(at("02T13:00")), retroactive.shownDueAt(NINE_TO_FIVE));
    assertEquals(Optional.empty(), retroactive.dueInForceAt(NINE_TO_FIVE));
    assertEquals(ClockState.PAUSED, view(fromNow, "04T09:00").state());
    assertEquals(Optional.of(at("04T13:00")), fromNow.shownDueAt(NINE_TO_FIVE));
    assertEquals(
        Optional.of(at("05T13:00")), fromNow.resume(at("05T09:00")).dueInForceAt(NINE_TO_FIVE));
  }

  @Test
  void changedCalendarShouldChangeTheViewAndNotTheClock() {
    SlaClock clock = startedMonday();
    BusinessCalendar always = BusinessCalendar.alwaysOpen(ZoneOffset.UTC);

    SlaClock atNight = SlaClock.start(RESOLUTION, EIGHT_HOURS, at("02T18:00"));

    assertEquals(Optional.of(at("02T17:00")), clock.dueInForceAt(always));
    assertEquals(Optional.of(at("03T02:00")), atNight.dueInForceAt(always));
    assertEquals(Optional.of(at("03T17:00")), atNight.dueInForceAt(NINE_TO_FIVE));
  }

  @Test
  void withdrawnTargetShouldLeaveNothingDueAndComeBackWithTheHolds() {
    SlaClock without =
        startedMonday()
            .retarget(Optional.empty(), RetargetMode.RETROACTIVE, at("02T10:00"))
            .pause(at("02T11:00"))
            .resume(at("02T13:00"));

    SlaClock again = without.retarget(EIGHT_HOURS, RetargetMode.RETROACTIVE, at("02T14:00"));

    SlaView view = view(without, "20T12:00");
    assertEquals(ClockState.WITHOUT_TARGET, view.state());
    assertEquals(Optional.empty(), view.dueInForceAt());
    assertEquals(Optional.empty(), view.shownDueAt());
    assertEquals(Optional.empty(), view.leftSeconds());
    assertFalse(view.breached());
    assertEquals(Optional.empty(), without.nextEventAt(NINE_TO_FIVE, List.of()));
    assertEquals(Optional.of(at("03T11:00")), again.dueInForceAt(NINE_TO_FIVE));
  }

  @Test
  void cancelShouldLeaveNothingDue() {
    SlaClock clock = startedMonday().cancel(at("04T09:00"));

    SlaView view = view(clock, "20T12:00");

    assertEquals(ClockState.CANCELLED, view.state());
    assertEquals(Optional.empty(), view.shownDueAt());
    assertFalse(view.breached());
    assertEquals(Optional.empty(), clock.breachToRecord(NINE_TO_FIVE, at("20T12:00")));
    assertEquals(Optional.empty(), clock.explain(NINE_TO_FIVE));
  }

  @Test
  void clockShouldBeUnschedulableWithoutOpenHoursAhead() {
    BusinessCalendar closed = BusinessCalendar.in(ZoneOffset.UTC).build();

    SlaView running = startedMonday().view(closed, at("03T12:00"));
    SlaView held = startedMonday().pause(at("03T11:00")).view(closed, at("03T12:00"));

    assertEquals(ClockState.UNSCHEDULABLE, running.state());
    assertEquals(ClockState.UNSCHEDULABLE, held.state());
    assertEquals(Optional.empty(), running.dueInForceAt());
    assertFalse(running.breached());
    assertEquals(Optional.empty(), startedMonday().nextEventAt(closed, List.of()));
  }

  @Test
  void explainShouldLeaveOutTheHolds() {
    SlaClock clock =
        startedMonday()
            .pause(at("02T11:00"))
            .resume(at("02T20:00"))
            .retarget(FOUR_HOURS, RetargetMode.RETROACTIVE, at("02T20:00"));

    Optional<List<OpenInterval>> intervals = clock.explain(NINE_TO_FIVE);

    assertEquals(
        Optional.of(
            List.of(
                new OpenInterval(at("02T09:00"), at("02T11:00")),
                new OpenInterval(at("03T09:00"), at("03T11:00")))),
        intervals);
  }

  @Test
  void breachShouldBeFoundOnceHoweverLateAndAlsoAfterAStop() {
    SlaClock late = startedMonday().stop(at("03T12:00"));

    Optional<Breach> found = late.breachToRecord(NINE_TO_FIVE, at("04T00:00"));

    assertEquals(Optional.of(at("02T17:00:01")), late.nextEventAt(NINE_TO_FIVE, List.of()));
    assertEquals(Optional.of(at("02T17:00")), found.map(Breach::dueAt));
    SlaClock told = late.withRecorded(late.recorded().withBreachOf(at("02T17:00")));
    assertEquals(Optional.empty(), told.breachToRecord(NINE_TO_FIVE, at("04T00:00")));
    assertEquals(Optional.empty(), told.nextEventAt(NINE_TO_FIVE, List.of()));
  }

  @Test
  void breachShouldBeFoundFromItsNextEventOn() {
    SlaClock clock = startedMonday();
    Instant next = clock.nextEventAt(NINE_TO_FIVE, List.of()).orElseThrow();

    assertEquals(Optional.empty(), clock.breachToRecord(NINE_TO_FIVE, next.minusMillis(1)));
    assertTrue(clock.breachToRecord(NINE_TO_FIVE, next).isPresent());
  }

  @Test
  void constructorShouldRefuseWhatNoVerbMakes() {
    RunSegment open = RunSegment.openFrom(at("02T09:00"));
    RunSegment closed = RunSegment.between(at("02T09:00"), at("02T10:00"));
    RunSegment overlapping = RunSegment.openFrom(at("02T09:59"));

    assertThrows(IllegalArgumentException.class, () -> restored(List.of(), 1, false));
    assertThrows(IllegalArgumentException.class, () -> restored(List.of(open, closed), 1, false));
    assertThrows(
        IllegalArgumentException.class, () -> restored(List.of(closed, overlapping), 1, false));
    assertThrows(IllegalArgumentException.class, () -> restored(List.of(open), 1, true));
    assertThrows(IllegalArgumentException.class, () -> restored(List.of(open), 0, false));
    assertThrows(
        IllegalArgumentException.class, () -> RunSegment.between(at("02T10:00"), at("02T09:00")));
  }

  private static SlaClock restored(List<RunSegment> segments, int generation, boolean cancelled) {
    return new SlaClock(
        RESOLUTION,
        EIGHT_HOURS,
        segments,
        Optional.empty(),
        generation,
        Optional.empty(),
        cancelled,
        SlaRecord.NOTHING);
  }
}
