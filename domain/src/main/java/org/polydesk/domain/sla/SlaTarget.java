package org.polydesk.domain.sla;

import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/**
 * How much business time a promise allows.
 *
 * @param seconds 1 to {@link #MAX_SECONDS}
 */
public record SlaTarget(long seconds) {
  /** Ten years around the clock. */
  public static final long MAX_SECONDS = 10L * 366 * 86_400;

  /** Refuses, with {@code INVALID_FIELD}, what is out of range. */
  public SlaTarget {
    if (seconds < 1 || seconds > MAX_SECONDS) {
      throw DeskException.invalid(Violation.outOfRange("target", Long.toString(seconds)));
    }
  }

  /** A target of so many minutes, 1 to ten years of them. */
  public static SlaTarget ofMinutes(long minutes) {
    if (minutes > MAX_SECONDS / 60) {
      throw DeskException.invalid(Violation.outOfRange("target", Long.toString(minutes)));
    }
    return new SlaTarget(minutes * 60);
  }
}
