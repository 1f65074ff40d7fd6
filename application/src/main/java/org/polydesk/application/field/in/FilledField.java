package org.polydesk.application.field.in;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldValue;

/**
 * A custom field of something and what stands in it.
 *
 * @param value empty when it is not set
 */
public record FilledField(CustomField field, Optional<FieldValue> value) {
  public FilledField {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
  }

  /** What stands in it as people read it; empty when it is not set. */
  public Optional<String> shown() {
    return value.map(field::shown);
  }
}
