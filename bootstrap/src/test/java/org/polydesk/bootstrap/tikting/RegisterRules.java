package org.polydesk.bootstrap.tikting;

import java.util.Map;

/** What several tests expect of registering. */
public final class RegisterRules {
  /** What a form without a single field is told. */
  public static final Map<String, String> ALL_REQUIRED =
      Map.of(
          "Title", "The Title field is required.",
          "Description", "The Description field is required.",
          "CreatorId", "The CreatorId field is required.",
          "SiteId", "The SiteId field is required.",
          "DepartmentId", "The DepartmentId field is required.",
          "TicketStatusId", "The TicketStatusId field is required.",
          "TicketType", "The TicketType field is required.");

  private RegisterRules() {}
}
