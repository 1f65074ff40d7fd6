package org.polydesk.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.polydesk.domain.sla.Calendars.Sample;

/** Laws of clocks that hold on every calendar. */
class SlaClockPropertiesTest {
  @Provide
  Arbitrary<Sample> samples() {
    return Calendars.samples(60);
  }

  private static SlaClock started(Sample sample, long seconds) {
    return SlaClock.start(ClockKind.RESOLUTION, Optional.of(new SlaTarget(seconds)), sample.from());
  }

  @Property(tries = 1500)
  void holdsOutsideOpeningHoursShouldChangeNothing(
      @ForAll("samples") Sample sample,
      @ForAll @LongRange(min = 1, max = 500_000) long seconds,
      @ForAll @LongRange(min = 1, max = 500_000) long later) {
    BusinessCalendar calendar = sample.calendar();
    SlaClock clock = started(sample, seconds);
    List<OpenInterval> open = calendar.openIntervals(sample.from(), sample.to());
    SlaClock held = clock;
    for (int i = 1; i < open.size(); i++) {
      held = held.pause(open.get(i - 1).to()).resume(open.get(i).from());
    }

    Instant now = held.segments().get(held.segments().size() - 1).from().plusSeconds(later);
    SlaView expected = clock.view(calendar, now);
    assertEquals(expected, held.view(calendar, now));
  }

  @Property(tries = 1500)
  void dueShouldBeWhereUsedTimeReachesTheTarget(
      @ForAll("samples") Sample sample,
      @ForAll @LongRange(min = 1, max = 500_000) long seconds,
      @ForAll Random random) {
    BusinessCalendar calendar = sample.calendar();
    SlaClock clock = withHolds(started(sample, seconds), sample, random);

    Optional<Instant> due = clock.dueInForceAt(calendar);

    due.ifPresent(at -> assertEquals(seconds, usedBy(clock, calendar, at)));
    due.ifPresent(at -> assertEquals(seconds - 1, usedBy(clock, calendar, at.minusSeconds(1))));
    due.ifPresent(at -> assertEquals(!clock.isRunning(), clock.view(calendar, at).breached()));
    due.ifPresent(at -> assertEquals(Optional.of(seconds), explained(clock, calendar)));
  }

  private static Optional<Long> explained(SlaClock clock, BusinessCalendar calendar) {
    return clock
        .explain(calendar)
        .map(intervals -> intervals.stream().mapToLong(OpenInterval::seconds).sum());
  }

  /** What the segments had used at an instant, be it before some of them. */
  private static long usedBy(SlaClock clock, BusinessCalendar calendar, Instant now) {
    return clock.segments().stream()
        .mapToLong(
            segment -> {
              Instant to = segment.to().filter(end -> end.isBefore(now)).orElse(now);
              return calendar.elapsed(segment.from(), to);
            })
        .sum();
  }

  @Property(tries = 1000)
  void holdsShouldNeverMakeItDueEarlier(
      @ForAll("samples") Sample sample,
      @ForAll @LongRange(min = 1, max = 500_000) long seconds,
      @ForAll Random random) {
    SlaClock clock = started(sample, seconds);
    SlaClock held = withHolds(clock, sample, random);

    Optional<Instant> due = held.shownDueAt(sample.calendar());

    due.ifPresent(
        at -> assertFalse(at.isBefore(clock.shownDueAt(sample.calendar()).orElseThrow())));
  }

  @Property(tries = 1000)
  void sweepingAtEachNextEventShouldFindWhatOneLateSweepFinds(
      @ForAll("samples") Sample sample,
      @ForAll @LongRange(min = 1, max = 500_000) long seconds,
      @ForAll Random random) {
    List<EscalationLevel> levels =
        List.of(
            EscalationLevel.atPercent(1, ClockKind.RESOLUTION, 50),
            EscalationLevel.atOffset(2, ClockKind.RESOLUTION, -30),
            EscalationLevel.atOffset(3, ClockKind.RESOLUTION, 0),
            EscalationLevel.atOffset(4, ClockKind.RESOLUTION, 45));
    BusinessCalendar calendar = sample.calendar();
    SlaClock clock = withHolds(started(sample, seconds), sample, random);
    List<Integer> inTime = new ArrayList<>();
    SlaClock swept = clock;
    Optional<Instant> next = swept.nextEventAt(calendar, levels);
    while (next.isPresent()) {
      for (DueEscalation fired : swept.escalationsToRecord(calendar, levels, next.get())) {
        inTime.add(fired.level().number());
        assertEquals(next.get(), fired.firedAt());
        swept = swept.withRecorded(swept.recorded().withLevel(fired.level().number()));
      }
      for (Breach breach : swept.breachToRecord(calendar, next.get()).stream().toList()) {
        swept = swept.withRecorded(swept.recorded().withBreachOf(breach.dueAt()));
      }
      next = swept.nextEventAt(calendar, levels);
    }

    List<DueEscalation> late =
        clock.escalationsToRecord(calendar, levels, Instant.parse("9999-01-01T00:00:00Z"));

    inTime.sort(Comparator.naturalOrder());
    assertEquals(late.stream().map(fired -> fired.level().number()).toList(), inTime);
  }

  private static SlaClock withHolds(SlaClock clock, Sample sample, Random random) {
    long span = sample.to().getEpochSecond() - sample.from().getEpochSecond() + 1;
    long[] at =
        random
            .longs(random.nextInt(6), 0, span)
            .sorted()
            .map(offset -> sample.from().getEpochSecond() + offset)
            .toArray();
    SlaClock held = clock;
    for (int i = 0; i < at.length; i++) {
      Instant instant = Instant.ofEpochSecond(at[i]);
      held = i % 2 == 0 ? held.pause(instant) : held.resume(instant);
    }
    return held;
  }
}
