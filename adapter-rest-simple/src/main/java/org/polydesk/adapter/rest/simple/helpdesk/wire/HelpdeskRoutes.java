package org.polydesk.adapter.rest.simple.helpdesk.wire;

import java.util.List;
import org.polydesk.adapter.rest.shared.RouteTable;

/**
 * Every path of the dialect, as its controllers declare it. A method may be followed by an id. All
 * of them are also served below {@code /helpdesk}. Source: docs/dialects/helpdesk.md, section
 * "Paths".
 */
final class HelpdeskRoutes {
  private static final String PREFIX = "/helpdesk";

  /** Methods below {@code /api}. */
  private static final List<String> METHODS =
      List.of(
          // tickets
          "Tickets",
          "Ticket",
          "UpdateTicket",
          "Close",
          "DeleteTicket",
          "Stats",
          "Search",
          "SetCustomField",
          "SetCustomFields",
          "TicketCustomFields",
          "CustomFieldsForCategory",
          "CustomFields",
          "UserCustomFields",
          "SetCustomFieldForUser",
          "CompanyCustomFields",
          "SetCustomFieldForCompany",
          "Subscribers",
          "AddSubscriber",
          "RemoveSubscriber",
          "AddTimeSpent",
          "TimeSpentLog",
          "ForwardTicket",
          "Tags",
          "TagTicket",
          // relations
          "MergeTickets",
          "LinkTickets",
          "UnlinkTickets",
          "LinkedTickets",
          "AddSubTicket",
          "RemoveSubTicket",
          "SubTickets",
          // conversation and files
          "Comment",
          "UpdateComment",
          "Comments",
          "CommentTemplates",
          "Attachments",
          "Attachment",
          "AttachFile",
          "DeleteFile",
          // people and catalogue
          "Authorization",
          "CreateUser",
          "UpdateUser",
          "DeleteUser",
          "MergeUsers",
          "User",
          "UserByEmail",
          "UserByUsername",
          "Users",
          "Companies",
          "Company",
          "UpdateCompany",
          "Departments",
          "Categories",
          "TechsForCategory",
          "AddCategoryTechPermission",
          "RemoveCategoryTechPermission",
          "Sections",
          "Priorities",
          "Statuses",
          // knowledge and assets
          "Articles",
          "Article",
          "Assets",
          "Asset",
          "UpdateAsset",
          "DisableAsset",
          "AssignAssetToUser",
          "UnAssignAssetToUser",
          "AddAssetToTicket",
          "SetCustomFieldForAsset",
          // programs that speak to models
          "mcp");

  private static final RouteTable TABLE = table();

  private HelpdeskRoutes() {}

  private static RouteTable table() {
    RouteTable.Builder routes = RouteTable.builder();
    for (String method : METHODS) {
      add(routes, "/api/" + method);
      add(routes, "/api/" + method + "/{id}");
    }
    add(routes, "/User/Token");
    add(routes, "/File/Get");
    add(routes, "/File/Get/{id}");
    add(routes, "/Ticket/{id}");
    return routes.build();
  }

  private static void add(RouteTable.Builder routes, String template) {
    routes.route(template);
    routes.alias(PREFIX + template, template);
  }

  static String canonical(String path) {
    return TABLE.canonical(path).orElse(path);
  }
}
