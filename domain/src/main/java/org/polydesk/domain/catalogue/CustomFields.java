package org.polydesk.domain.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All custom fields of one desk as they are at one moment. Immutable.
 *
 * @param all in the order of their positions, then of their ids
 */
public record CustomFields(List<CustomField> all) {
  /** No fields. */
  public static final CustomFields NONE = new CustomFields(List.of());

  /**
   * @throws IllegalArgumentException when two fields have the same id or public id
   */
  public CustomFields {
    all =
        all.stream()
            .sorted(Comparator.comparingInt(CustomField::position).thenComparing(CustomField::id))
            .toList();
    if (all.stream().map(CustomField::id).distinct().count() < all.size()
        || all.stream().map(CustomField::publicId).distinct().count() < all.size()) {
      throw new IllegalArgumentException("two custom fields with the same id");
    }
  }

  /** The fields in use that say something about {@code subject}. */
  public List<CustomField> of(FieldSubject subject) {
    return all.stream().filter(field -> field.active() && field.subject() == subject).toList();
  }

  /** The field in use of {@code subject} with this id. */
  public Optional<CustomField> find(FieldSubject subject, int id) {
    return of(subject).stream().filter(field -> field.id() == id).findFirst();
  }

  /** The field in use of {@code subject} with this key for programs. */
  public Optional<CustomField> find(FieldSubject subject, UUID publicId) {
    return of(subject).stream().filter(field -> field.publicId().equals(publicId)).findFirst();
  }

  /** These fields in the place of {@code earlier}: those that only were there are retired. */
  public CustomFields replacing(CustomFields earlier) {
    Map<Integer, CustomField> merged =
        earlier.all.stream()
            .map(CustomField::retired)
            .collect(
                Collectors.toMap(CustomField::id, Function.identity(), (a, b) -> a, TreeMap::new));
    all.forEach(field -> merged.put(field.id(), field));
    return new CustomFields(List.copyOf(merged.values()));
  }
}
