package org.polydesk.adapter.rest.simple.helpdesk.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldKind;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.catalogue.FieldValue;

/** A custom field and what stands in it. Source: docs/dialects/helpdesk.md, "Custom fields". */
public record FieldResponse(
    @JsonProperty("FieldID") int fieldId,
    String fieldName,
    int type,
    int usageType,
    int accessType,
    boolean forTechsOnly,
    boolean mandatory,
    int orderByNumber,
    boolean showInGrid,
    List<OptionResponse> selectionComboOptions,
    String value,
    @JsonProperty("OptionID") Integer optionId,
    String valueWithOption) {

  /** One choice of a drop-down. */
  public record OptionResponse(@JsonProperty("OptionID") int optionId, String optionName) {}

  /** A field with its value. */
  public static FieldResponse of(FilledField filled) {
    CustomField field = filled.field();
    String shown = filled.shown().orElse(null);
    return new FieldResponse(
        field.id(),
        field.name(),
        type(field.kind()),
        usage(field.subject()),
        field.techniciansOnly() ? 1 : 0,
        field.techniciansOnly(),
        field.mandatory(),
        field.position(),
        false,
        field.kind() == FieldKind.DROP_DOWN
            ? field.options().stream()
                .map(option -> new OptionResponse(option.id(), option.text()))
                .toList()
            : null,
        shown,
        filled.value().map(FieldResponse::option).orElse(null),
        shown);
  }

  /** A field as it is defined. */
  public static FieldResponse of(CustomField field) {
    return of(new FilledField(field, Optional.empty()));
  }

  private static Integer option(FieldValue value) {
    return value instanceof FieldValue.Choice choice ? choice.optionIds().get(0) : null;
  }

  private static int type(FieldKind kind) {
    return switch (kind) {
      case TEXT, PEOPLE, EMAILS -> 1;
      case DATE -> 2;
      case DROP_DOWN -> 3;
      case CHECKBOX -> 4;
      case MULTILINE_TEXT -> 5;
    };
  }

  private static int usage(FieldSubject subject) {
    return switch (subject) {
      case TICKET -> 0;
      case USER -> 1;
      case COMPANY -> 2;
      case ASSET -> 3;
    };
  }
}
