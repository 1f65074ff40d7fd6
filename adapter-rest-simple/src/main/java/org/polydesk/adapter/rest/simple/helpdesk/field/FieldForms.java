package org.polydesk.adapter.rest.simple.helpdesk.field;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters.SentField;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldOption;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.catalogue.FieldValue.Person;
import org.polydesk.domain.error.Violation;

/**
 * Reads what is to stand in custom fields; everything was sent as a text. Source:
 * docs/dialects/helpdesk.md, section "Custom fields".
 */
public final class FieldForms {
  private static final Pattern BETWEEN_PEOPLE = Pattern.compile("[,;]");
  private static final Pattern BETWEEN_OPTIONS = Pattern.compile(",");

  private final HelpdeskParameters parameters;
  private final List<CustomField> fields;

  /**
   * @param fields those that can be meant
   */
  public FieldForms(HelpdeskParameters parameters, List<CustomField> fields) {
    this.parameters = parameters;
    this.fields = fields;
  }

  /** What {@code customFields} and every {@code cf} with a number say. */
  public FieldEdits all() {
    return edits(parameters.sentFields());
  }

  /** What {@code fieldId} and {@code value} say, which must both be there. */
  public FieldEdits one() {
    long id = parameters.requiredNumber("fieldId");
    parameters.found().addIf(!parameters.has("value"), Violation.required("value"));
    return edits(List.of(new SentField(Long.toString(id), parameters.raw("value"))));
  }

  private FieldEdits edits(List<SentField> sent) {
    Map<Integer, Optional<FieldValue>> edits = new HashMap<>();
    for (SentField one : sent) {
      Optional<CustomField> field =
          fields.stream()
              .filter(candidate -> Integer.toString(candidate.id()).equals(one.id()))
              .findFirst();
      parameters.found().addIf(field.isEmpty(), Violation.unknown("fieldId"));
      field.ifPresent(found -> edits.put(found.id(), value(found, one.value())));
    }
    return new FieldEdits(edits);
  }

  private Optional<FieldValue> value(CustomField field, String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<FieldValue> value = read(field, text);
    if (value.isEmpty()) {
      parameters.found().add(Violation.malformed(field.name(), text));
    }
    value.ifPresent(found -> parameters.found().addAll(field.violationsOf(field.name(), found)));
    return value;
  }

  private static Optional<FieldValue> read(CustomField field, String text) {
    return switch (field.kind()) {
      case TEXT, MULTILINE_TEXT -> Optional.of(new FieldValue.Text(text));
      case DATE ->
          HelpdeskParameters.asWhen(text.strip())
              .map(when -> new FieldValue.Day(when.at().atOffset(ZoneOffset.UTC).toLocalDate()));
      case CHECKBOX ->
          HelpdeskParameters.asFlag(text.strip().toLowerCase(Locale.ROOT))
              .map(FieldValue.Check::new);
      case DROP_DOWN -> choice(field, text);
      case PEOPLE, EMAILS ->
          Optional.of(
              new FieldValue.People(
                  BETWEEN_PEOPLE
                      .splitAsStream(text)
                      .map(String::strip)
                      .filter(address -> !address.isEmpty())
                      .map(Person::ofEmail)
                      // One too many is refused as all of them are.
                      .limit(FieldValue.People.MOST + 1)
                      .toList()));
    };
  }

  /** The option of that id, else of that text; several with commas between them. */
  private static Optional<FieldValue> choice(CustomField field, String text) {
    Optional<FieldOption> whole = field.option(text);
    if (whole.isPresent() || !field.multiple()) {
      return whole.map(option -> new FieldValue.Choice(List.of(option.id())));
    }
    List<Optional<FieldOption>> each =
        BETWEEN_OPTIONS.splitAsStream(text).map(field::option).distinct().toList();
    return each.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new FieldValue.Choice(each.stream().map(option -> option.get().id()).toList()))
        : Optional.empty();
  }
}
