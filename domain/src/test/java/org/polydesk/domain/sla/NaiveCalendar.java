package org.polydesk.domain.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;

/**
 * The oracle: it looks at every minute, and finds the instant of a local time by looking at the
 * wall clock of every minute. It knows neither weeks nor clock changes. For calendars whose windows
 * are whole minutes, in zones whose offsets are.
 */
final class NaiveCalendar {
  private static final int MARGIN_DAYS = 3;

  private final BusinessCalendar calendar;
  private final long firstMinute;
  private final long[] wallClock;
  private final BitSet open = new BitSet();

  /** Knows the minutes from {@code from} to {@code days} days later. */
  NaiveCalendar(BusinessCalendar calendar, Instant from, int days) {
    this.calendar = calendar;
    this.firstMinute = Math.floorDiv(from.getEpochSecond(), 60) - MARGIN_DAYS * 1440;
    this.wallClock = new long[(days + 2 * MARGIN_DAYS) * 1440];
    for (int i = 0; i < wallClock.length; i++) {
      Instant minute = Instant.ofEpochSecond((firstMinute + i) * 60);
      wallClock[i] =
          LocalDateTime.ofInstant(minute, calendar.zone()).toEpochSecond(ZoneOffset.UTC) / 60;
    }
    LocalDate date = from.atZone(calendar.zone()).toLocalDate().minusDays(MARGIN_DAYS - 1);
    for (int day = 0; day < days + 2 * MARGIN_DAYS - 2; day++) {
      openOn(date.plusDays(day));
    }
  }

  private void openOn(LocalDate date) {
    long midnight = date.toEpochDay() * 1440;
    for (TimeWindow window : windowsOf(date)) {
      int opens = firstNotBefore(midnight + window.startSecond() / 60);
      int closes = lastShowing(midnight + window.endSecond() / 60);
      if (opens < closes) {
        open.set(opens, closes);
      }
    }
  }

  private List<TimeWindow> windowsOf(LocalDate date) {
    if (calendar.specialDays().containsKey(date)) {
      return calendar.specialDays().get(date);
    }
    if (calendar.annualHolidays().contains(MonthDay.from(date))) {
      return List.of();
    }
    List<TimeWindow> weekday = calendar.weekly().getOrDefault(date.getDayOfWeek(), List.of());
    BitSet minutes = new BitSet();
    weekday.forEach(open -> minutes.set(open.startSecond() / 60, open.endSecond() / 60));
    calendar
        .holidays()
        .getOrDefault(date, List.of())
        .forEach(closed -> minutes.clear(closed.startSecond() / 60, closed.endSecond() / 60));
    return weekday.stream().flatMap(window -> pieces(window, minutes).stream()).toList();
  }

  /** The runs of {@code minutes} inside {@code window}, which may touch the next window. */
  private static List<TimeWindow> pieces(TimeWindow window, BitSet minutes) {
    List<TimeWindow> pieces = new ArrayList<>();
    int end = window.endSecond() / 60;
    int from = minutes.nextSetBit(window.startSecond() / 60);
    while (from >= 0 && from < end) {
      int to = Math.min(minutes.nextClearBit(from), end);
      pieces.add(new TimeWindow(from * 60, to * 60));
      from = minutes.nextSetBit(to);
    }
    return pieces;
  }

  private int firstNotBefore(long local) {
    int i = 0;
    while (i < wallClock.length && wallClock[i] < local) {
      i++;
    }
    return i;
  }

  /** The last minute that shows {@code local}, if any does. */
  private int lastShowing(long local) {
    for (int i = wallClock.length - 1; i >= 0; i--) {
      if (wallClock[i] == local) {
        return i;
      }
    }
    return firstNotBefore(local);
  }

  /** Open seconds between two whole minutes. */
  long elapsed(Instant from, Instant to) {
    return 60L * open.get(index(from), Math.max(index(from), index(to))).cardinality();
  }

  /** The first whole minute by which {@code minutes} have been open; empty when out of sight. */
  OptionalLong add(Instant from, int minutes) {
    int at = index(from);
    for (int left = minutes; left > 0; left--) {
      at = open.nextSetBit(at) + 1;
      if (at == 0) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of((firstMinute + at) * 60);
  }

  /** Whether the minute that begins at {@code minute} is open. */
  boolean isOpen(Instant minute) {
    return open.get(index(minute));
  }

  private int index(Instant minute) {
    return Math.toIntExact(minute.getEpochSecond() / 60 - firstMinute);
  }
}
