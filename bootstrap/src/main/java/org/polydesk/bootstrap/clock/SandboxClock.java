package org.polydesk.bootstrap.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/**
 * The clock of a demo: it runs with real time until it is first set and stands still from then on.
 * It is set forwards only and ticks in milliseconds. Any number of threads may read it while one
 * sets it.
 */
public final class SandboxClock extends Clock {
  private final Clock real;
  private final Object setting = new Object();
  private volatile Instant standing;

  /**
   * @param real the time until the clock is first set
   * @param standing where the clock stands from the beginning; a running clock when empty
   */
  public SandboxClock(Clock real, Optional<Instant> standing) {
    this.real = real;
    this.standing = standing.map(SandboxClock::truncated).orElse(null);
  }

  /** Whether the clock still runs with real time. */
  public boolean isRunning() {
    return standing == null;
  }

  /**
   * Puts the clock on {@code to}, cut to milliseconds, where it stays, and then does what has
   * become due. Of two callers at once the second waits until the work of the first is done.
   *
   * @param dueWork is given the instant on which the clock now stands
   * @return the instant on which the clock now stands
   * @throws DeskException with INVALID_FIELD when {@code to} lies before the present instant; the
   *     clock is left alone then
   */
  public Instant advanceTo(Instant to, Consumer<Instant> dueWork) {
    Instant next = truncated(to);
    synchronized (setting) {
      if (next.isBefore(instant())) {
        throw DeskException.invalid(
            Violation.refused("now", "The clock of the sandbox is only set forwards."));
      }
      standing = next;
      dueWork.accept(next);
      return next;
    }
  }

  @Override
  public Instant instant() {
    Instant fixed = standing;
    return fixed == null ? truncated(real.instant()) : fixed;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** The same clock, read in another zone: it follows every setting of this one. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new InZone(this, zone);
  }

  private static Instant truncated(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static final class InZone extends Clock {
    private final SandboxClock clock;
    private final ZoneId zone;

    InZone(SandboxClock clock, ZoneId zone) {
      this.clock = clock;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return clock.withZone(other);
    }
  }
}
