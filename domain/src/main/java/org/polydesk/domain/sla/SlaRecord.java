package org.polydesk.domain.sla;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has been recorded about one generation of a clock, so that nothing is told twice.
 *
 * @param levels the numbers of the escalation levels that have fired
 * @param breachedDueAt the due instant of the latest breach; a breach of a later due instant is
 *     another one, of an earlier one it is the same
 */
public record SlaRecord(Set<Integer> levels, Optional<Instant> breachedDueAt) {
  /** Nothing has happened yet. */
  public static final SlaRecord NOTHING = new SlaRecord(Set.of(), Optional.empty());

  /** Keeps a copy. */
  public SlaRecord {
    levels = Set.copyOf(levels);
  }

  /** The highest recorded level, 0 when none is. */
  public int highestLevel() {
    return levels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  boolean hasBreachOf(Instant dueAt) {
    return breachedDueAt.isPresent() && !breachedDueAt.get().isBefore(dueAt);
  }

  SlaRecord withLevel(int number) {
    return new SlaRecord(
        Stream.concat(levels.stream(), Stream.of(number)).collect(Collectors.toSet()),
        breachedDueAt);
  }

  SlaRecord withBreachOf(Instant dueAt) {
    return hasBreachOf(dueAt) ? this : new SlaRecord(levels, Optional.of(dueAt));
  }
}
