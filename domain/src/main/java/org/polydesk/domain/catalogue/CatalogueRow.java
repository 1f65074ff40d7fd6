package org.polydesk.domain.catalogue;

import java.util.Objects;
import java.util.Optional;

/**
 * One row of a {@link CatalogueList}. Priorities rank by their id: the higher, the more urgent.
 *
 * @param id 1 or more, unique in its list and desk
 * @param parentId the row it belongs to, where the list has a parent
 * @param active whether new tickets may name it
 */
public record CatalogueRow(int id, String name, Optional<Integer> parentId, boolean active) {
  public CatalogueRow {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parentId, "parentId");
  }

  /** The same row, which new tickets may not name any more. */
  public CatalogueRow retired() {
    return new CatalogueRow(id, name, parentId, false);
  }
}
