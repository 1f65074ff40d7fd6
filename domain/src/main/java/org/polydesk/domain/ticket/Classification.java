package org.polydesk.domain.ticket;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.domain.catalogue.CatalogueList;

/**
 * Where a ticket belongs: ids of catalogue rows, each empty where nothing was chosen.
 *
 * @param tagIds ids of the tags it carries, in the order in which they were set
 */
public record Classification(
    TicketType type,
    Optional<Integer> siteId,
    Optional<Integer> departmentId,
    Optional<Integer> categoryId,
    Optional<Integer> subCategoryId,
    Optional<Integer> itemId,
    Optional<Integer> tierLevelId,
    Optional<Integer> companyId,
    Optional<Integer> priorityId,
    Optional<Integer> serviceId,
    Optional<Integer> impactId,
    Optional<Integer> urgencyId,
    Optional<UUID> templateId,
    List<Integer> tagIds) {

  public Classification {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(siteId, "siteId");
    Objects.requireNonNull(departmentId, "departmentId");
    tagIds = List.copyOf(tagIds);
  }

  /** The id of the row of {@code list} that the ticket has; groups are kept with the people. */
  public Optional<Integer> idIn(CatalogueList list) {
    return switch (list) {
      case SITE -> siteId;
      case DEPARTMENT -> departmentId;
      case CATEGORY -> categoryId;
      case SUB_CATEGORY -> subCategoryId;
      case ITEM -> itemId;
      case TIER_LEVEL -> tierLevelId;
      case COMPANY -> companyId;
      case PRIORITY -> priorityId;
      case SERVICE -> serviceId;
      case IMPACT -> impactId;
      case URGENCY -> urgencyId;
      case GROUP -> Optional.empty();
    };
  }

  /** The same with these tags. */
  public Classification tagged(List<Integer> ids) {
    return new Classification(
        type,
        siteId,
        departmentId,
        categoryId,
        subCategoryId,
        itemId,
        tierLevelId,
        companyId,
        priorityId,
        serviceId,
        impactId,
        urgencyId,
        templateId,
        ids);
  }
}
