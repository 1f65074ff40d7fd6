package org.polydesk.domain.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * A field that a desk has added to its tickets, users, companies or assets.
 *
 * @param id unique in its desk
 * @param publicId its key for programs, unique in its desk
 * @param subject what it says something about
 * @param name 1 to 255 characters
 * @param categoryIds the categories whose tickets have it; empty for all
 * @param techniciansOnly whether only technicians and administrators know of it
 * @param mandatory whether forms should insist on it; no rule of the core does
 * @param hidden whether forms should leave it out
 * @param multiple whether several options or people may be chosen
 * @param position where it stands among the others, the lowest first
 * @param options the choices of a drop-down, in their order
 * @param defaultValue what forms should begin with
 * @param active whether it is still used; values of those that are not stay
 */
public record CustomField(
    int id,
    UUID publicId,
    FieldSubject subject,
    String name,
    FieldKind kind,
    Set<Integer> categoryIds,
    boolean techniciansOnly,
    boolean mandatory,
    boolean hidden,
    boolean multiple,
    int position,
    List<FieldOption> options,
    Optional<FieldValue> defaultValue,
    boolean active) {
  private static final int LONGEST_NAME = 255;
  private static final int LAST_YEAR = 9_999;

  public CustomField {
    Objects.requireNonNull(publicId, "publicId");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    categoryIds = Set.copyOf(categoryIds);
    options = List.copyOf(options);
    Objects.requireNonNull(defaultValue, "defaultValue");
  }

  /** Whether tickets of this category have it. */
  public boolean isIn(Optional<Integer> categoryId) {
    return categoryIds.isEmpty() || categoryId.filter(categoryIds::contains).isPresent();
  }

  /** The option that {@code name} is the id, the key or, in any case, the text of. */
  public Optional<FieldOption> option(String name) {
    String wanted = name.strip();
    return options.stream().filter(option -> option.isNamed(wanted)).findFirst();
  }

  /** The option with this id. */
  public Optional<FieldOption> option(int optionId) {
    return options.stream().filter(option -> option.id() == optionId).findFirst();
  }

  /**
   * What is wrong with {@code value} in this field; empty when nothing is.
   *
   * @param name what the request calls the value
   */
  public List<Violation> violationsOf(String name, FieldValue value) {
    Violations found = new Violations();
    if (!kindsOf(value).contains(kind)) {
      return found.add(Violation.malformed(name, value.kept())).toList();
    }
    if (value instanceof FieldValue.Text text) {
      found.addAll(
          Violations.of(name)
              .required(text.text())
              .atMost(FieldValue.Text.MAX_LENGTH, text.text())
              .storable(text.text())
              .toList());
    } else if (value instanceof FieldValue.Day day) {
      int year = day.date().getYear();
      found.addIf(year < 1 || year > LAST_YEAR, Violation.malformed(name, day.kept()));
    } else if (value instanceof FieldValue.Choice choice) {
      check(name, choice, found);
    } else if (value instanceof FieldValue.People people) {
      check(name, people, found);
    }
    return found.toList();
  }

  private static Set<FieldKind> kindsOf(FieldValue value) {
    if (value instanceof FieldValue.Text) {
      return Set.of(FieldKind.TEXT, FieldKind.MULTILINE_TEXT);
    }
    if (value instanceof FieldValue.Day) {
      return Set.of(FieldKind.DATE);
    }
    if (value instanceof FieldValue.Choice) {
      return Set.of(FieldKind.DROP_DOWN);
    }
    return value instanceof FieldValue.Check
        ? Set.of(FieldKind.CHECKBOX)
        : Set.of(FieldKind.PEOPLE, FieldKind.EMAILS);
  }

  private void check(String name, FieldValue.Choice choice, Violations found) {
    found.addIf(choice.optionIds().isEmpty(), Violation.required(name));
    found.addIf(
        choice.optionIds().stream().anyMatch(chosen -> option(chosen).isEmpty()),
        Violation.unknown(name));
    found.addIf(!multiple && choice.optionIds().size() > 1, tooMany(name));
  }

  private void check(String name, FieldValue.People people, Violations found) {
    found.addIf(people.people().isEmpty(), Violation.required(name));
    found.addIf(people.people().size() > (multiple ? FieldValue.People.MOST : 1), tooMany(name));
    for (FieldValue.Person person : people.people()) {
      for (String text : List.of(person.id(), person.name(), person.email())) {
        found.addAll(Violations.of(name).atMost(LONGEST_NAME, text).storable(text).toList());
      }
    }
  }

  private static Violation tooMany(String name) {
    return Violation.refused(name, "%s holds more values than it may.".formatted(name));
  }

  /** The value as people read it: texts of options, names or else addresses of people. */
  public String shown(FieldValue value) {
    if (value instanceof FieldValue.Choice choice) {
      return choice.optionIds().stream()
          .map(chosen -> option(chosen).map(FieldOption::text).orElse(String.valueOf(chosen)))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof FieldValue.People people) {
      return people.people().stream()
          .map(person -> person.name().isBlank() ? person.email() : person.name())
          .collect(Collectors.joining(", "));
    }
    return value.kept();
  }

  /** The same field, not used any more. */
  public CustomField retired() {
    return new CustomField(
        id,
        publicId,
        subject,
        name,
        kind,
        categoryIds,
        techniciansOnly,
        mandatory,
        hidden,
        multiple,
        position,
        options,
        defaultValue,
        false);
  }
}
