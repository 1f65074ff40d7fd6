package org.polydesk.application.field;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.field.out.FieldValues;
import org.polydesk.application.field.out.FieldValues.Owner;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * Reads and changes what stands in custom fields, for callers who may read and change what the
 * fields are about. Fields for technicians only do not exist for others.
 */
@Singleton
public final class FieldBook {
  private static final String AUDIT_NAME = "custom ";
  private static final int LONGEST_AUDIT_NAME = 64;

  private final FieldValues values;

  @Inject
  public FieldBook(FieldValues values) {
    this.values = values;
  }

  /**
   * A value that became another one.
   *
   * @param was as people read it; empty when there was none
   * @param is as people read it; empty when there is none
   */
  public record Change(CustomField field, Optional<String> was, Optional<String> is) {}

  /**
   * What the audit calls a custom field.
   *
   * @param key its key for programs, or whatever a program called it
   */
  public static String auditName(String key) {
    String name = AUDIT_NAME + key;
    return name.substring(0, Math.min(name.length(), LONGEST_AUDIT_NAME));
  }

  /** The key of the custom field that the audit calls so; empty for any other field. */
  public static Optional<String> keyOf(String auditName) {
    return auditName.startsWith(AUDIT_NAME)
        ? Optional.of(auditName.substring(AUDIT_NAME.length()))
        : Optional.empty();
  }

  /** The fields that the caller knows of, in their order. */
  public static List<CustomField> known(DeskSetup setup, FieldSubject subject, Caller caller) {
    return setup.fields().of(subject).stream()
        .filter(field -> !field.techniciansOnly() || caller.may(Right.READ_NOTES))
        .toList();
  }

  /** The keys, as {@link #keyOf} tells them, of fields that the caller does not know of. */
  public static Set<Optional<String>> secretKeys(DeskSetup setup, Caller caller) {
    return caller.may(Right.READ_NOTES)
        ? Set.of()
        : setup.fields().all().stream()
            .filter(CustomField::techniciansOnly)
            .map(field -> Optional.of(field.publicId().toString()))
            .collect(Collectors.toSet());
  }

  /** The fields of tickets of a category that the caller knows of, in their order. */
  public static List<CustomField> ofCategory(
      DeskSetup setup, Optional<Integer> categoryId, Caller caller) {
    return known(setup, FieldSubject.TICKET, caller).stream()
        .filter(field -> field.isIn(categoryId))
        .toList();
  }

  /**
   * Finds out what is wrong with changes.
   *
   * @param fields those that what is to be changed has
   * @param found where it goes, as {@code customFields}
   */
  public static void check(FieldEdits edits, List<CustomField> fields, Violations found) {
    edits
        .values()
        .forEach(
            (id, value) -> {
              Optional<CustomField> field =
                  fields.stream().filter(one -> one.id() == id).findFirst();
              found.addIf(field.isEmpty(), Violation.unknown("customFields"));
              field.ifPresent(
                  one ->
                      value.ifPresent(
                          next -> found.addAll(one.violationsOf("customFields", next))));
            });
  }

  /**
   * Changes what stands in checked fields; part of the caller's unit of work.
   *
   * @return what became different
   */
  public List<Change> change(DeskSetup setup, Owner owner, FieldEdits edits) {
    if (edits.isEmpty()) {
      return List.of();
    }
    Map<Integer, String> kept =
        values.of(setup.desk().id(), List.of(owner)).getOrDefault(owner, Map.of());
    Map<Integer, Optional<FieldValue>> different = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (CustomField field : setup.fields().of(owner.subject())) {
      Optional<FieldValue> was = restored(field, kept);
      Optional<FieldValue> is = edits.values().getOrDefault(field.id(), was);
      if (!was.equals(is)) {
        different.put(field.id(), is);
        changes.add(new Change(field, was.map(field::shown), is.map(field::shown)));
      }
    }
    if (!different.isEmpty()) {
      values.keep(setup.desk().id(), owner, different);
    }
    return changes;
  }

  /** What stands in the fields of one owner. */
  public List<FilledField> fill(DeskSetup setup, Owner owner, List<CustomField> fields) {
    return fill(setup, Map.of(owner, fields)).get(owner);
  }

  /**
   * What stands in fields; one statement for all.
   *
   * @param fields those of each owner that are wanted
   */
  public Map<Owner, List<FilledField>> fill(DeskSetup setup, Map<Owner, List<CustomField>> fields) {
    boolean none = fields.values().stream().allMatch(Collection::isEmpty);
    Map<Owner, Map<Integer, String>> kept =
        none ? Map.of() : values.of(setup.desk().id(), fields.keySet());
    Map<Owner, List<FilledField>> filled = new HashMap<>();
    fields.forEach(
        (owner, wanted) -> filled.put(owner, filled(wanted, kept.getOrDefault(owner, Map.of()))));
    return filled;
  }

  private static List<FilledField> filled(List<CustomField> fields, Map<Integer, String> kept) {
    Function<CustomField, FilledField> filling =
        field -> new FilledField(field, restored(field, kept));
    return fields.stream().map(filling).toList();
  }

  private static Optional<FieldValue> restored(CustomField field, Map<Integer, String> kept) {
    return Optional.ofNullable(kept.get(field.id()))
        .map(text -> FieldValue.restore(field.kind(), text));
  }
}
