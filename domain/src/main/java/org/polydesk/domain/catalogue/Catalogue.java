package org.polydesk.domain.catalogue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All lists of one desk as they are at one moment. Immutable; lists come in the order of their ids.
 */
public final class Catalogue {
  private final NavigableMap<Integer, StatusRow> statuses;
  private final Map<CatalogueList, NavigableMap<Integer, CatalogueRow>> lists;
  private final NavigableMap<Integer, Tag> tags;
  private final Map<UUID, TagCategory> tagCategories;

  /** A catalogue whose tag categories have no names yet. */
  public Catalogue(
      List<StatusRow> statuses, Map<CatalogueList, List<CatalogueRow>> lists, List<Tag> tags) {
    this(statuses, lists, tags, List.of());
  }

  /**
   * @param statuses the desk's statuses
   * @param lists rows of every list; a list that is not there has no rows
   * @param tags the desk's tags
   * @param tagCategories those that have names; others are known by their tags
   */
  public Catalogue(
      List<StatusRow> statuses,
      Map<CatalogueList, List<CatalogueRow>> lists,
      List<Tag> tags,
      List<TagCategory> tagCategories) {
    this.statuses = byId(statuses, StatusRow::id);
    this.lists = new EnumMap<>(CatalogueList.class);
    for (CatalogueList list : CatalogueList.values()) {
      this.lists.put(list, byId(lists.getOrDefault(list, List.of()), CatalogueRow::id));
    }
    this.tags = byId(tags, Tag::id);
    this.tagCategories = new LinkedHashMap<>();
    tagCategories.stream()
        .sorted(Comparator.comparing(TagCategory::name).thenComparing(TagCategory::id))
        .forEach(category -> this.tagCategories.put(category.id(), category));
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

  /** All rows of {@code list}, active or not. */
  public List<CatalogueRow> rows(CatalogueList list) {
    return List.copyOf(lists.get(list).values());
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

  /** The tag categories that have names, in the order of these. */
  public List<TagCategory> tagCategories() {
    return List.copyOf(tagCategories.values());
  }

  /** The tag category with this id; one without a name of its own when nobody has named it. */
  public TagCategory tagCategory(UUID id) {
    return Optional.ofNullable(tagCategories.get(id)).orElseGet(() -> TagCategory.unnamed(id));
  }

  /** The same catalogue without the rows that only those who work at the desk know of. */
  public Catalogue forClients() {
    if (lists.values().stream()
        .allMatch(rows -> rows.values().stream().noneMatch(CatalogueRow::staffOnly))) {
      return this;
    }
    Map<CatalogueList, List<CatalogueRow>> known = new EnumMap<>(CatalogueList.class);
    lists.forEach(
        (each, rows) ->
            known.put(each, rows.values().stream().filter(row -> !row.staffOnly()).toList()));
    return new Catalogue(statuses(), known, tags(), tagCategories());
  }

  /** All lists that have rows, each in the order of its ids; the caller may change the map. */
  public Map<CatalogueList, List<CatalogueRow>> lists() {
    Map<CatalogueList, List<CatalogueRow>> all = new EnumMap<>(CatalogueList.class);
    lists.forEach((each, rows) -> all.put(each, List.copyOf(rows.values())));
    return all;
  }

  /** The same catalogue with these tags. */
  public Catalogue withTags(List<Tag> next) {
    return new Catalogue(statuses(), lists(), next, tagCategories());
  }

  /** The same catalogue with this row in the place of the one with its id, if there is one. */
  public Catalogue with(CatalogueList list, CatalogueRow row) {
    Map<CatalogueList, List<CatalogueRow>> changed = lists();
    NavigableMap<Integer, CatalogueRow> rows = new TreeMap<>(lists.get(list));
    rows.put(row.id(), row);
    changed.put(list, List.copyOf(rows.values()));
    return new Catalogue(statuses(), changed, tags(), tagCategories());
  }

  /**
   * This catalogue in the place of {@code earlier}: what only the earlier one has stays, for
   * tickets may name it, but rows of lists become inactive.
   */
  public Catalogue replacing(Catalogue earlier) {
    Map<CatalogueList, List<CatalogueRow>> merged = new EnumMap<>(CatalogueList.class);
    for (CatalogueList list : CatalogueList.values()) {
      NavigableMap<Integer, CatalogueRow> rows = new TreeMap<>();
      earlier.rows(list).forEach(row -> rows.put(row.id(), row.retired()));
      rows.putAll(lists.get(list));
      merged.put(list, List.copyOf(rows.values()));
    }
    Map<UUID, TagCategory> categories = new LinkedHashMap<>(earlier.tagCategories);
    categories.putAll(tagCategories);
    return new Catalogue(
        List.copyOf(union(earlier.statuses, statuses).values()),
        merged,
        List.copyOf(union(earlier.tags, tags).values()),
        List.copyOf(categories.values()));
  }

  private static <T> NavigableMap<Integer, T> union(Map<Integer, T> earlier, Map<Integer, T> now) {
    NavigableMap<Integer, T> all = new TreeMap<>(earlier);
    all.putAll(now);
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Catalogue that
        && statuses.equals(that.statuses)
        && lists.equals(that.lists)
        && tags.equals(that.tags)
        && tagCategories.equals(that.tagCategories);
  }

  @Override
  public int hashCode() {
    return Objects.hash(statuses, lists, tags, tagCategories);
  }

  @Override
  public String toString() {
    return "Catalogue[statuses=%s, lists=%s, tags=%s, tagCategories=%s]"
        .formatted(statuses, lists, tags, tagCategories.values());
  }
}
