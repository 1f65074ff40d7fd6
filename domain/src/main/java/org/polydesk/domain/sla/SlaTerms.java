package org.polydesk.domain.sla;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What applies to one ticket: a policy narrowed to the ticket's priority, with the hours of its
 * calendar.
 *
 * @param policyId the policy, empty when none applies
 * @param hours the hours that count
 * @param targets what is promised, by kind of clock
 * @param levels the escalation
 * @param reopening what reopening does to the clock of resolution
 * @param retargeting from when a changed target counts
 */
public record SlaTerms(
    Optional<SlaPolicyId> policyId,
    BusinessCalendar hours,
    Map<ClockKind, SlaTarget> targets,
    List<EscalationLevel> levels,
    ReopenPolicy reopening,
    RetargetMode retargeting) {
  /** No policy applies: nothing is promised, nothing escalates. */
  public static final SlaTerms NONE =
      new SlaTerms(
          Optional.empty(),
          BusinessCalendar.alwaysOpen(ZoneOffset.UTC),
          Map.of(),
          List.of(),
          ReopenPolicy.CONTINUE,
          RetargetMode.RETROACTIVE);

  /** Keeps copies. */
  public SlaTerms {
    targets = Map.copyOf(targets);
    levels = List.copyOf(levels);
  }

  /** What is promised for that kind of clock. */
  public Optional<SlaTarget> target(ClockKind kind) {
    return Optional.ofNullable(targets.get(kind));
  }

  /** Whether a due date of resolution is promised, so that it overrides one asked for by hand. */
  public boolean promisesResolution() {
    return targets.containsKey(ClockKind.RESOLUTION);
  }
}
