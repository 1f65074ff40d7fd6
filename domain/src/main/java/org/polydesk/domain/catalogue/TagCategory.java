package org.polydesk.domain.catalogue;

import java.util.Objects;
import java.util.UUID;

/**
 * What tags are sorted by.
 *
 * @param name what people see
 * @param color in which colour, such as {@code #6264A7}
 * @param deleted whether it is offered no more; tickets keep their tags
 */
public record TagCategory(UUID id, String name, String color, boolean deleted) {
  private static final String NAME = "Tags";
  private static final String COLOR = "#6264A7";

  public TagCategory {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(color, "color");
  }

  /** One that nobody has named yet, for tags of a category that only their sender knows. */
  public static TagCategory unnamed(UUID id) {
    return new TagCategory(id, NAME, COLOR, false);
  }
}
