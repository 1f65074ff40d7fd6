package org.polydesk.application.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which tickets a caller sees: the union of what he reaches.
 *
 * @param reaches empty for nothing at all
 */
public record Scope(Set<Reach> reaches) {

  /** One way to reach tickets. */
  public enum Reach {
    /** Every ticket of the desk. */
    DESK,
    /** Tickets he opened, works on or has a task of. */
    OWN,
    /** Tickets he follows. */
    SUBSCRIBED,
    /** Tickets that people of his company ask for. */
    COMPANY,
    /** Tickets of the categories he is a technician of. */
    CATEGORIES
  }

  /** Every ticket of the desk. */
  public static final Scope DESK = of(Reach.DESK);

  /** His own tickets. */
  public static final Scope OWN = of(Reach.OWN);

  public Scope {
    reaches = reaches.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(reaches));
  }

  /** The union of the given reaches. */
  public static Scope of(Reach first, Reach... more) {
    return new Scope(EnumSet.of(first, more));
  }

  /** Whether every ticket of the desk is seen. */
  public boolean isWholeDesk() {
    return reaches.contains(Reach.DESK);
  }
}
