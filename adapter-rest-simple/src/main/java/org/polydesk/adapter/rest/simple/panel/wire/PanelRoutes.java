package org.polydesk.adapter.rest.simple.panel.wire;

import java.util.List;
import org.polydesk.adapter.rest.shared.RouteTable;

/**
 * Every path of the dialect, as its controllers declare it, and the other spellings of each:
 * tickets below {@code /support} and at the bare root, files below {@code /files}. Source:
 * docs/dialects/panel.md, section "Paths".
 */
public final class PanelRoutes {
  /** Where tickets, comments and topics are. */
  public static final String BASE = "/support";

  /** Where files are. */
  public static final String FILES = "/files/public/files";

  private static final RouteTable TABLE = table();

  private PanelRoutes() {}

  private static RouteTable table() {
    RouteTable.Builder routes = RouteTable.builder();
    both(routes, "/tickets", "/tickets");
    both(routes, "/tickets/{number}", "/tickets/{number}");
    for (String verb : List.of("close", "reopen", "vote", "comments")) {
      both(routes, "/tickets/{number}/" + verb, "/tickets/{number}/" + verb);
    }
    both(routes, "/topics", "/topics");
    both(routes, "/tickets/topics", "/topics");
    for (String vote : List.of("evaluate", "rate")) {
      both(routes, "/tickets/{number}/" + vote, "/tickets/{number}/vote");
    }
    both(routes, "/comments/{id}", "/comments/{id}");
    both(routes, "/tickets/comments/{id}", "/comments/{id}");
    both(routes, "/tickets/{number}/comments/{id}", "/tickets/{number}/comments/{id}");
    for (String vote : List.of("vote", "evaluate", "rate")) {
      both(routes, "/comments/{id}/" + vote, "/comments/{id}/vote");
      both(routes, "/tickets/comments/{id}/" + vote, "/comments/{id}/vote");
      both(
          routes,
          "/tickets/{number}/comments/{id}/" + vote,
          "/tickets/{number}/comments/{id}/vote");
    }
    routes.route(FILES);
    routes.alias("/files", FILES);
    routes.route(FILES + "/extensions");
    routes.route(FILES + "/{id}");
    return routes.build();
  }

  private static void both(RouteTable.Builder routes, String path, String target) {
    routes.alias(BASE + path, BASE + target);
    routes.alias(path, BASE + target);
  }

  static String canonical(String path) {
    return TABLE.canonical(path).orElse(path);
  }
}
