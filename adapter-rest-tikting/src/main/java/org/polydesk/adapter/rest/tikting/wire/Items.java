package org.polydesk.adapter.rest.tikting.wire;

import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.ticket.StatusType;

/** Rows of lists, each with the keys that the dialect has for it. */
public final class Items {
  private Items() {}

  /** A row of categories, subcategories, items or clients. */
  public record NamedItem(int id, String name) {
    /** The row in this shape. */
    public static NamedItem of(CatalogueRow row) {
      return new NamedItem(row.id(), row.name());
    }
  }

  /** A row of sites, departments or levels. */
  public record TitledItem(int id, String title) {
    /** The row in this shape. */
    public static TitledItem of(CatalogueRow row) {
      return new TitledItem(row.id(), row.name());
    }
  }

  /** A row of groups. */
  public record GroupItem(int id, String group) {
    /** The row in this shape. */
    public static GroupItem of(CatalogueRow row) {
      return new GroupItem(row.id(), row.name());
    }
  }

  /** A row of priorities. */
  public record PriorityItem(int id, String priority) {
    /** The row in this shape. */
    public static PriorityItem of(CatalogueRow row) {
      return new PriorityItem(row.id(), row.name());
    }
  }

  /** A row of statuses. */
  public record StatusItem(int id, String status, int statusType) {
    /** The row in this shape. */
    public static StatusItem of(StatusRow row) {
      return new StatusItem(row.id(), row.name(), numberOf(row.type()));
    }
  }

  private static int numberOf(StatusType type) {
    return switch (type) {
      case OPEN -> 1;
      case PENDING -> 2;
      case RESOLVED -> 3;
      case CLOSED -> 4;
      case ON_HOLD -> 5;
    };
  }
}
