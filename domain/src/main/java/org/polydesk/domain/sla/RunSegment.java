package org.polydesk.domain.sla;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch during which a clock ran, open hours or not.
 *
 * @param from when it was started or resumed
 * @param to when it was held or stopped, not before {@code from}; empty while it runs
 */
public record RunSegment(Instant from, Optional<Instant> to) {
  /** Refuses a stretch that ends before it begins. */
  public RunSegment {
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from + " to " + to.get());
    }
  }

  /** A stretch that has begun and not ended. */
  public static RunSegment openFrom(Instant from) {
    return new RunSegment(from, Optional.empty());
  }

  /** A stretch that is over. */
  public static RunSegment between(Instant from, Instant to) {
    return new RunSegment(from, Optional.of(to));
  }

  /** Whether the clock still runs in it. */
  public boolean isOpen() {
    return to.isEmpty();
  }

  /** Its end, or its beginning while it has none: nothing can be said to happen earlier. */
  Instant lastKnown() {
    return to.orElse(from);
  }
}
