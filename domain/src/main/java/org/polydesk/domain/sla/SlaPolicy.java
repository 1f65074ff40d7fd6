package org.polydesk.domain.sla;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * What a desk promises, on which calendar, and what happens as the promise runs out.
 *
 * @param id its number
 * @param name 1 to 100 characters
 * @param calendarId whose hours count
 * @param targets by kind of clock and priority number; what is left out is not promised
 * @param levels its escalation; numbers are unique for each kind of clock
 * @param reopening what reopening does to the clock of resolution
 * @param retargeting from when a changed target counts
 */
public record SlaPolicy(
    SlaPolicyId id,
    String name,
    CalendarId calendarId,
    Map<ClockKind, Map<Integer, SlaTarget>> targets,
    List<EscalationLevel> levels,
    ReopenPolicy reopening,
    RetargetMode retargeting) {
  /** The most characters of a name. */
  public static final int MAX_NAME_LENGTH = 100;

  /** Refuses, with {@code INVALID_FIELD}, what breaks the limits above. */
  public SlaPolicy {
    targets =
        targets.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, kind -> Map.copyOf(kind.getValue())));
    levels = levels.stream().sorted(EscalationLevel.BY_NUMBER).toList();
    new Violations()
        .addAll(
            Violations.of("name")
                .required(name)
                .atMost(MAX_NAME_LENGTH, name)
                .storable(name)
                .toList())
        .addIf(
            hasTwins(levels),
            Violation.refused("levels", "Two escalation levels of a clock have the same number."))
        .orThrow();
  }

  private static boolean hasTwins(List<EscalationLevel> levels) {
    Set<List<Object>> seen = new HashSet<>();
    return levels.stream().anyMatch(level -> !seen.add(List.of(level.kind(), level.number())));
  }

  /** What is promised for that kind of clock; nothing without a priority. */
  public Optional<SlaTarget> target(ClockKind kind, Optional<Integer> priorityId) {
    return priorityId.flatMap(
        priority -> Optional.ofNullable(targets.getOrDefault(kind, Map.of()).get(priority)));
  }

  /**
   * What this policy says about a ticket of that priority.
   *
   * @param hours the hours of {@link #calendarId}
   */
  public SlaTerms termsFor(Optional<Integer> priorityId, BusinessCalendar hours) {
    Map<ClockKind, SlaTarget> promised = new EnumMap<>(ClockKind.class);
    for (ClockKind kind : ClockKind.values()) {
      target(kind, priorityId).ifPresent(target -> promised.put(kind, target));
    }
    return new SlaTerms(Optional.of(id), hours, promised, levels, reopening, retargeting);
  }
}
