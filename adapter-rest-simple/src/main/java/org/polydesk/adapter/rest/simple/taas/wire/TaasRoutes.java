package org.polydesk.adapter.rest.simple.taas.wire;

import java.util.List;
import org.polydesk.adapter.rest.shared.RouteTable;

/**
 * Every path of the dialect, as its controllers declare it: below {@code /ticketing/v1}, and the
 * same at the bare root. Source: docs/dialects/taas.md, section "Paths".
 */
public final class TaasRoutes {
  /** Where everything is. */
  public static final String BASE = "/ticketing/v1";

  private static final List<String> PATHS =
      List.of(
          "/tickets",
          "/tickets/{id}",
          "/tickets/{id}/status",
          "/tickets/{id}/activities",
          "/tickets/{id}/comments",
          "/tickets/{id}/attachments",
          "/tickets/activity/{id}/attachments",
          "/attachments/{id}",
          "/instance",
          "/tags");

  private static final RouteTable TABLE = table();

  private TaasRoutes() {}

  private static RouteTable table() {
    RouteTable.Builder routes = RouteTable.builder();
    for (String path : PATHS) {
      routes.route(BASE + path);
      routes.alias(path, BASE + path);
    }
    return routes.build();
  }

  static String canonical(String path) {
    return TABLE.canonical(path).orElse(path);
  }
}
