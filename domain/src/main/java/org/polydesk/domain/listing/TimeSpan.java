package org.polydesk.domain.listing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of time that may be open at either end. Instants are kept in milliseconds, so whoever
 * means an end inclusively adds one.
 *
 * @param from inclusive; empty for no beginning
 * @param to exclusive; empty for no end
 */
public record TimeSpan(Optional<Instant> from, Optional<Instant> to) {
  /** All of time. Everything lies in it, also what has no instant at all. */
  public static final TimeSpan ALWAYS = new TimeSpan(Optional.empty(), Optional.empty());

  public TimeSpan {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  /** From {@code from} on. */
  public static TimeSpan since(Instant from) {
    return ALWAYS.from(from);
  }

  /** Before {@code to}. */
  public static TimeSpan before(Instant to) {
    return ALWAYS.to(to);
  }

  /** The same stretch with another beginning. */
  public TimeSpan from(Instant next) {
    return new TimeSpan(Optional.of(next), to);
  }

  /** The same stretch with another end. */
  public TimeSpan to(Instant next) {
    return new TimeSpan(from, Optional.of(next));
  }

  /** Whether it has neither beginning nor end. */
  public boolean isAlways() {
    return from.isEmpty() && to.isEmpty();
  }

  /** Whether {@code instant} lies in it; one that is empty lies in {@link #ALWAYS} only. */
  public boolean contains(Optional<Instant> instant) {
    return isAlways() || instant.filter(this::contains).isPresent();
  }

  private boolean contains(Instant instant) {
    return from.filter(instant::isBefore).isEmpty() && to.map(instant::isBefore).orElse(true);
  }
}
