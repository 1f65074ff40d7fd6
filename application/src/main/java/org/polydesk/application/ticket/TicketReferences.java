package org.polydesk.application.ticket;

import java.util.Optional;
import java.util.Set;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.Classification;

/** Whether the desk has what a ticket names, as far as whoever names it knows of it. */
final class TicketReferences {
  private final Catalogue catalogue;
  private final Caller caller;
  private final Violations found;

  TicketReferences(Catalogue catalogue, Caller caller, Violations found) {
    this.catalogue = catalogue;
    this.caller = caller;
    this.found = found;
  }

  /**
   * Reports every id in {@code ids} that names nothing, or nothing that belongs to its parent. A
   * row that the desk chose need only be there.
   *
   * @param named the lists of which the caller chose a row
   */
  void check(Classification ids, Optional<Integer> groupId, Set<CatalogueList> named) {
    checkRow(CatalogueList.GROUP, groupId);
    for (CatalogueList list : CatalogueList.values()) {
      if (named.contains(list)) {
        checkRow(list, ids.idIn(list));
      } else {
        checkThere(list, ids.idIn(list));
      }
      list.parent().ifPresent(parent -> checkParent(list, ids.idIn(list), ids.idIn(parent)));
    }
    for (int tagId : ids.tagIds()) {
      found.addIf(catalogue.tag(tagId).isEmpty(), Violation.unknown("tags"));
    }
  }

  /**
   * Reports what is wrong in {@code next}, but not what was so before: a row that became inactive
   * stays good for the tickets that have it.
   */
  void checkChanged(
      Classification before,
      Optional<Integer> groupBefore,
      Classification next,
      Optional<Integer> groupNext) {
    if (!groupNext.equals(groupBefore)) {
      checkRow(CatalogueList.GROUP, groupNext);
    }
    for (CatalogueList list : CatalogueList.values()) {
      boolean changed = !next.idIn(list).equals(before.idIn(list));
      if (changed) {
        checkRow(list, next.idIn(list));
      }
      list.parent()
          .filter(parent -> changed || !next.idIn(parent).equals(before.idIn(parent)))
          .ifPresent(parent -> checkParent(list, next.idIn(list), next.idIn(parent)));
    }
  }

  private void checkRow(CatalogueList list, Optional<Integer> id) {
    boolean unknown =
        id.isPresent()
            && catalogue.row(list, id).filter(CatalogueRow::active).filter(this::isKnown).isEmpty();
    found.addIf(unknown, Violation.unknown(list.field()));
  }

  private void checkThere(CatalogueList list, Optional<Integer> id) {
    found.addIf(
        id.isPresent() && catalogue.row(list, id).isEmpty(), Violation.unknown(list.field()));
  }

  private boolean isKnown(CatalogueRow row) {
    return !row.staffOnly() || caller.worksHere();
  }

  private void checkParent(CatalogueList list, Optional<Integer> id, Optional<Integer> parentId) {
    Optional<CatalogueRow> row = catalogue.row(list, id).filter(CatalogueRow::active);
    found.addIf(
        row.isPresent() && !row.get().parentId().equals(parentId), Violation.unknown(list.field()));
  }
}
