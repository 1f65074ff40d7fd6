package org.polydesk.domain.catalogue;

import java.util.Objects;

/**
 * One choice of a drop-down field.
 *
 * @param id unique in its field
 * @param key what programs call it, 1 to 255 characters, unique in its field
 * @param text what people read, 1 to 255 characters
 */
public record FieldOption(int id, String key, String text) {
  public FieldOption {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(text, "text");
  }

  /** An option that programs call as people do. */
  public static FieldOption of(int id, String text) {
    return new FieldOption(id, text, text);
  }

  /** Whether {@code name} is its id, its key or, in any case, its text. */
  boolean isNamed(String name) {
    return name.equals(Integer.toString(id)) || name.equals(key) || name.equalsIgnoreCase(text);
  }
}
