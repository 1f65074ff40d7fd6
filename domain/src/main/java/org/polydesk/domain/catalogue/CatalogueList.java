package org.polydesk.domain.catalogue;

import java.util.Optional;

/** The lists whose rows are no more than an id, a name and sometimes a row they belong to. */
public enum CatalogueList {
  GROUP("group", null),
  TIER_LEVEL("tierLevel", null),
  PRIORITY("priority", null),
  CATEGORY("category", null),
  /** Belongs to a {@link #CATEGORY}. */
  SUB_CATEGORY("subCategory", CATEGORY),
  /** Belongs to a {@link #SUB_CATEGORY}. */
  ITEM("item", SUB_CATEGORY),
  SITE("site", null),
  DEPARTMENT("department", null),
  COMPANY("company", null),
  SERVICE("service", null),
  IMPACT("impact", null),
  URGENCY("urgency", null);

  private final String field;
  private final CatalogueList parent;

  CatalogueList(String field, CatalogueList parent) {
    this.field = field;
    this.parent = parent;
  }

  /** The core's name of a value that names a row of this list, as violations tell it. */
  public String field() {
    return field;
  }

  /** The list whose rows the rows of this one belong to. */
  public Optional<CatalogueList> parent() {
    return Optional.ofNullable(parent);
  }
}
