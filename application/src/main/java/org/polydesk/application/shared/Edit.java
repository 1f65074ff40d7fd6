package org.polydesk.application.shared;

import java.util.Objects;
import java.util.Optional;

/**
 * What is to become of one field: kept as it is, or set to a value or to none.
 *
 * @param touched whether the field is to be set at all
 * @param value what it is set to; empty to clear it
 */
public record Edit<T>(boolean touched, Optional<T> value) {
  public Edit {
    Objects.requireNonNull(value, "value");
  }

  /** The field stays as it is. */
  public static <T> Edit<T> keep() {
    return new Edit<>(false, Optional.empty());
  }

  /** The field is set, or cleared when {@code value} is empty. */
  public static <T> Edit<T> set(Optional<T> value) {
    return new Edit<>(true, value);
  }

  /** What the field becomes that is {@code present} now. */
  public Optional<T> over(Optional<T> present) {
    return touched ? value : present;
  }
}
