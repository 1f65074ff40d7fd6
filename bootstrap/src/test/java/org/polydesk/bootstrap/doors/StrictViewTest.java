package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/**
 * Taas and Panel as a client in a strictly typed language reads them: each member is there, of one
 * type, and null only where that is said. A type is {@code text}, {@code whole}, {@code flag},
 * {@code list}, {@code object} or {@code number}, with {@code ?} where null may stand and {@code -}
 * where the member may be missing.
 */
@OnEveryStore
final class StrictViewTest {
  private static final Map<String, String> PERSON = types("id text, name text, email text");
  private static final Map<String, String> TAAS_TICKET =
      types(
          "id text, ticketId whole, ticketNo whole, title text, description text, status text,"
              + " requestor object, assignee object?, priority text?, expectedDate text?, tags list,"
              + " customFields object, createdOn text, lastUpdatedOn text, lastInteraction text,"
              + " firstResponseOn text?, firstResolutionOn text?, lastResolutionOn text?,"
              + " createdBy object?, lastUpdatedBy object?, resolution text?,"
              + " lastResolutionComment text?, resolvedStatus list, isCustomWorkflow flag,"
              + " isFrtBreached flag, isRtBreached flag, isFrtEscalated flag, isRtEscalated flag,"
              + " assigneeUnseenEventCnt whole, requestorUnseenEventCnt whole, trackingId text?,"
              + " origin text?, workflow list-, description_HTML text-");
  private static final Map<String, String> ACTIVITY =
      types(
          "id text, ticketId text, action text, comment text, isPrivate flag, createdDateTime text,"
              + " createdBy object?, attachments list, changes list, comment_HTML text-");
  private static final Map<String, String> CHANGE =
      types("name text, oldValue text?, newValue text?");
  private static final Map<String, String> ATTACHMENT =
      types(
          "id text, caption text, createdDateTime text, createdBy text, src text, isArchive flag,"
              + " isHyperlink flag, isImage flag, filename text");
  private static final Map<String, String> LIST =
      types("items list, itemCount whole, continuationToken text-, error flag, message text");
  private static final Map<String, String> ITEM = types("item object, error flag, message text");
  private static final Map<String, String> PANEL_TICKET =
      types(
          "number whole, summary text, type null, status object, status_key text, is_closed flag,"
              + " is_resolved flag, closed_at text?, created_at text, updated_at text,"
              + " is_client_author flag, is_client_read flag, client_aliased_name text?,"
              + " client_emails list, splitted_from_ticket_number whole?, vote object?,"
              + " access_level text?, keystone_projects list?, notice_id whole?");
  private static final Map<String, String> PANEL_COMMENT =
      types(
          "id whole, body text, files list, sent_at text, is_client_author flag,"
              + " is_client_read flag, splitted_at text?, splitted_to_ticket_number whole?,"
              + " vote object?");
  private static final Map<String, String> VOTE =
      types("comment text?, created_at text, score whole");
  private static final Map<String, String> PAGE =
      types("item_count whole, items list, items_per_page whole, page whole, page_count whole");
  private static final String USER =
      "{\"id\":\"u-1\",\"name\":\"Alice\",\"email\":\"alice@demo.test\"}";

  private final Visitor taas;
  private final Visitor panel;
  private final Visitor alice;
  private final List<String> faults = new ArrayList<>();

  StrictViewTest(Store store) {
    TestDesk desk = store.shared();
    this.taas = new Visitor(desk, "/ticketing/v1", "Ocp-Apim-Subscription-Key", "demo-primary-key");
    this.panel = Visitor.panel(desk, "demo-panel-token");
    this.alice = Visitor.helpdesk(desk, "alice");
  }

  private static Map<String, String> types(String text) {
    Map<String, String> types = new TreeMap<>();
    for (String member : text.split(", ?")) {
      types.put(member.strip().split(" ")[0], member.strip().split(" ")[1]);
    }
    return types;
  }

  private void check(String what, Map<String, String> types, JsonNode object) {
    Set<String> unknown = new TreeSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(types.keySet());
    if (!unknown.isEmpty()) {
      faults.add(what + " has also " + unknown);
    }
    types.forEach(
        (name, type) -> {
          JsonNode value = object.get(name);
          boolean fits =
              value == null
                  ? type.endsWith("-")
                  : value.isNull()
                      ? type.endsWith("?") || type.equals("null")
                      : is(value, type.replaceAll("[-?]$", ""));
          if (!fits) {
            faults.add("%s.%s is %s, not %s".formatted(what, name, value, type));
          }
        });
  }

  private static boolean is(JsonNode value, String type) {
    return switch (type) {
      case "text" -> value.isTextual();
      case "whole" -> value.isIntegralNumber();
      case "flag" -> value.isBoolean();
      case "list" -> value.isArray();
      case "object" -> value.isObject();
      default -> false;
    };
  }

  private void checkEach(String what, Map<String, String> types, JsonNode list) {
    list.forEach(one -> check(what, types, one));
  }

  private String open(String more) {
    return taas.json(
            "POST",
            "/tickets",
            "{\"ticket\":{\"title\":\"Strict\",\"requestor\":{\"id\":\"c\",\"name\":\"C\",\"email\":\"carol@acme.test\"}%s},\"user\":%s}"
                .formatted(more, USER))
        .has(201)
        .json("item")
        .get("ticketNo")
        .asText();
  }

  private void status(String number, String state, String more) {
    taas.json(
            "PUT",
            "/tickets/" + number + "/status",
            "{\"status\":\"%s\"%s,\"user\":%s}".formatted(state, more, USER))
        .ok();
  }

  /** Tickets in every state, with much and with nothing in them. */
  private List<String> tickets() {
    String bare = open("");
    String full =
        open(
            """
            ,"description_HTML":"<p>x</p>","priority":"Urgent","expectedDate":"2030-01-01",
             "assignee":{"id":"n","name":"N","email":"nobody@nowhere.test"},
             "tags":[{"text":"hardware"},{"text":"new one"}],"customFields":{"k":{"a":[1]}}
            """);
    String resolved = open(",\"priority\":\"Low\",\"assignee\":" + USER);
    String closed = open(",\"description\":\"d\"");
    String reopened = open("");
    String panels =
        panel
            .json("POST", "/support/tickets", "{\"summary\":\"p\",\"comment_body\":\"b\"}")
            .ok()
            .json("number")
            .asText();
    status(full, "Started", "");
    status(resolved, "Resolved", ",\"resolution\":\"fixed\",\"comment\":\"done\"");
    status(closed, "Closed", "");
    status(reopened, "Closed", ",\"comment\":\"done\"");
    status(reopened, "Reopened", "");
    taas.json(
            "PUT",
            "/tickets/" + full,
            "{\"updates\":{\"title\":\"Other\",\"priority\":null,\"assignee\":null,\"expectedDate\":null,\"customFields\":{\"k\":null}},\"user\":%s}"
                .formatted(USER))
        .ok();
    taas.json(
            "POST",
            "/tickets/" + full + "/attachments",
            "{\"attachments\":[{\"src\":\"https://example.test/a.png\"}],\"user\":%s}"
                .formatted(USER))
        .has(201);
    alice.form("comment", "id", panels, "body", "answer").ok();
    alice.upload("AttachFile", bare, "file1", "a.txt", "bytes");
    panel.json("POST", "/support/tickets/" + panels + "/vote", "{\"score\":7}").ok();
    return List.of(bare, full, resolved, closed, reopened, panels);
  }

  @Test
  void typesShouldNeverVary() {
    for (String number : tickets()) {
      JsonNode single = taas.get("/tickets/" + number + "?include=description_HTML").ok().json();
      check("item", ITEM, single);
      ticket(single.get("item"));
      assertTrue(single.get("item").get("workflow").isArray());
      for (String path : List.of("/activities", "/activities?include=comment_HTML")) {
        JsonNode activities = taas.get("/tickets/" + number + path).ok().json();
        check("activities", LIST, activities);
        for (JsonNode activity : activities.get("items")) {
          check("activity", ACTIVITY, activity);
          check("createdBy", PERSON, activity.get("createdBy"));
          checkEach("change", CHANGE, activity.get("changes"));
          checkEach("attachment", ATTACHMENT, activity.get("attachments"));
        }
      }
      JsonNode files = taas.get("/tickets/" + number + "/attachments").ok().json();
      check("attachments", LIST, files);
      checkEach("attachment", ATTACHMENT, files.get("items"));
      panelTicket(panel.get("/support/tickets/" + number).ok().json());
      for (JsonNode comment :
          panel.get("/support/tickets/" + number + "/comments").ok().json("items")) {
        check("comment", PANEL_COMMENT, comment);
      }
    }
    JsonNode list = taas.get("/tickets?limit=1000").ok().json();
    check("list", LIST, list);
    list.get("items").forEach(this::ticket);
    JsonNode page = panel.get("/support/tickets?items_per_page=1000").ok().json();
    check("page", PAGE, page);
    page.get("items").forEach(this::panelTicket);

    assertEquals(List.of(), faults.stream().distinct().toList());
  }

  private void ticket(JsonNode ticket) {
    check("ticket", TAAS_TICKET, ticket);
    for (String role : List.of("requestor", "assignee", "createdBy", "lastUpdatedBy")) {
      if (ticket.path(role).isObject()) {
        check(role, PERSON, ticket.get(role));
      }
    }
    checkEach("tag", types("tagCategoryId text, text text"), ticket.get("tags"));
    ticket.get("resolvedStatus").forEach(state -> assertTrue(state.isTextual()));
  }

  private void panelTicket(JsonNode ticket) {
    check("panel ticket", PANEL_TICKET, ticket);
    check("status", types("en text, ru text"), ticket.get("status"));
    if (ticket.get("vote").isObject()) {
      check("vote", VOTE, ticket.get("vote"));
    }
  }
}
