package org.polydesk.domain.sla;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polydesk.domain.error.DeskException;

class BusinessCalendarTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Set<DayOfWeek> WEEK = EnumSet.allOf(DayOfWeek.class);
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(MONDAY, FRIDAY);
  private static final BusinessCalendar NINE_TO_FIVE =
      BusinessCalendar.in(ZoneOffset.UTC).open(WORKDAYS, TimeWindow.of("09:00", "17:00")).build();

  private static Instant utc(String local) {
    return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
  }

  private static long minutesOn(BusinessCalendar calendar, String date) {
    Instant noon = LocalDate.parse(date).atTime(12, 0).atZone(calendar.zone()).toInstant();
    Duration reach = Duration.ofHours(30);
    return calendar.elapsed(noon.minus(reach), noon.plus(reach)) / 60;
  }

  /** Open on one local date only, so that its length shows. */
  private static BusinessCalendar onlyOn(String zone, String date, String start, String end) {
    return BusinessCalendar.in(ZoneId.of(zone))
        .specialDay(LocalDate.parse(date), TimeWindow.of(start, end))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    // spring: 01:00 to 02:00 does not exist
    "Europe/London, 2026-03-29, 00:00, 06:00, 300",
    "Europe/London, 2026-03-29, 00:00, 01:30, 60",
    "Europe/London, 2026-03-29, 01:30, 06:00, 240",
    "Europe/London, 2026-03-29, 01:15, 01:45, 0",
    // autumn: 01:00 to 02:00 exists twice
    "Europe/London, 2026-10-25, 00:00, 06:00, 420",
    "Europe/London, 2026-10-25, 00:00, 01:30, 150",
    "Europe/London, 2026-10-25, 01:30, 06:00, 330",
    "Europe/London, 2026-10-25, 01:15, 01:45, 90",
    "Europe/London, 2026-10-25, 02:00, 06:00, 240",
    "Europe/London, 2026-10-25, 00:00, 01:00, 120",
    // half an hour
    "Australia/Lord_Howe, 2026-10-04, 00:00, 24:00, 1410",
    "Australia/Lord_Howe, 2026-04-05, 00:00, 24:00, 1470",
    // no local midnight, and a midnight that is reached twice
    "America/Sao_Paulo, 2018-11-04, 00:00, 24:00, 1380",
    "America/Sao_Paulo, 2018-02-17, 00:00, 24:00, 1500",
    // days that do not exist
    "Pacific/Apia, 2011-12-30, 00:00, 24:00, 0",
    "Pacific/Apia, 2011-12-30, 09:00, 17:00, 0",
    "Pacific/Kwajalein, 1993-08-21, 09:00, 17:00, 0",
  })
  void elapsedShouldCountWhatReallyElapses(
      String zone, String date, String start, String end, long minutes) {
    BusinessCalendar calendar = onlyOn(zone, date, start, end);

    assertEquals(minutes, minutesOn(calendar, date));
  }

  @Test
  void elapsedShouldCountOnceWhatTwoWindowsCoverInAutumn() {
    BusinessCalendar calendar =
        BusinessCalendar.in(LONDON)
            .open(SUNDAY, TimeWindow.of("00:00", "01:30"), TimeWindow.of("01:30", "06:00"))
            .build();

    assertEquals(7 * 60, minutesOn(calendar, "2026-10-25"));
  }

  @Test
  void elapsedShouldCountOnceWhatTwoDaysCoverWhenMidnightComesTwice() {
    BusinessCalendar always = BusinessCalendar.alwaysOpen(ZoneId.of("America/Havana"));
    Instant from = Instant.parse("2026-10-31T00:00:00Z");

    long elapsed = always.elapsed(from, from.plus(Duration.ofDays(3)));

    assertEquals(Duration.ofDays(3).getSeconds(), elapsed);
  }

  @Test
  void yesterdaysWindowShouldLastIntoTheFirstOfTwoMidnights() {
    BusinessCalendar saturday = onlyOn("America/Havana", "2026-10-31", "10:00", "24:00");
    Instant halfPastTheFirstMidnight = Instant.parse("2026-11-01T04:30:00Z");

    long elapsed =
        saturday.elapsed(halfPastTheFirstMidnight, Instant.parse("2026-11-02T00:00:00Z"));

    assertEquals(30 * 60, elapsed);
  }

  @Test
  void addShouldBeDueAtTheCloseWhenTheTargetFillsTheDay() {
    Optional<Instant> due = NINE_TO_FIVE.add(utc("2026-03-06T09:00"), 8 * 3600);

    assertEquals(Optional.of(utc("2026-03-06T17:00")), due);
  }

  @Test
  void addShouldStartAtTheNextOpeningWhenCreatedAtTheClose() {
    Optional<Instant> due = NINE_TO_FIVE.add(utc("2026-03-06T17:00"), 1);

    assertEquals(Optional.of(utc("2026-03-09T09:00:01")), due);
  }

  @Test
  void addShouldBeDueAtTheCloseAfterWholeWeeks() {
    Optional<Instant> due = NINE_TO_FIVE.add(utc("2026-03-06T17:00"), 52 * 40 * 3600L);

    assertEquals(Optional.of(utc("2027-03-05T17:00")), due);
  }

  @Test
  void instantsWithinASecondShouldStandForItsStart() {
    Instant from = Instant.parse("2026-03-06T16:59:58.999Z");

    Optional<Instant> due = NINE_TO_FIVE.add(from, 1);

    assertEquals(Optional.of(utc("2026-03-06T16:59:59")), due);
    assertEquals(1, NINE_TO_FIVE.elapsed(from, due.get()));
    assertEquals(1, NINE_TO_FIVE.elapsed(from, due.get().plusMillis(999)));
    assertEquals(2, NINE_TO_FIVE.elapsed(from, due.get().plusMillis(1000)));
    assertEquals(0, NINE_TO_FIVE.elapsed(from.minusMillis(900), from));
  }

  @Test
  void elapsedShouldBeNothingBackwards() {
    assertEquals(0, NINE_TO_FIVE.elapsed(utc("2026-03-06T12:00"), utc("2026-03-06T11:00")));
  }

  @Test
  void specialDayShouldReplaceTheWeekdayAndWinOverHolidays() {
    LocalDate christmas = LocalDate.parse("2026-12-25");
    BusinessCalendar calendar =
        BusinessCalendar.in(ZoneOffset.UTC)
            .open(WORKDAYS, TimeWindow.of("09:00", "17:00"))
            .holidays(christmas)
            .annualHolidays(MonthDay.of(12, 25))
            .specialDay(christmas, TimeWindow.of("07:00", "08:00"))
            .specialDay(LocalDate.parse("2026-12-28"))
            .specialDay(LocalDate.parse("2026-12-27"), TimeWindow.of("10:00", "10:30"))
            .build();

    assertEquals(60, calendar.elapsed(utc("2026-12-25T00:00"), utc("2026-12-26T00:00")) / 60);
    assertEquals(0, calendar.elapsed(utc("2026-12-28T00:00"), utc("2026-12-29T00:00")));
    assertEquals(30, calendar.elapsed(utc("2026-12-27T00:00"), utc("2026-12-28T00:00")) / 60);
  }

  @Test
  void holidayShouldCloseItsWindowsOnly() {
    BusinessCalendar calendar =
        BusinessCalendar.in(ZoneOffset.UTC)
            .open(WORKDAYS, TimeWindow.of("09:00", "17:00"))
            .holiday(
                LocalDate.parse("2026-12-24"),
                TimeWindow.of("08:00", "10:00"),
                TimeWindow.of("12:00", "24:00"))
            .build();

    Optional<List<OpenInterval>> intervals = calendar.explain(utc("2026-12-24T00:00"), 3 * 3600);

    assertEquals(
        Optional.of(
            List.of(
                new OpenInterval(utc("2026-12-24T10:00"), utc("2026-12-24T12:00")),
                new OpenInterval(utc("2026-12-25T09:00"), utc("2026-12-25T10:00")))),
        intervals);
  }

  @Test
  void annualHolidayShouldCloseEveryYearAndOutrankAPartOfADay() {
    BusinessCalendar calendar =
        BusinessCalendar.in(ZoneOffset.UTC)
            .open(WEEK, TimeWindow.WHOLE_DAY)
            .annualHolidays(MonthDay.of(1, 1))
            .holiday(LocalDate.parse("2027-01-01"), TimeWindow.of("00:00", "01:00"))
            .build();

    long days = calendar.elapsed(utc("2025-01-01T00:00"), utc("2035-01-01T00:00")) / 86_400;

    assertEquals(3652 - 10, days);
  }

  @Test
  void leapDayHolidayShouldCloseInLeapYearsOnly() {
    BusinessCalendar calendar =
        BusinessCalendar.in(ZoneOffset.UTC)
            .open(WEEK, TimeWindow.WHOLE_DAY)
            .annualHolidays(MonthDay.of(2, 29))
            .build();

    assertEquals(0, calendar.elapsed(utc("2028-02-29T00:00"), utc("2028-03-01T00:00")));
    assertEquals(86_400, calendar.elapsed(utc("2027-02-28T00:00"), utc("2027-03-01T00:00")));
    assertEquals(
        24 * 86_400L * 365, calendar.elapsed(utc("2001-01-01T00:00"), utc("2025-01-01T00:00")));
  }

  @Test
  void elapsedShouldRunOverCenturiesAndTheBeginningOfTheEpoch() {
    BusinessCalendar always = BusinessCalendar.alwaysOpen(LONDON);
    Instant from = Instant.parse("1800-01-01T00:00:00Z");
    Instant to = Instant.parse("9999-12-31T23:59:59Z");

    assertEquals(Duration.between(from, to).getSeconds(), always.elapsed(from, to));
  }

  @Test
  void addShouldGiveUpWhenNothingOpensWithinFiveYears() {
    BusinessCalendar closed = BusinessCalendar.in(LONDON).build();
    BusinessCalendar onceIn2032 = onlyOn("UTC", "2032-01-01", "00:00", "24:00");

    assertEquals(Optional.empty(), closed.add(utc("2026-01-01T00:00"), 1));
    assertEquals(Optional.empty(), closed.explain(utc("2026-01-01T00:00"), 1));
    assertEquals(Optional.empty(), onceIn2032.add(utc("2026-12-31T23:59:59"), 1));
    assertEquals(
        Optional.of(utc("2032-01-01T00:00:01")), onceIn2032.add(utc("2027-01-01T00:00"), 1));
  }

  @Test
  void addShouldGiveUpWhenWhatIsOpenDoesNotSuffice() {
    BusinessCalendar once = onlyOn("UTC", "2026-03-02", "09:00", "10:00");

    assertEquals(Optional.of(utc("2026-03-02T10:00")), once.add(utc("2026-01-01T00:00"), 3600));
    assertEquals(Optional.empty(), once.add(utc("2026-01-01T00:00"), 3601));
  }

  @Test
  void addShouldGiveUpWhenHolidaysCoverEveryDay() {
    BusinessCalendar.Builder calendar =
        BusinessCalendar.in(LONDON).open(WEEK, TimeWindow.WHOLE_DAY);
    LocalDate.parse("2028-01-01")
        .datesUntil(LocalDate.parse("2029-01-01"))
        .forEach(date -> calendar.annualHolidays(MonthDay.from(date)));

    assertEquals(Optional.empty(), calendar.build().add(utc("2026-01-01T00:00"), 1));
  }

  @Test
  void addShouldEndForAnyTarget() {
    BusinessCalendar aSecondAWeek =
        BusinessCalendar.in(LONDON)
            .open(SATURDAY, TimeWindow.of("00:00", "00:00:01"))
            .annualHolidays(MonthDay.of(12, 25))
            .build();

    Optional<Instant> due =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> aSecondAWeek.add(utc("2026-01-01T00:00"), Long.MAX_VALUE));

    assertEquals(Optional.empty(), due);
    assertEquals(
        Optional.empty(),
        BusinessCalendar.alwaysOpen(ZoneOffset.UTC).add(utc("2026-01-01T00:00"), Long.MAX_VALUE));
  }

  @Test
  void addAndElapsedShouldRefuseWhatIsOutOfRange() {
    Instant now = utc("2026-01-01T00:00");

    assertThrows(IllegalArgumentException.class, () -> NINE_TO_FIVE.add(now, 0));
    assertThrows(IllegalArgumentException.class, () -> NINE_TO_FIVE.add(Instant.MIN, 1));
    assertThrows(IllegalArgumentException.class, () -> NINE_TO_FIVE.elapsed(now, Instant.MAX));
  }

  @Test
  void explainShouldTellTouchingStretchesAsOne() {
    Instant from = Instant.parse("2026-10-24T12:00:00Z");

    Optional<List<OpenInterval>> intervals =
        BusinessCalendar.alwaysOpen(LONDON).explain(from, 7 * 86_400);

    assertEquals(
        Optional.of(List.of(new OpenInterval(from, from.plus(Duration.ofDays(7))))), intervals);
  }

  @Test
  void constructorShouldRefuseOverlappingWindows() {
    TimeWindow morning = TimeWindow.of("08:00", "13:00");
    TimeWindow noon = TimeWindow.of("12:00", "14:00");

    assertThrows(
        DeskException.class, () -> BusinessCalendar.in(LONDON).open(MONDAY, morning, noon).build());
    assertThrows(
        DeskException.class,
        () ->
            BusinessCalendar.in(LONDON)
                .specialDay(LocalDate.parse("2026-01-05"), morning, noon)
                .build());
  }

  @Test
  void calendarsShouldBeEqualWhenTheirDaysAre() {
    BusinessCalendar one =
        BusinessCalendar.in(ZoneOffset.UTC)
            .open(MONDAY, TimeWindow.of("13:00", "17:00"), TimeWindow.of("09:00", "12:00"))
            .open(SUNDAY)
            .build();

    BusinessCalendar restored =
        new BusinessCalendar(
            one.zone(), one.weekly(), one.holidays(), one.annualHolidays(), one.specialDays());

    assertEquals(one, restored);
    assertEquals(one.hashCode(), restored.hashCode());
    assertEquals(
        Map.of(MONDAY, List.of(TimeWindow.of("09:00", "12:00"), TimeWindow.of("13:00", "17:00"))),
        one.weekly());
    assertNotEquals(one, NINE_TO_FIVE);
  }
}
