package org.polydesk.domain.asset;

import java.util.List;
import java.util.Objects;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * A name that many assets share: that of a manufacturer, a type or a supplier.
 *
 * @param id 1 or more, unique in its desk and kind
 */
public record AssetLabel(int id, String name) {
  private static final int MAX_LENGTH = 255;

  /** What a label names. */
  public enum Kind {
    MANUFACTURER("manufacturer"),
    TYPE("type"),
    SUPPLIER("supplier");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    /** The core's name of a value that is such a label, as violations tell it. */
    public String field() {
      return field;
    }
  }

  public AssetLabel {
    Objects.requireNonNull(name, "name");
  }

  /** What is wrong with {@code name} as a label of this kind; empty when nothing is. */
  public static List<Violation> violationsOf(Kind kind, String name) {
    return Violations.of(kind.field())
        .required(name)
        .atMost(MAX_LENGTH, name)
        .storable(name)
        .toList();
  }
}
