package org.polydesk.application.shared;

import java.time.ZoneId;
import java.util.Objects;

/** The time zone of whoever chose none. */
public record SystemZone(ZoneId zone) {
  public SystemZone {
    Objects.requireNonNull(zone, "zone");
  }
}
