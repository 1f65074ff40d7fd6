package org.polydesk.domain.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When a desk works: weekly windows in the local time of one zone, holidays, and special days that
 * replace the windows of a date and win over its holidays. Immutable and safe for all threads;
 * equal when the zone and all days are.
 *
 * <p>Business time is counted in whole seconds. An instant within a second stands for the start of
 * that second, in every argument; results are whole seconds. With that, {@link #add} and {@link
 * #elapsed} are inverse: {@code elapsed(a, add(a, n)) == n}.
 *
 * <p>A local boundary that the clocks skip is the instant of the change; of a boundary that they
 * show twice, an opening takes the first and a closing the second. So a window lasts as long as
 * really elapses, and a day that the zone leaves out contributes nothing. A stretch that two
 * windows cover because of a clock change counts once.
 *
 * <p>{@link #add} and {@link #elapsed} walk the days of at most a few weeks and those around
 * holidays, special days and clock changes, and leap over the weeks between: their cost grows with
 * the exceptions met, not with the distance. Source: docs/sla.md, section "Calendars".
 */
public final class BusinessCalendar {
  /** The first second of the year 1. */
  private static final long FIRST = -62_135_596_800L;

  /** The last second of the year 9999; no due date is later. */
  static final long LAST = 253_402_300_799L;

  private final ZoneId zone;
  private final Map<DayOfWeek, List<TimeWindow>> weekly;
  private final Map<LocalDate, List<TimeWindow>> holidays;
  private final Set<MonthDay> annualHolidays;
  private final Map<LocalDate, List<TimeWindow>> specialDays;
  private final CalendarDays days;

  /**
   * The calendar with these days, in any order of windows.
   *
   * @param zone whose wall clocks the windows mean
   * @param weekly the open windows of each weekday; a weekday left out is closed
   * @param holidays the closed windows of each holiday, {@link TimeWindow#WHOLE_DAY} for all of it
   * @param annualHolidays dates that are closed every year; 29 February in leap years only
   * @param specialDays the open windows of dates that follow neither their weekday nor their
   *     holidays; none means closed
   * @throws org.polydesk.domain.error.DeskException {@code INVALID_FIELD} when windows of one day
   *     overlap
   */
  public BusinessCalendar(
      ZoneId zone,
      Map<DayOfWeek, List<TimeWindow>> weekly,
      Map<LocalDate, List<TimeWindow>> holidays,
      Set<MonthDay> annualHolidays,
      Map<LocalDate, List<TimeWindow>> specialDays) {
    this.zone = Objects.requireNonNull(zone, "zone");
    Map<DayOfWeek, List<TimeWindow>> open = new EnumMap<>(DayOfWeek.class);
    weekly.forEach((day, windows) -> putOpen(open, day, windows));
    this.weekly = Collections.unmodifiableMap(open);
    this.holidays = inOrder(holidays);
    this.annualHolidays = Set.copyOf(annualHolidays);
    this.specialDays = inOrder(specialDays);
    this.days = new CalendarDays(this.weekly, this.holidays, this.annualHolidays, this.specialDays);
  }

  private static void putOpen(
      Map<DayOfWeek, List<TimeWindow>> open, DayOfWeek day, List<TimeWindow> windows) {
    if (!windows.isEmpty()) {
      open.put(day, TimeWindow.inOrder(windows));
    }
  }

  private static Map<LocalDate, List<TimeWindow>> inOrder(Map<LocalDate, List<TimeWindow>> days) {
    return Collections.unmodifiableMap(
        days.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    day -> TimeWindow.inOrder(day.getValue()),
                    (one, other) -> other,
                    TreeMap::new)));
  }

  /** Open at every instant. */
  public static BusinessCalendar alwaysOpen(ZoneId zone) {
    return in(zone).open(List.of(DayOfWeek.values()), TimeWindow.WHOLE_DAY).build();
  }

  /** A new calendar in {@code zone}, closed until windows are added. */
  public static Builder in(ZoneId zone) {
    return new Builder(zone);
  }

  /** Whose wall clocks the windows mean. */
  public ZoneId zone() {
    return zone;
  }

  /** The open windows of the weekdays that have any, in the order of the day. */
  public Map<DayOfWeek, List<TimeWindow>> weekly() {
    return weekly;
  }

  /** The closed windows of each holiday, by date. */
  public Map<LocalDate, List<TimeWindow>> holidays() {
    return holidays;
  }

  /** The dates that are closed every year. */
  public Set<MonthDay> annualHolidays() {
    return annualHolidays;
  }

  /** The open windows of each special day, by date. */
  public Map<LocalDate, List<TimeWindow>> specialDays() {
    return specialDays;
  }

  /**
   * The open seconds in [{@code from}, {@code to}).
   *
   * @return 0 or more; 0 when {@code to} is not after {@code from}
   * @throws IllegalArgumentException when an instant is outside the years 1 to 9999
   */
  public long elapsed(Instant from, Instant to) {
    checkRange(from);
    checkRange(to);
    return to.getEpochSecond() <= from.getEpochSecond()
        ? 0
        : walkFrom(from).elapsedUntil(to.getEpochSecond());
  }

  /**
   * The earliest instant by which {@code seconds} have been open since {@code from}. It is never
   * strictly inside closed time: a target that exactly fills a day is due at the close.
   *
   * @param seconds at least 1
   * @return empty when the calendar has no opening for five years on end before the time is used
   *     up, or when that would be later than the year 9999
   * @throws IllegalArgumentException when {@code seconds} is less than 1 or {@code from} outside
   *     the years 1 to 9999
   */
  public Optional<Instant> add(Instant from, long seconds) {
    if (seconds < 1) {
      throw new IllegalArgumentException("seconds must be at least 1: " + seconds);
    }
    checkRange(from);
    OptionalLong found = walkFrom(from).after(seconds);
    return found.isPresent()
        ? Optional.of(Instant.ofEpochSecond(found.getAsLong()))
        : Optional.empty();
  }

  /**
   * The open stretches that add up to {@code seconds} from {@code from} on; the last ends at {@link
   * #add}. Stretches that touch are told as one. Costs as much as there are days between.
   *
   * @param seconds at least 1
   * @return empty exactly when {@link #add} is
   */
  public Optional<List<OpenInterval>> explain(Instant from, long seconds) {
    return add(from, seconds).map(to -> openIntervals(from, to));
  }

  /** The open stretches of [{@code from}, {@code to}); those that touch are told as one. */
  List<OpenInterval> openIntervals(Instant from, Instant to) {
    return walkFrom(from).intervalsUntil(to.getEpochSecond());
  }

  private static void checkRange(Instant instant) {
    if (instant.getEpochSecond() < FIRST || instant.getEpochSecond() > LAST) {
      throw new IllegalArgumentException("outside the years 1 to 9999: " + instant);
    }
  }

  private OpenTimeWalk walkFrom(Instant from) {
    return new OpenTimeWalk(days, zone, from.getEpochSecond());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BusinessCalendar that
        && zone.equals(that.zone)
        && weekly.equals(that.weekly)
        && holidays.equals(that.holidays)
        && annualHolidays.equals(that.annualHolidays)
        && specialDays.equals(that.specialDays);
  }

  @Override
  public int hashCode() {
    return Objects.hash(zone, weekly, holidays, annualHolidays, specialDays);
  }

  @Override
  public String toString() {
    return "BusinessCalendar[%s, weekly=%s, holidays=%s, annualHolidays=%s, specialDays=%s]"
        .formatted(zone, weekly, holidays, annualHolidays, specialDays);
  }

  /** Gathers the days of a calendar. The last word on a day counts. Not thread-safe. */
  public static final class Builder {
    private final ZoneId zone;
    private final Map<DayOfWeek, List<TimeWindow>> weekly = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<TimeWindow>> holidays = new TreeMap<>();
    private final Set<MonthDay> annualHolidays = new HashSet<>();
    private final Map<LocalDate, List<TimeWindow>> specialDays = new TreeMap<>();

    private Builder(ZoneId zone) {
      this.zone = zone;
    }

    /** Open in {@code windows} on that weekday. */
    public Builder open(DayOfWeek weekday, TimeWindow... windows) {
      weekly.put(weekday, List.of(windows));
      return this;
    }

    /** Open in {@code windows} on each of those weekdays. */
    public Builder open(Collection<DayOfWeek> weekdays, TimeWindow... windows) {
      weekdays.forEach(weekday -> open(weekday, windows));
      return this;
    }

    /** Closed on those dates, all day. */
    public Builder holidays(LocalDate... dates) {
      Arrays.stream(dates).forEach(date -> holiday(date, TimeWindow.WHOLE_DAY));
      return this;
    }

    /** Closed in {@code windows} of that date, and else open as on its weekday. */
    public Builder holiday(LocalDate date, TimeWindow... windows) {
      holidays.put(date, List.of(windows));
      return this;
    }

    /** Closed on those dates of every year. */
    public Builder annualHolidays(MonthDay... dates) {
      annualHolidays.addAll(List.of(dates));
      return this;
    }

    /** Open in {@code windows} of that date, whatever its weekday and holidays say. */
    public Builder specialDay(LocalDate date, TimeWindow... windows) {
      specialDays.put(date, List.of(windows));
      return this;
    }

    /**
     * The calendar.
     *
     * @throws org.polydesk.domain.error.DeskException {@code INVALID_FIELD} when windows of one day
     *     overlap
     */
    public BusinessCalendar build() {
      return new BusinessCalendar(zone, weekly, holidays, annualHolidays, specialDays);
    }
  }
}
