package org.polydesk.domain.sla;

import java.time.Instant;
import java.util.Comparator;

/**
 * An escalation level that has fired and is to be recorded, once per level and generation.
 *
 * @param level which
 * @param generation of its clock
 * @param firedAt when it fired, however late that was found
 * @param notifies whether anybody is told: of several found in one run, only the highest does
 */
public record DueEscalation(
    EscalationLevel level, int generation, Instant firedAt, boolean notifies) {
  static final Comparator<DueEscalation> BY_INSTANT =
      Comparator.comparing(DueEscalation::firedAt)
          .thenComparing(DueEscalation::level, EscalationLevel.BY_NUMBER);
  static final Comparator<DueEscalation> BY_NUMBER =
      Comparator.comparingInt((DueEscalation fired) -> fired.level().number())
          .thenComparing(DueEscalation::firedAt)
          .thenComparing(fired -> fired.level().kind());

  DueEscalation notifying(boolean tells) {
    return new DueEscalation(level, generation, firedAt, tells);
  }
}
