package org.polydesk.domain.catalogue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All lists of one desk as they are at one moment. Immutable; lists come in the order of their ids.
 */
public final class Catalogue {
  private final NavigableMap<Integer, StatusRow> statuses;
  private final Map<CatalogueList, NavigableMap<Integer, CatalogueRow>> lists;
  private final NavigableMap<Integer, Tag> tags;

  /**
   * @param statuses the desk's statuses
   * @param lists rows of every list; a list that is not there has no rows
   * @param tags the desk's tags
   */
  public Catalogue(
      List<StatusRow> statuses, Map<CatalogueList, List<CatalogueRow>> lists, List<Tag> tags) {
    this.statuses = byId(statuses, StatusRow::id);
    this.lists = new EnumMap<>(CatalogueList.class);
    for (CatalogueList list : CatalogueList.values()) {
      this.lists.put(list, byId(lists.getOrDefault(list, List.of()), CatalogueRow::id));
    }
    this.tags = byId(tags, Tag::id);
  }

  private static <T> NavigableMap<Integer, T> byId(List<T> rows, Function<T, Integer> id) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                id,
                Function.identity(),
                (a, b) -> {
                  throw new IllegalArgumentException("two rows with the id " + id.apply(a));
                },
                () -> new TreeMap<>(Comparator.<Integer>naturalOrder())));
  }

  /** All statuses. */
  public List<StatusRow> statuses() {
    return List.copyOf(statuses.values());
  }

  /** The status with this id. */
  public Optional<StatusRow> status(int id) {
    return Optional.ofNullable(statuses.get(id));
  }

  /**
   * The status that a stored ticket is in.
   *
   * @throws IllegalStateException when there is none: rows that tickets use are never removed
   */
  public StatusRow existingStatus(int id) {
    return status(id).orElseThrow(() -> new IllegalStateException("no status row " + id));
  }

  /** The rows of {@code list} that new tickets may name. */
  public List<CatalogueRow> active(CatalogueList list) {
    return lists.get(list).values().stream().filter(CatalogueRow::active).toList();
  }

  /** The active rows of {@code list} that belong to row {@code parentId} of its parent list. */
  public List<CatalogueRow> activeUnder(CatalogueList list, Optional<Integer> parentId) {
    Objects.requireNonNull(parentId, "parentId");
    return parentId.isEmpty()
        ? List.of()
        : active(list).stream().filter(row -> row.parentId().equals(parentId)).toList();
  }

  /** The row of {@code list} with this id, active or not. */
  public Optional<CatalogueRow> row(CatalogueList list, int id) {
    return Optional.ofNullable(lists.get(list).get(id));
  }

  /** The row that {@code id} names, if it names one. */
  public Optional<CatalogueRow> row(CatalogueList list, Optional<Integer> id) {
    return id.flatMap(value -> row(list, value));
  }

  /** All tags, in the order of their ids. */
  public List<Tag> tags() {
    return List.copyOf(tags.values());
  }

  /** The tag with this id. */
  public Optional<Tag> tag(int id) {
    return Optional.ofNullable(tags.get(id));
  }
}
