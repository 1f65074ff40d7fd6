package org.polydesk.adapter.rest.simple.taas.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldOption;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.catalogue.FieldValue.Person;

/**
 * Values of custom fields as JSON, a type for each kind. Source: docs/dialects/taas.md, section
 * "Custom fields".
 */
public final class FieldJson {
  private FieldJson() {}

  /** The value that {@code sent} is in this field; empty when it is of another type. */
  public static Optional<FieldValue> read(CustomField field, JsonNode sent) {
    return switch (field.kind()) {
      case TEXT, MULTILINE_TEXT -> text(sent).map(FieldValue.Text::new);
      case DATE -> text(sent).flatMap(FieldJson::day).map(FieldValue.Day::new);
      case CHECKBOX ->
          sent.isBoolean()
              ? Optional.of(new FieldValue.Check(sent.booleanValue()))
              : Optional.empty();
      case DROP_DOWN -> choice(field, sent);
      case PEOPLE, EMAILS -> people(sent);
    };
  }

  /** Whether {@code sent} empties any field. */
  public static boolean isNothing(JsonNode sent) {
    return sent.isNull()
        || (sent.isTextual() && sent.asText().isEmpty())
        || (sent.isArray() && sent.isEmpty());
  }

  private static Optional<String> text(JsonNode sent) {
    return sent.isTextual() ? Optional.of(sent.asText()) : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return dayOfInstant(text.strip());
    }
  }

  private static Optional<LocalDate> dayOfInstant(String text) {
    try {
      return Optional.of(
          OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<FieldValue> choice(CustomField field, JsonNode sent) {
    List<Optional<FieldOption>> chosen = new ArrayList<>();
    for (JsonNode one : sent.isArray() ? sent : TaasJson.object().arrayNode().add(sent)) {
      chosen.add(text(one).flatMap(field::option));
    }
    return chosen.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new FieldValue.Choice(chosen.stream().map(option -> option.get().id()).toList()))
        : Optional.empty();
  }

  private static Optional<FieldValue> people(JsonNode sent) {
    List<Person> people = new ArrayList<>();
    boolean fits = sent.isArray();
    for (JsonNode one : sent) {
      fits &= one.isObject();
      people.add(new Person(part(one, "id"), part(one, "name"), part(one, "email")));
    }
    return fits ? Optional.of(new FieldValue.People(people)) : Optional.empty();
  }

  private static String part(JsonNode person, String name) {
    return person.path(name).asText("");
  }

  /** The value as this dialect writes it. */
  public static JsonNode write(CustomField field, FieldValue value) {
    if (value instanceof FieldValue.Check check) {
      return BooleanNode.valueOf(check.checked());
    }
    if (value instanceof FieldValue.Choice choice) {
      ArrayNode keys = TaasJson.object().arrayNode();
      choice.optionIds().stream()
          .flatMap(id -> field.option(id).stream())
          .forEach(option -> keys.add(option.key()));
      return keys;
    }
    if (value instanceof FieldValue.People people) {
      ArrayNode all = TaasJson.object().arrayNode();
      people
          .people()
          .forEach(
              person ->
                  all.addObject()
                      .put("id", person.id())
                      .put("name", person.name())
                      .put("email", person.email()));
      return all;
    }
    return TextNode.valueOf(value.kept());
  }
}
