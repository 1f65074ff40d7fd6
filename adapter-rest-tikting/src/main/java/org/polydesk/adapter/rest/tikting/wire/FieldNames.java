package org.polydesk.adapter.rest.tikting.wire;

import java.util.Map;
import java.util.Set;

/** What the core's values are called in forms. */
final class FieldNames {
  private static final Map<String, String> BY_CORE_NAME =
      Map.ofEntries(
          Map.entry("subject", "Title"),
          Map.entry("description", "Description"),
          Map.entry("requester", "CreatorId"),
          Map.entry("site", "SiteId"),
          Map.entry("department", "DepartmentId"),
          Map.entry("status", "TicketStatusId"),
          Map.entry("type", "TicketType"),
          Map.entry("cc", "Cc"),
          Map.entry("guid", "Guid"),
          Map.entry("category", "TicketCategoryId"),
          Map.entry("subCategory", "TicketSubCategoryId"),
          Map.entry("item", "ItemId"),
          Map.entry("dueAt", "DueDate"),
          Map.entry("tierLevel", "TierLevelId"),
          Map.entry("group", "GroupId"),
          Map.entry("company", "ClientId"),
          Map.entry("priority", "TicketPriorityId"),
          Map.entry("service", "ServiceId"),
          Map.entry("impact", "ImpactId"),
          Map.entry("urgency", "UrgencyId"),
          Map.entry("slaId", "SLAId"),
          Map.entry("technician", "AssignedUser"),
          Map.entry("tags", "SelectedTags"),
          Map.entry("files", "Uploads"),
          Map.entry("closedBy", "CloseBy"),
          Map.entry("closedAt", "ClosingDate"),
          Map.entry("resolvedBy", "SubmitBy"),
          Map.entry("submittedAt", "SubmitDate"),
          Map.entry("userName", "Username"),
          Map.entry("requesterName", "Requester"));

  /** Values that are no property of a form; their sentences do not repeat the name. */
  private static final Set<String> DIRECT = Set.of("id", "page", "listType", "username", "$");

  private FieldNames() {}

  /** The name that clients know; a name the core has no word for is kept. */
  static String onTheWire(String coreName) {
    return BY_CORE_NAME.getOrDefault(coreName, coreName);
  }

  static boolean isBoundDirectly(String wireName) {
    return DIRECT.contains(wireName);
  }
}
