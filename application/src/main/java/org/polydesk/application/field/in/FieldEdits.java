package org.polydesk.application.field.in;

import java.util.Map;
import java.util.Optional;
import org.polydesk.domain.catalogue.FieldValue;

/**
 * What is to become of custom fields; what is not named stays as it is.
 *
 * @param values by the id of the field; one that is empty is cleared
 */
public record FieldEdits(Map<Integer, Optional<FieldValue>> values) {
  /** Everything stays as it is. */
  public static final FieldEdits NONE = new FieldEdits(Map.of());

  public FieldEdits {
    values = Map.copyOf(values);
  }

  /** Whether no field is named. */
  public boolean isEmpty() {
    return values.isEmpty();
  }
}
