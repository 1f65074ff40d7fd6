package org.polydesk.domain.ticket;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a status row means to the rules; the row's name is the desk's own. One table says what may
 * follow what.
 */
public enum StatusType {
  /** Somebody of the desk is to act. */
  OPEN,
  /** The requester is to act. */
  PENDING,
  /** Answered; the requester may still object. */
  RESOLVED,
  /** Over. */
  CLOSED,
  /** Nobody can act for now. */
  ON_HOLD;

  private static final Map<StatusType, Set<StatusType>> NEXT =
      Map.of(
          OPEN, EnumSet.allOf(StatusType.class),
          PENDING, EnumSet.allOf(StatusType.class),
          ON_HOLD, EnumSet.allOf(StatusType.class),
          RESOLVED, EnumSet.allOf(StatusType.class),
          CLOSED, EnumSet.complementOf(EnumSet.of(RESOLVED)));

  private static final Set<StatusType> DONE =
      Collections.unmodifiableSet(EnumSet.of(RESOLVED, CLOSED));

  /**
   * Whether a ticket in a status of this type may go to one of type {@code next}. Everything may
   * follow everything, except that a closed ticket does not become resolved.
   */
  public boolean canBecome(StatusType next) {
    return NEXT.get(this).contains(next);
  }

  /** Whether the work on a ticket of this type is over: resolved or closed. */
  public boolean isDone() {
    return DONE.contains(this);
  }
}
