package org.polydesk.benchmarks;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.polydesk.domain.sla.BusinessCalendar;
import org.polydesk.domain.sla.TimeWindow;

/**
 * What a due date costs near and far. With nothing to stop at, five years must cost what a day
 * costs; with clock changes and annual holidays, as much more as there are of them.
 *
 * <pre>
 * ./mvnw -Pbenchmarks -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar BusinessCalendar
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class BusinessCalendarBenchmark {
  private static final Instant FROM = Instant.parse("2026-03-02T10:17:00Z");
  private static final long HOURS_OF_A_DAY = 8;

  /** What stands in the way. */
  public enum Hours {
    /** Two windows a workday, one offset for ever. */
    PLAIN,
    /** The same, where clocks are changed twice a year and ten dates are holidays every year. */
    WITH_EXCEPTIONS
  }

  /** The calendar that counts. */
  @Param public Hours hours;

  /** How far away the due date is, in working days: a day, ten weeks, five years. */
  @Param({"1", "50", "1300"})
  public int workdays;

  private BusinessCalendar calendar;
  private long seconds;
  private Instant due;

  /** Builds the calendar and knows the answer. */
  @Setup
  public void build() {
    ZoneId zone = ZoneId.of(hours == Hours.PLAIN ? "Asia/Kolkata" : "Europe/Paris");
    BusinessCalendar.Builder builder =
        BusinessCalendar.in(zone)
            .open(
                EnumSet.range(MONDAY, FRIDAY),
                TimeWindow.of("09:00", "13:00"),
                TimeWindow.of("14:00", "18:00"));
    if (hours == Hours.WITH_EXCEPTIONS) {
      builder.annualHolidays(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 24),
          MonthDay.of(12, 25),
          MonthDay.of(12, 31));
    }
    calendar = builder.build();
    seconds = workdays * HOURS_OF_A_DAY * 3600;
    due = calendar.add(FROM, seconds).orElseThrow();
  }

  /** From the target to the due date. */
  @Benchmark
  public Optional<Instant> add() {
    return calendar.add(FROM, seconds);
  }

  /** From the due date back to the target. */
  @Benchmark
  public long elapsed() {
    return calendar.elapsed(FROM, due);
  }
}
