package org.polydesk.domain.catalogue;

import java.util.Objects;
import java.util.UUID;

/**
 * A word that tickets are marked with.
 *
 * @param id 1 or more, unique in its desk
 * @param category the tag category it belongs to
 * @param text what people see
 */
public record Tag(int id, UUID category, String text) {
  public Tag {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(text, "text");
  }
}
