package org.polydesk.domain.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a calendar says about each local date, laid out for quick look-ups. Days are epoch days, see
 * {@link LocalDate#toEpochDay()}.
 */
final class CalendarDays {
  /** A day that does not come, and from which one can still count on. */
  static final long NEVER = Long.MAX_VALUE / 2;

  private static final List<TimeWindow> CLOSED = List.of();

  /** 29 February can stay away for as long as this, as it did from 1896 to 1904. */
  private static final int LONGEST_WAIT_FOR_A_DATE = 8;

  private final List<List<TimeWindow>> week;
  private final long secondsOfWeek;
  private final long[] datedDays;
  private final List<List<TimeWindow>> datedWindows;
  private final NavigableSet<MonthDay> annual;

  CalendarDays(
      Map<DayOfWeek, List<TimeWindow>> weekly,
      Map<LocalDate, List<TimeWindow>> holidays,
      Set<MonthDay> annualHolidays,
      Map<LocalDate, List<TimeWindow>> specialDays) {
    this.week =
        Arrays.stream(DayOfWeek.values()).map(day -> weekly.getOrDefault(day, CLOSED)).toList();
    this.secondsOfWeek = week.stream().flatMap(List::stream).mapToLong(TimeWindow::seconds).sum();
    this.annual = new TreeSet<>(annualHolidays);
    NavigableMap<LocalDate, List<TimeWindow>> dated = new TreeMap<>();
    holidays.forEach((date, closed) -> dated.put(date, openOn(date, closed)));
    dated.putAll(specialDays);
    this.datedDays = dated.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray();
    this.datedWindows = List.copyOf(dated.values());
  }

  private List<TimeWindow> openOn(LocalDate holiday, List<TimeWindow> closed) {
    return annual.contains(MonthDay.from(holiday))
        ? CLOSED
        : TimeWindow.without(weekdayWindows(holiday.toEpochDay()), closed);
  }

  /** The open seconds of a week without exceptions. */
  long secondsOfWeek() {
    return secondsOfWeek;
  }

  /** The windows of an ordinary day. */
  List<TimeWindow> weekdayWindows(long day) {
    return week.get((int) Math.floorMod(day + DayOfWeek.THURSDAY.ordinal(), 7L));
  }

  /** The windows of a day that {@link #nextExceptionFrom} named. */
  List<TimeWindow> exceptionWindows(long day) {
    int found = Arrays.binarySearch(datedDays, day);
    return found >= 0 ? datedWindows.get(found) : CLOSED;
  }

  /** The first day, {@code day} or later, that is not ruled by its weekday; or {@link #NEVER}. */
  long nextExceptionFrom(long day) {
    int found = Arrays.binarySearch(datedDays, day);
    int next = found >= 0 ? found : -found - 1;
    long dated = next < datedDays.length ? datedDays[next] : NEVER;
    return annual.isEmpty() ? dated : Math.min(dated, nextAnnualFrom(day));
  }

  private long nextAnnualFrom(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    MonthDay from = MonthDay.from(date);
    int lastYear = date.getYear() + LONGEST_WAIT_FOR_A_DATE;
    for (int year = date.getYear(); year <= lastYear; year++) {
      boolean leap = Year.isLeap(year);
      for (MonthDay holiday : year == date.getYear() ? annual.tailSet(from) : annual) {
        if (leap || !isLeapDay(holiday)) {
          return holiday.atYear(year).toEpochDay();
        }
      }
    }
    return NEVER;
  }

  private static boolean isLeapDay(MonthDay date) {
    return date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
  }
}
