package org.polydesk.domain.catalogue;

import java.util.Objects;
import java.util.UUID;

/**
 * A word that tickets are marked with.
 *
 * @param id 1 or more, unique in its desk
 * @param category the tag category it belongs to
 * @param text what people see
 * @param deleted whether it is offered no more; tickets that have it keep it
 */
public record Tag(int id, UUID category, String text, boolean deleted) {
  public Tag {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(text, "text");
  }

  /** One that is offered. */
  public Tag(int id, UUID category, String text) {
    this(id, category, text, false);
  }

  /** The same, offered again. */
  public Tag restored() {
    return new Tag(id, category, text, false);
  }
}
