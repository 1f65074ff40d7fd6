package org.polydesk.domain.desk;

import java.util.Objects;
import java.util.UUID;

/**
 * A tenant.
 *
 * @param id its key
 * @param publicId the same desk as a UUID, for programs
 * @param name what people call it
 * @param settings how it is run
 */
public record Desk(DeskId id, UUID publicId, String name, DeskSettings settings) {
  public Desk {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(publicId, "publicId");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(settings, "settings");
  }
}
