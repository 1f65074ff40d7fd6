package org.polydesk.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.polydesk.domain.sla.Calendars.Sample;

/** Laws of business time that hold on every calendar, at every instant. */
class BusinessCalendarPropertiesTest {
  @Provide
  Arbitrary<Sample> aroundAChange() {
    return Calendars.samples(10);
  }

  @Provide
  Arbitrary<Sample> overSeasons() {
    return Calendars.samples(150);
  }

  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void elapsedShouldEqualTheCountOfOpenMinutes(@ForAll("aroundAChange") Sample sample) {
    NaiveCalendar naive = sample.naive(10);

    long elapsed = sample.calendar().elapsed(sample.from(), sample.to());

    assertEquals(naive.elapsed(sample.from(), sample.to()), elapsed);
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void elapsedShouldEqualTheCountOfOpenMinutesOverSeasons(@ForAll("overSeasons") Sample sample) {
    NaiveCalendar naive = sample.naive(150);

    long elapsed = sample.calendar().elapsed(sample.from(), sample.to());

    assertEquals(naive.elapsed(sample.from(), sample.to()), elapsed);
  }

  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void addShouldStopWhereTheWalkOverMinutesStops(
      @ForAll("aroundAChange") Sample sample, @ForAll @IntRange(min = 1, max = 9000) int minutes) {
    assertAddsLikeTheOracle(sample, 10, minutes);
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void addShouldStopWhereTheWalkOverMinutesStopsOverSeasons(
      @ForAll("overSeasons") Sample sample, @ForAll @IntRange(min = 1, max = 80_000) int minutes) {
    assertAddsLikeTheOracle(sample, 150, minutes);
  }

  private static void assertAddsLikeTheOracle(Sample sample, int days, int minutes) {
    NaiveCalendar naive = sample.naive(days);
    Instant horizon = sample.from().plus(Duration.ofDays(days));

    OptionalLong expected = naive.add(sample.from(), minutes);

    Optional<Instant> due = sample.calendar().add(sample.from(), minutes * 60L);
    if (expected.isPresent() && expected.getAsLong() <= horizon.getEpochSecond()) {
      assertEquals(Optional.of(Instant.ofEpochSecond(expected.getAsLong())), due);
    } else {
      assertTrue(due.isEmpty() || due.get().isAfter(horizon));
    }
  }

  @Property(tries = 1500)
  void elapsedShouldUndoAdd(
      @ForAll("overSeasons") Sample sample,
      @ForAll @LongRange(min = 1, max = 20_000_000) long seconds,
      @ForAll @IntRange(min = 0, max = 59_999) int millis) {
    Instant from = sample.from().plusMillis(millis);

    Optional<Instant> due = sample.calendar().add(from, seconds);

    due.ifPresent(at -> assertEquals(seconds, sample.calendar().elapsed(from, at)));
    due.ifPresent(at -> assertTrue(at.isAfter(from)));
    due.ifPresent(
        at -> assertEquals(seconds - 1, sample.calendar().elapsed(from, at.minusSeconds(1))));
  }

  @Property(tries = 1000)
  void addShouldUndoElapsedUpToTheClosedTimeBefore(@ForAll("overSeasons") Sample sample) {
    long elapsed = sample.calendar().elapsed(sample.from(), sample.to());

    if (elapsed > 0) {
      Instant due = sample.calendar().add(sample.from(), elapsed).orElseThrow();

      assertFalse(due.isAfter(sample.to()));
      assertEquals(0, sample.calendar().elapsed(due, sample.to()));
    }
  }

  @Property(tries = 1000)
  void addShouldGrowWithTheTargetAndNeverShrinkWithTheStart(
      @ForAll("overSeasons") Sample sample,
      @ForAll @LongRange(min = 1, max = 1_000_000) long seconds,
      @ForAll @LongRange(min = 1, max = 100_000) long more) {
    Optional<Instant> due = sample.calendar().add(sample.from(), seconds);
    Optional<Instant> dueOfMore = sample.calendar().add(sample.from(), seconds + more);
    Optional<Instant> dueOfLater = sample.calendar().add(sample.middle(), seconds);

    dueOfMore.ifPresent(at -> assertTrue(at.isAfter(due.orElseThrow())));
    dueOfLater.ifPresent(at -> assertFalse(at.isBefore(due.orElseThrow())));
  }

  @Property(tries = 1500)
  void elapsedShouldAddUp(
      @ForAll("overSeasons") Sample sample, @ForAll @IntRange(min = 0, max = 59_999) int millis) {
    BusinessCalendar calendar = sample.calendar();
    Instant middle = sample.middle().plusMillis(millis);
    Instant to = sample.to().plusSeconds(60);

    assertEquals(
        calendar.elapsed(sample.from(), to),
        calendar.elapsed(sample.from(), middle) + calendar.elapsed(middle, to));
  }

  @Property(tries = 1000)
  void addInTwoStepsShouldBeAddInOne(
      @ForAll("overSeasons") Sample sample,
      @ForAll @LongRange(min = 1, max = 1_000_000) long first,
      @ForAll @LongRange(min = 1, max = 1_000_000) long second) {
    BusinessCalendar calendar = sample.calendar();

    Optional<Instant> inTwo =
        calendar.add(sample.from(), first).flatMap(at -> calendar.add(at, second));

    assertEquals(inTwo, calendar.add(sample.from(), first + second));
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void addShouldNeverLandInsideClosedTime(
      @ForAll("aroundAChange") Sample sample, @ForAll @IntRange(min = 1, max = 3000) int minutes) {
    Optional<Instant> due = sample.calendar().add(sample.from(), minutes * 60L);

    due.filter(at -> at.isBefore(sample.from().plus(Duration.ofDays(10))))
        .ifPresent(at -> assertTrue(sample.naive(10).isOpen(at.minusSeconds(60))));
  }

  @Property(tries = 500)
  void explainShouldAddUpToTheDueDate(
      @ForAll("overSeasons") Sample sample,
      @ForAll @LongRange(min = 1, max = 1_000_000) long seconds) {
    BusinessCalendar calendar = sample.calendar();

    Optional<List<OpenInterval>> intervals = calendar.explain(sample.from(), seconds);

    Optional<Instant> due = calendar.add(sample.from(), seconds);
    assertEquals(due, intervals.map(list -> list.get(list.size() - 1).to()));
    intervals.ifPresent(
        list -> {
          assertEquals(seconds, list.stream().mapToLong(OpenInterval::seconds).sum());
          assertFalse(list.get(0).from().isBefore(sample.from()));
          for (int i = 1; i < list.size(); i++) {
            assertTrue(list.get(i).from().isAfter(list.get(i - 1).to()));
            assertEquals(0, calendar.elapsed(list.get(i - 1).to(), list.get(i).from()));
          }
        });
  }

  @Property(tries = 1000)
  void unionOfCalendarsShouldNeverBeLaterThanEither(
      @ForAll("overSeasons") Sample sample,
      @ForAll @LongRange(min = 1, max = 1_000_000) long seconds) {
    BusinessCalendar one = sample.calendar();
    BusinessCalendar other = withWeekly(one, sample.other().weekly());
    BusinessCalendar union = withWeekly(one, union(one.weekly(), other.weekly()));

    Optional<Instant> due = union.add(sample.from(), seconds);

    for (BusinessCalendar part : List.of(one, other)) {
      part.add(sample.from(), seconds).ifPresent(at -> assertFalse(due.orElseThrow().isAfter(at)));
    }
  }

  private static BusinessCalendar withWeekly(
      BusinessCalendar calendar, Map<DayOfWeek, List<TimeWindow>> weekly) {
    return new BusinessCalendar(
        calendar.zone(),
        weekly,
        calendar.holidays(),
        calendar.annualHolidays(),
        calendar.specialDays());
  }

  private static Map<DayOfWeek, List<TimeWindow>> union(
      Map<DayOfWeek, List<TimeWindow>> some, Map<DayOfWeek, List<TimeWindow>> others) {
    Map<DayOfWeek, List<TimeWindow>> union = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      union.put(day, union(some.getOrDefault(day, List.of()), others.getOrDefault(day, List.of())));
    }
    return union;
  }

  private static List<TimeWindow> union(List<TimeWindow> some, List<TimeWindow> others) {
    BitSet seconds = new BitSet();
    some.forEach(window -> seconds.set(window.startSecond(), window.endSecond()));
    others.forEach(window -> seconds.set(window.startSecond(), window.endSecond()));
    List<TimeWindow> union = new ArrayList<>();
    for (int from = seconds.nextSetBit(0); from >= 0; ) {
      int to = seconds.nextClearBit(from);
      union.add(new TimeWindow(from, to));
      from = seconds.nextSetBit(to);
    }
    return union;
  }

  @Property(tries = 500)
  void roundTheClockShouldCountRealTimeInEveryZone(
      @ForAll("overSeasons") Sample sample,
      @ForAll @LongRange(min = 1, max = 100_000_000) long seconds) {
    ZoneId zone = sample.calendar().zone();
    BusinessCalendar always = BusinessCalendar.alwaysOpen(zone);

    assertEquals(
        Optional.of(sample.from().plusSeconds(seconds)), always.add(sample.from(), seconds));
    assertEquals(
        Duration.between(sample.from(), sample.to()).getSeconds(),
        always.elapsed(sample.from(), sample.to()));
  }
}
