package org.polydesk.domain.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/**
 * One step of an escalation: at so much used time of a clock, something is done.
 *
 * @param number 1 to 99; a ticket that is escalated goes up in these numbers
 * @param kind whose used time
 * @param threshold how much of it
 * @param actions what is done
 */
public record EscalationLevel(
    int number, ClockKind kind, EscalationThreshold threshold, List<EscalationAction> actions) {
  static final Comparator<EscalationLevel> BY_NUMBER =
      Comparator.comparingInt(EscalationLevel::number).thenComparing(EscalationLevel::kind);

  /** Refuses, with {@code INVALID_FIELD}, a number out of range. */
  public EscalationLevel {
    if (number < 1 || number > 99) {
      throw DeskException.invalid(Violation.outOfRange("level", Integer.toString(number)));
    }
    actions = List.copyOf(actions);
  }

  /** A level at so many business minutes relative to due, negative before. */
  public static EscalationLevel atOffset(
      int number, ClockKind kind, long minutes, EscalationAction... actions) {
    return new EscalationLevel(
        number, kind, new EscalationThreshold.Offset(minutes), List.of(actions));
  }

  /** A level at so many percent of the target. */
  public static EscalationLevel atPercent(
      int number, ClockKind kind, int percent, EscalationAction... actions) {
    return new EscalationLevel(
        number, kind, new EscalationThreshold.Percent(percent), List.of(actions));
  }

  /**
   * When it fires, or fired: the earliest instant by which the clock has used as much as {@link
   * #threshold} asks for, counted on the same calendar as the due instant. Empty for a clock of
   * another kind, without target, cancelled, or held or stopped before.
   */
  public Optional<Instant> firesAt(SlaClock clock, BusinessCalendar calendar) {
    return clock.kind() != kind
        ? Optional.empty()
        : clock.target().flatMap(target -> clock.reaches(calendar, threshold.usedSeconds(target)));
  }
}
