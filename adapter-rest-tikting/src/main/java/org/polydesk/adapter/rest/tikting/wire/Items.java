package org.polydesk.adapter.rest.tikting.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import org.polydesk.adapter.rest.tikting.document.Shapes;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.ticket.StatusType;

/** Rows of lists, each with the keys that the dialect has for it. */
public final class Items {
  private Items() {}

  /** A row of categories, subcategories, items or clients. */
  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  public record NamedItem(int id, String name) {
    /** The row in this shape. */
    public static NamedItem of(CatalogueRow row) {
      return new NamedItem(row.id(), row.name());
    }
  }

  /** A row of sites, departments or levels. */
  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  public record TitledItem(int id, String title) {
    /** The row in this shape. */
    public static TitledItem of(CatalogueRow row) {
      return new TitledItem(row.id(), row.name());
    }
  }

  /** A row of groups. */
  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  public record GroupItem(int id, String group) {
    /** The row in this shape. */
    public static GroupItem of(CatalogueRow row) {
      return new GroupItem(row.id(), row.name());
    }
  }

  /** A row of priorities. */
  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  public record PriorityItem(int id, String priority) {
    /** The row in this shape. */
    public static PriorityItem of(CatalogueRow row) {
      return new PriorityItem(row.id(), row.name());
    }
  }

  /** A row of statuses. */
  @Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
  public record StatusItem(
      int id, String status, @Schema(implementation = Shapes.StatusType.class) int statusType) {
    /** The row in this shape. */
    public static StatusItem of(StatusRow row) {
      return new StatusItem(row.id(), row.name(), numberOf(row.type()));
    }
  }

  /** A row or null. */
  @Schema(
      nullable = true,
      oneOf = {NamedItem.class, Shapes.Nothing.class})
  public interface NamedOrNull {}

  /** A row or null. */
  @Schema(
      nullable = true,
      oneOf = {TitledItem.class, Shapes.Nothing.class})
  public interface TitledOrNull {}

  /** A row or null. */
  @Schema(
      nullable = true,
      oneOf = {GroupItem.class, Shapes.Nothing.class})
  public interface GroupOrNull {}

  /** A row or null. */
  @Schema(
      nullable = true,
      oneOf = {PriorityItem.class, Shapes.Nothing.class})
  public interface PriorityOrNull {}

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
