package org.polydesk.adapter.persistence.ticket;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.polydesk.domain.listing.TicketSearch.Field;
import org.polydesk.domain.ticket.StatusType;

/**
 * Conditions that all hold. A filter is a choice between such branches, each of which an index
 * answers.
 *
 * @param statuses the status is of one of these types
 * @param sought where the text that is looked for is found; empty when none is looked for
 */
record Branch(Set<Fact> facts, Set<StatusType> statuses, Optional<Field> sought) {

  /** What can be true of a ticket and the viewer. */
  enum Fact {
    NOT_DELETED,
    REQUESTED_BY_ME,
    ASSIGNED_TO_ME,
    UNASSIGNED,
    OPEN_TASK_MINE,
    COMPLETED_TASK_MINE,
    IN_MY_GROUPS,
    PAST_DUE,
    DUE_TODAY,
    ESCALATED
  }

  Branch {
    facts = Collections.unmodifiableSet(copy(facts, Fact.class));
    statuses = Collections.unmodifiableSet(copy(statuses, StatusType.class));
  }

  /** No condition at all. */
  static Branch any() {
    return new Branch(Set.of(), EnumSet.allOf(StatusType.class), Optional.empty());
  }

  static Branch of(Fact fact) {
    return new Branch(Set.of(fact), EnumSet.allOf(StatusType.class), Optional.empty());
  }

  static Branch of(Set<StatusType> statuses) {
    return new Branch(Set.of(), statuses, Optional.empty());
  }

  Branch sought(Field field) {
    return new Branch(facts, statuses, Optional.of(field));
  }

  /** Both this and {@code other}. */
  Branch and(Branch other) {
    EnumSet<Fact> both = copy(facts, Fact.class);
    both.addAll(other.facts);
    EnumSet<StatusType> common = copy(statuses, StatusType.class);
    common.retainAll(other.statuses);
    return new Branch(both, common, sought.or(other::sought));
  }

  /** Whether any ticket can be so. */
  boolean isPossible() {
    boolean contradicts = has(Fact.UNASSIGNED) && has(Fact.ASSIGNED_TO_ME);
    return !statuses.isEmpty() && !contradicts;
  }

  /** Whether every ticket of {@code other} is one of this branch too. */
  boolean covers(Branch other) {
    return other.facts.containsAll(facts)
        && statuses.containsAll(other.statuses)
        && sought.equals(other.sought);
  }

  boolean has(Fact fact) {
    return facts.contains(fact);
  }

  /** A task that tickets are to have, with which a search may begin. */
  Optional<Fact> firstTask() {
    if (has(Fact.OPEN_TASK_MINE)) {
      return Optional.of(Fact.OPEN_TASK_MINE);
    }
    return has(Fact.COMPLETED_TASK_MINE) ? Optional.of(Fact.COMPLETED_TASK_MINE) : Optional.empty();
  }

  boolean hasAny(Fact... some) {
    for (Fact fact : some) {
      if (has(fact)) {
        return true;
      }
    }
    return false;
  }

  private static <E extends Enum<E>> EnumSet<E> copy(Set<E> values, Class<E> type) {
    return values.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(values);
  }
}
