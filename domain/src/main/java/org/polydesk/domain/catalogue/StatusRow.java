package org.polydesk.domain.catalogue;

import java.util.Objects;
import org.polydesk.domain.ticket.StatusType;

/**
 * One status of a desk. Rules look at the type and the flag, never at the id or the name.
 *
 * @param pausesClock whether the resolution clock stands still in this status
 */
public record StatusRow(int id, String name, StatusType type, boolean pausesClock) {
  public StatusRow {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    if (pausesClock && type.isDone()) {
      throw new IllegalArgumentException("a done status stops the clock, it cannot pause it");
    }
  }
}
