package org.polydesk.domain.sla;

import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/** How much of a target must be used for a level to fire. */
public sealed interface EscalationThreshold {

  /** The used seconds at which it is reached; 0 or less is at the start of the clock. */
  long usedSeconds(SlaTarget target);

  /**
   * Business minutes relative to the due instant, on the clock's own calendar.
   *
   * @param minutes negative before, 0 at, positive after the due instant; within ten years
   */
  record Offset(long minutes) implements EscalationThreshold {
    /** Refuses, with {@code INVALID_FIELD}, what is out of range. */
    public Offset {
      if (Math.abs(minutes) > SlaTarget.MAX_SECONDS / 60) {
        throw DeskException.invalid(Violation.outOfRange("offset", Long.toString(minutes)));
      }
    }

    @Override
    public long usedSeconds(SlaTarget target) {
      return target.seconds() + minutes * 60;
    }
  }

  /**
   * A part of the target, rounded down to a second.
   *
   * @param percent 1 to 1 000
   */
  record Percent(int percent) implements EscalationThreshold {
    /** Refuses, with {@code INVALID_FIELD}, what is out of range. */
    public Percent {
      if (percent < 1 || percent > 1000) {
        throw DeskException.invalid(Violation.outOfRange("percent", Integer.toString(percent)));
      }
    }

    @Override
    public long usedSeconds(SlaTarget target) {
      return target.seconds() * percent / 100;
    }
  }
}
