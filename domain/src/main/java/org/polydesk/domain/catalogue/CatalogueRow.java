package org.polydesk.domain.catalogue;

import java.util.Objects;
import java.util.Optional;

/**
 * One row of a {@link CatalogueList}. Priorities rank by their id: the higher, the more urgent.
 *
 * @param id 1 or more, unique in its list and desk
 * @param parentId the row it belongs to, where the list has a parent
 * @param active whether new tickets may name it
 * @param staffOnly whether only those who work at the desk know of it
 */
public record CatalogueRow(
    int id, String name, Optional<Integer> parentId, boolean active, boolean staffOnly) {
  public CatalogueRow {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parentId, "parentId");
  }

  /** A row that everybody knows of. */
  public CatalogueRow(int id, String name, Optional<Integer> parentId, boolean active) {
    this(id, name, parentId, active, false);
  }

  /** The same row, which new tickets may not name any more. */
  public CatalogueRow retired() {
    return new CatalogueRow(id, name, parentId, false, staffOnly);
  }

  /** The same row, which new tickets may name again. */
  public CatalogueRow revived() {
    return new CatalogueRow(id, name, parentId, true, staffOnly);
  }

  /** The same row under another name. */
  public CatalogueRow called(String other) {
    return new CatalogueRow(id, other, parentId, active, staffOnly);
  }
}
