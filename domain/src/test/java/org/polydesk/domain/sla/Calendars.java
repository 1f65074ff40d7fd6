package org.polydesk.domain.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of calendars and of instants at which something interesting is near. */
final class Calendars {
  private static final List<Scene> SCENES =
      List.of(
          new Scene("Europe/Paris", "2026-03-29T01:00:00Z"),
          new Scene("Europe/Paris", "2026-10-25T01:00:00Z"),
          new Scene("America/New_York", "2026-03-08T07:00:00Z"),
          new Scene("America/New_York", "2026-11-01T06:00:00Z"),
          new Scene("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
          new Scene("Australia/Lord_Howe", "2026-10-03T15:30:00Z"),
          new Scene("America/Sao_Paulo", "2018-11-04T03:00:00Z"),
          new Scene("America/Sao_Paulo", "2018-02-18T02:00:00Z"),
          new Scene("Pacific/Apia", "2011-12-30T10:00:00Z"),
          new Scene("Pacific/Kwajalein", "1993-08-21T12:00:00Z"),
          new Scene("Pacific/Kwajalein", "1969-09-30T13:00:00Z"),
          new Scene("America/St_Johns", "2006-10-29T02:31:00Z"),
          new Scene("America/Havana", "2026-11-01T05:00:00Z"),
          new Scene("Africa/Casablanca", "2026-02-15T02:00:00Z"),
          new Scene("Asia/Kolkata", "2026-02-27T00:00:00Z"),
          new Scene("Asia/Kathmandu", "2028-02-28T12:00:00Z"));

  private Calendars() {}

  /** A zone and an instant at which its clocks change, or just a day. */
  record Scene(ZoneId zone, Instant center) {
    Scene(String zone, String center) {
      this(ZoneId.of(zone), Instant.parse(center));
    }

    LocalDate date() {
      return center.atZone(zone).toLocalDate();
    }
  }

  /**
   * A calendar and two instants, whole minutes, {@code from} not after {@code to}.
   *
   * @param other a calendar in the same zone
   */
  record Sample(
      BusinessCalendar calendar, BusinessCalendar other, Instant from, Instant middle, Instant to) {

    /** From one day before {@link #from} on. */
    NaiveCalendar naive(int days) {
      return new NaiveCalendar(calendar, from, days);
    }
  }

  /** Samples whose instants lie within {@code days} days around a clock change. */
  static Arbitrary<Sample> samples(int days) {
    return Arbitraries.randomValue(random -> sample(random, days));
  }

  private static Sample sample(Random random, int days) {
    Scene scene = SCENES.get(random.nextInt(SCENES.size()));
    long first = scene.center.getEpochSecond() / 60 - days * 1440L / 2;
    long[] minutes = random.longs(3, first, first + days * 1440L).sorted().toArray();
    return new Sample(
        calendar(random, scene),
        calendar(random, scene),
        Instant.ofEpochSecond(minutes[0] * 60),
        Instant.ofEpochSecond(minutes[1] * 60),
        Instant.ofEpochSecond(minutes[2] * 60));
  }

  private static BusinessCalendar calendar(Random random, Scene scene) {
    Map<DayOfWeek, List<TimeWindow>> weekly = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(4) > 0) {
        weekly.put(day, windows(random));
      }
    }
    if (random.nextInt(6) == 0) {
      for (DayOfWeek day : DayOfWeek.values()) {
        weekly.put(day, List.of(TimeWindow.WHOLE_DAY));
      }
    }
    Map<LocalDate, List<TimeWindow>> holidays = new HashMap<>();
    Map<LocalDate, List<TimeWindow>> specialDays = new HashMap<>();
    Set<MonthDay> annual = new HashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      holidays.put(near(random, scene), random.nextBoolean() ? wholeDay() : windows(random));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      specialDays.put(near(random, scene), random.nextInt(4) == 0 ? List.of() : windows(random));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      annual.add(MonthDay.from(near(random, scene)));
    }
    return new BusinessCalendar(scene.zone, weekly, holidays, annual, specialDays);
  }

  private static LocalDate near(Random random, Scene scene) {
    int span = random.nextBoolean() ? 3 : 40;
    return scene.date().plusDays(random.nextInt(2 * span + 1) - span);
  }

  private static List<TimeWindow> wholeDay() {
    return List.of(TimeWindow.WHOLE_DAY);
  }

  /** One to four windows, often with boundaries in the small hours, where clocks are changed. */
  private static List<TimeWindow> windows(Random random) {
    int count = 1 + random.nextInt(4);
    int latest = random.nextBoolean() ? 1440 : 240;
    int[] bounds = random.ints(0, latest / 15 + 1).distinct().limit(2L * count).sorted().toArray();
    List<TimeWindow> windows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      windows.add(new TimeWindow(bounds[2 * i] * 900, bounds[2 * i + 1] * 900));
    }
    return random.nextInt(3) == 0 ? touching(windows) : windows;
  }

  private static List<TimeWindow> touching(List<TimeWindow> windows) {
    List<TimeWindow> touching = new ArrayList<>();
    int from = windows.get(0).startSecond();
    for (TimeWindow window : windows) {
      touching.add(new TimeWindow(from, window.endSecond()));
      from = window.endSecond();
    }
    return touching;
  }
}
