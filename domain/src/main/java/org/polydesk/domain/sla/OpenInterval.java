package org.polydesk.domain.sla;

import java.time.Instant;

/**
 * A stretch of open time that really elapses.
 *
 * @param from its first instant, a whole second
 * @param to the first instant after it, a whole second later than {@code from}
 */
public record OpenInterval(Instant from, Instant to) {
  /** How long it lasts, in seconds, at least 1. */
  public long seconds() {
    return to.getEpochSecond() - from.getEpochSecond();
  }
}
