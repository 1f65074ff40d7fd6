package org.polydesk.domain.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One walk forward over the open time of a calendar, in epoch seconds. It goes day by day where a
 * day is an exception or the zone changes its offset, and leaps over whole weeks between. Used
 * once, by one thread.
 *
 * <p>Opening instants never go back from window to window, not even where a local time exists
 * twice; so it is enough to remember up to where time has been counted in order to count none
 * twice.
 */
final class OpenTimeWalk {
  private static final int WEEK = 7;

  /** Weeks that lead from any day beyond the end of time, and far from the end of a long. */
  private static final long MOST_WEEKS = 600_000;

  private static final long YEARS_WITHOUT_OPENING = 5;
  private static final long SHORTEST_FIVE_YEARS = 5L * 365 * TimeWindow.SECONDS_OF_DAY;

  private final CalendarDays days;
  private final ZoneRules rules;

  private long day;
  private long counted;
  private long nextException = Long.MIN_VALUE;

  /** The day after the last one for which {@link #regular} and {@link #offset} hold. */
  private long judgedTo = Long.MIN_VALUE;

  /** Whether {@link #offset} is in force from the midnight before to the midnight after. */
  private boolean regular;

  private long offset;

  OpenTimeWalk(CalendarDays days, ZoneId zone, long from) {
    this.days = days;
    this.rules = zone.getRules();
    this.counted = from;
    // A clock set back over midnight lets the day before end after today has begun.
    this.day = localDay(from, rules.getOffset(Instant.ofEpochSecond(from)).getTotalSeconds()) - 1;
  }

  /** The open seconds up to {@code to}. */
  long elapsedUntil(long to) {
    long sum = 0;
    for (judge(); opening(0) < to; judge()) {
      long weeks = Math.min(plainWeeks(), regular ? (localDay(to, offset) - day) / WEEK : 0);
      if (weeks > 0) {
        sum += weeks * days.secondsOfWeek();
        leap(weeks * WEEK);
      } else {
        for (TimeWindow window : windows()) {
          sum += count(window, to);
        }
        day++;
      }
    }
    return sum;
  }

  /**
   * The first second by which {@code seconds}, at least 1, have been open; empty when five years
   * pass without an opening or the end of time ({@link BusinessCalendar#LAST}) comes first.
   */
  OptionalLong after(long seconds) {
    long rest = seconds;
    for (judge(); !isTooFar(opening(0)); judge()) {
      long leapDays = daysToLeap(rest);
      if (leapDays > 0) {
        rest -= leapDays / WEEK * days.secondsOfWeek();
        leap(leapDays);
        continue;
      }
      for (TimeWindow window : windows()) {
        long start = Math.max(opening(window.startSecond()), counted);
        long length = closing(window.endSecond()) - start;
        if (length > 0) {
          if (isTooFar(start)) {
            return OptionalLong.empty();
          }
          if (rest <= length) {
            return start + rest > BusinessCalendar.LAST
                ? OptionalLong.empty()
                : OptionalLong.of(start + rest);
          }
          rest -= length;
          counted = start + length;
        }
      }
      day++;
    }
    return OptionalLong.empty();
  }

  /** The open stretches up to {@code to}; those that touch are one. */
  List<OpenInterval> intervalsUntil(long to) {
    List<OpenInterval> found = new ArrayList<>();
    for (judge(); opening(0) < to; judge()) {
      long closedDays = days.secondsOfWeek() == 0 ? plainDays() : 0;
      if (closedDays > 0) {
        leap(closedDays);
        continue;
      }
      for (TimeWindow window : windows()) {
        long length = count(window, to);
        if (length > 0) {
          append(found, Instant.ofEpochSecond(counted - length), Instant.ofEpochSecond(counted));
        }
      }
      day++;
    }
    return List.copyOf(found);
  }

  private static void append(List<OpenInterval> intervals, Instant from, Instant to) {
    int last = intervals.size() - 1;
    if (last >= 0 && intervals.get(last).to().equals(from)) {
      intervals.set(last, new OpenInterval(intervals.get(last).from(), to));
    } else {
      intervals.add(new OpenInterval(from, to));
    }
  }

  private long count(TimeWindow window, long to) {
    long start = Math.max(opening(window.startSecond()), counted);
    long end = Math.min(closing(window.endSecond()), to);
    if (end <= start) {
      return 0;
    }
    counted = end;
    return end - start;
  }

  /** Enough weeks to leave some of {@code rest} to walk; if weeks are closed, all that are. */
  private long daysToLeap(long rest) {
    if (days.secondsOfWeek() == 0) {
      return Math.min(plainDays(), YEARS_WITHOUT_OPENING * 366);
    }
    long weeks = Math.min(plainWeeks(), MOST_WEEKS);
    return WEEK * Math.min(weeks, (rest - 1) / days.secondsOfWeek());
  }

  private void leap(long by) {
    day += by;
    if (days.secondsOfWeek() > 0) {
      counted = day * TimeWindow.SECONDS_OF_DAY - offset;
    }
  }

  private long plainWeeks() {
    return plainDays() / WEEK;
  }

  /** How many days from {@link #day} on are ruled by their weekday and keep one offset. */
  private long plainDays() {
    return regular && counted <= opening(0) ? Math.min(judgedTo, nextException) - day : 0;
  }

  private List<TimeWindow> windows() {
    return day == nextException ? days.exceptionWindows(day) : days.weekdayWindows(day);
  }

  private boolean isTooFar(long second) {
    return second > BusinessCalendar.LAST
        || second - counted > SHORTEST_FIVE_YEARS && second > fiveYearsAfter(counted);
  }

  private static long fiveYearsAfter(long second) {
    return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)
        .plusYears(YEARS_WITHOUT_OPENING)
        .toEpochSecond(ZoneOffset.UTC);
  }

  /** Looks up what {@link #day} needs, unless that is known from the days before. */
  private void judge() {
    if (day > nextException) {
      nextException = days.nextExceptionFrom(day);
    }
    if (day >= judgedTo) {
      judgeOffset();
    }
  }

  private void judgeOffset() {
    LocalDateTime midnight = LocalDate.ofEpochDay(day).atStartOfDay();
    regular = rules.getTransition(midnight) == null;
    if (regular) {
      ZoneOffset now = rules.getOffset(midnight);
      offset = now.getTotalSeconds();
      judgedTo = lastMidnightBefore(rules.nextTransition(midnight.toInstant(now)));
      regular = judgedTo > day;
    }
    if (!regular) {
      judgedTo = day + 1;
    }
  }

  /** The last midnight that is earlier than every local time that {@code change} touches. */
  private static long lastMidnightBefore(ZoneOffsetTransition change) {
    if (change == null) {
      return CalendarDays.NEVER;
    }
    LocalDateTime touched = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
    return touched.minusNanos(1).toLocalDate().toEpochDay();
  }

  private long opening(int secondOfDay) {
    return regular
        ? day * TimeWindow.SECONDS_OF_DAY + secondOfDay - offset
        : irregular(secondOfDay, true);
  }

  private long closing(int secondOfDay) {
    return regular
        ? day * TimeWindow.SECONDS_OF_DAY + secondOfDay - offset
        : irregular(secondOfDay, false);
  }

  private long irregular(int secondOfDay, boolean opens) {
    LocalDateTime local = LocalDate.ofEpochDay(day).atStartOfDay().plusSeconds(secondOfDay);
    ZoneOffsetTransition change = rules.getTransition(local);
    if (change == null) {
      return local.toEpochSecond(rules.getOffset(local));
    }
    if (change.isGap()) {
      return change.toEpochSecond();
    }
    return local.toEpochSecond(opens ? change.getOffsetBefore() : change.getOffsetAfter());
  }

  private static long localDay(long second, long offset) {
    return Math.floorDiv(second + offset, (long) TimeWindow.SECONDS_OF_DAY);
  }
}
