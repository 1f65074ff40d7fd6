package org.polydesk.domain.sla;

import java.time.Instant;
import java.util.Optional;

/**
 * What a clock says at one instant; derived from its run segments, never edited. Every flag of
 * breach, overdue and escalation that anybody sees comes from here.
 *
 * @param kind what the clock measures
 * @param state what it is doing
 * @param generation 1, and one more for each restart
 * @param target the business time allowed, if any is
 * @param usedSeconds the open seconds counted so far
 * @param dueInForceAt the instant by which the promise must be kept, a whole second; empty without
 *     target or open hours, when cancelled, and while held before the target was used up
 * @param shownDueAt the due instant to show: the one in force, or the last one before the hold
 * @param breached whether the promise is broken: by a whole second or more after {@code
 *     dueInForceAt}
 * @param escalationLevel the highest level that this generation has recorded, 0 for none
 */
public record SlaView(
    ClockKind kind,
    ClockState state,
    int generation,
    Optional<SlaTarget> target,
    long usedSeconds,
    Optional<Instant> dueInForceAt,
    Optional<Instant> shownDueAt,
    boolean breached,
    int escalationLevel) {

  /** The open seconds that are left, negative by those used too much; empty without a target. */
  public Optional<Long> leftSeconds() {
    return target.map(allowed -> allowed.seconds() - usedSeconds);
  }
}
