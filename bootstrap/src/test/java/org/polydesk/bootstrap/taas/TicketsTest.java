package org.polydesk.bootstrap.taas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.taas.TaasDesk.Reply;

/** Opening, reading and changing tickets. */
@OnEachStore
final class TicketsTest {
  private final TaasDesk desk;

  TicketsTest(TaasDesk desk) {
    this.desk = desk;
  }

  private JsonNode read(JsonNode ticket) {
    return desk.get("/tickets/" + ticket.path("id").asText()).has(200).item();
  }

  @Test
  void openingShouldGiveBackEverythingAsSent() {
    String category = UUID.randomUUID().toString();
    JsonNode item =
        desk.open(
            "My first ticket",
            """
            ,"description":"line 1\\n<b>line 2</b>","priority":"Urgent",
            "assignee":{"id":"x-9","name":"Alex Wilber","email":"AlexW@nowhere.test"},
            "expectedDate":"2023-07-26T17:00:00Z",
            "tags":[{"tagCategoryId":"%s","text":"my tag"}],
            "customFields":{"timestamp":"not a uuid","146db0c4-de24-4818-a131-a27161bb7ad0":
            [{"id":"1","name":"Allan","email":"a@x.test"}],"862bd88d-f691-4a7b-a89a-f6f48550fc27":true}
            """
                .formatted(category));

    assertEquals(item, read(item));
    assertEquals("My first ticket", item.path("title").asText());
    assertEquals("line 1\n<b>line 2</b>", item.path("description").asText());
    assertEquals("Urgent", item.path("priority").asText());
    assertEquals("x-9", item.path("assignee").path("id").asText());
    assertEquals("AlexW@nowhere.test", item.path("assignee").path("email").asText());
    assertEquals("u-1", item.path("requestor").path("id").asText());
    assertEquals("u-2", item.path("createdBy").path("id").asText());
    assertEquals("u-2", item.path("lastUpdatedBy").path("id").asText());
    assertEquals("2023-07-26T17:00:00.000Z", item.path("expectedDate").asText());
    assertEquals(category, item.path("tags").path(0).path("tagCategoryId").asText());
    assertEquals("my tag", item.path("tags").path(0).path("text").asText());
    assertEquals("not a uuid", item.path("customFields").path("timestamp").asText());
    assertTrue(item.path("customFields").path("862bd88d-f691-4a7b-a89a-f6f48550fc27").isBoolean());
    assertEquals("Open", item.path("status").asText());
    assertEquals(item.path("ticketNo"), item.path("ticketId"));
    assertTrue(item.path("ticketNo").isIntegralNumber());
    assertTrue(item.path("resolvedStatus").isArray());
    assertTrue(item.path("workflow").isArray());
    assertFalse(item.path("isFrtBreached").isMissingNode());
    assertEquals(0, item.path("assigneeUnseenEventCnt").asInt(-1));
  }

  @Test
  void aTicketShouldKeepHavingNoPriority() {
    JsonNode item = read(desk.open("No hurry", ""));

    assertTrue(item.path("priority").isNull());
    assertTrue(item.path("assignee").isNull());
    assertEquals("", item.path("description").asText("?"));
  }

  @Test
  void anAssigneeWhoIsATechnicianShouldWorkOnIt() {
    JsonNode item =
        desk.open(
            "For Alice",
            ",\"assignee\":{\"id\":\"7\",\"name\":\"Al\",\"email\":\"ALICE@demo.test\"}");

    Reply there =
        desk.send(
            "GET",
            "/api/ticket?id=" + item.path("ticketNo").asText(),
            r -> r.header("Authorization", TaasDesk.basic("admin")));
    assertEquals("7", item.path("assignee").path("id").asText());
    assertTrue(there.body().contains("alice"), there.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ticket", "updates"})
  void aChangeShouldTouchWhatItNames(String wrapper) {
    JsonNode before =
        desk.open("Before", ",\"customFields\":{\"a\":\"1\",\"b\":\"2\"},\"priority\":\"Low\"");
    String path = "/tickets/" + before.path("id").asText();

    JsonNode after =
        desk.put(
                path,
                """
                {"%s":{"title":"After","priority":"Important","customFields":{"a":null,"c":[1]},
                "assignee":{"id":"9","name":"Nobody","email":"nobody@nowhere.test"},
                "tags":[{"text":"hardware"}],"status":"Closed"},
                "user":{"id":"u-3","name":"Cy","email":"cy@example.test"}}
                """
                    .formatted(wrapper))
            .has(200)
            .item();

    assertEquals("After", after.path("title").asText());
    assertEquals("Open", after.path("status").asText());
    assertEquals("Important", after.path("priority").asText());
    assertEquals("{\"b\":\"2\",\"c\":[1]}", after.path("customFields").toString());
    assertEquals("9", after.path("assignee").path("id").asText());
    assertEquals("u-3", after.path("lastUpdatedBy").path("id").asText());
    assertEquals("u-2", after.path("createdBy").path("id").asText());
    JsonNode newest = desk.get(path + "/activities").has(200).items().path(0);
    assertEquals("edited", newest.path("action").asText());
    assertEquals("u-3", newest.path("createdBy").path("id").asText());
    assertTrue(
        newest
            .path("changes")
            .toString()
            .contains("{\"name\":\"title\",\"oldValue\":\"Before\",\"newValue\":\"After\"}"),
        newest.toString());
    assertTrue(
        newest
            .path("changes")
            .toString()
            .contains("{\"name\":\"priority\",\"oldValue\":\"Low\",\"newValue\":\"Important\"}"),
        newest.toString());

    JsonNode cleared =
        desk.put(path, "{\"ticket\":{\"assignee\":null},\"user\":%s}".formatted(TaasDesk.BO))
            .has(200)
            .item();
    assertTrue(cleared.path("assignee").isNull());
  }

  @Test
  void aDateShouldBeMidnightWhereTheClientIs() {
    JsonNode item =
        desk.post(
                "/tickets?timezone=-5", TaasDesk.ticket("Soon", ",\"expectedDate\":\"2026-04-01\""))
            .has(201)
            .item();

    assertEquals("2026-04-01T05:00:00.000Z", item.path("expectedDate").asText());
  }

  @Test
  void aTicketShouldBeFoundByItsNumberToo() {
    JsonNode item = desk.open("By number", "");

    assertEquals(
        item.path("id"),
        desk.get("/tickets/" + item.path("ticketNo").asText()).has(200).item().path("id"));
    desk.get("/tickets/999999").has(404);
    desk.get("/tickets/not-an-id").has(404);
    desk.get("/tickets/" + UUID.randomUUID()).has(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"ticket\":{}}",
        "{\"ticket\":{\"title\":\"x\"}}",
        "[]",
        "{",
        "{\"ticket\":{\"title\":\" \",\"requestor\":R},\"user\":R}",
        "{\"ticket\":{\"title\":\"x\",\"requestor\":R}}",
        "{\"ticket\":{\"title\":\"x\",\"requestor\":\"Ann\"},\"user\":R}",
        "{\"ticket\":{\"title\":\"x\",\"requestor\":R,\"priority\":\"Huge\"},\"user\":R}",
        "{\"ticket\":{\"title\":\"x\",\"requestor\":R,\"expectedDate\":\"soon\"},\"user\":R}",
        "{\"ticket\":{\"title\":\"x\",\"requestor\":R,\"customFields\":[]},\"user\":R}",
        "{\"ticket\":{\"title\":\"a\\u0000b\",\"requestor\":R},\"user\":R}",
        "{\"ticket\":{\"title\":\"x\",\"requestor\":{\"id\":\"1\",\"name\":\"A\"}},\"user\":R}",
      })
  void aTicketThatLacksSomethingShouldBeRefused(String body) {
    Reply refused = desk.post("/tickets", body.replace("R", TaasDesk.ANN)).has(400);

    assertTrue(refused.json().path("error").asBoolean());
    assertEquals(400, refused.json().path("statusCode").asInt());
    assertFalse(refused.json().path("message").asText().isEmpty());
  }

  /** Section "Writing": which of two texts wins. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"description\":\"plain\",\"description_HTML\":\"<b>html</b>\"}|plain",
        "{\"description\":\"\",\"description_HTML\":\"<b>html</b>\"}|html",
        "{\"description\":null,\"description_HTML\":\"<b>html</b>\"}|html",
        "{\"description_HTML\":\"<b>html</b>\"}|html",
        "{\"description\":\" \"}|' '",
        "{\"description\":\"\"}|''",
        "{\"description\":null}|''",
        "{}|before"
      })
  void aTextShouldWinOverHtmlIfItSaysAnything(String members, String then) {
    String path =
        "/tickets/" + desk.open("Texts", ",\"description\":\"before\"").path("id").asText();

    JsonNode item =
        desk.put(path, "{\"ticket\":%s,\"user\":%s}".formatted(members, TaasDesk.BO))
            .has(200)
            .item();

    assertEquals(then, item.path("description").asText());
  }

  @Test
  void aStaleChangeShouldBeRefused() {
    JsonNode item = desk.open("Versions", "");
    String path = TaasDesk.BASE + "/tickets/" + item.path("id").asText();

    Reply refused =
        desk.send(
            "PUT",
            TaasDesk.keyed(path, "demo-primary-key"),
            r ->
                r.header("If-Match", "\"99\"")
                    .header("Content-Type", "application/json")
                    .PUT(
                        BodyPublishers.ofString(
                            "{\"ticket\":{\"title\":\"x\"},\"user\":%s}".formatted(TaasDesk.BO))));
    assertEquals(412, refused.status(), refused.body());
  }

  @ParameterizedTest
  @CsvSource({
    "Started,200,Started",
    "In Progress,200,Started",
    "Resolved,200,Resolved",
    "Closed,200,Closed",
    "Reopened,400,Open",
    "Open,200,Open",
    "' open ',200,Open",
    "Nonsense,400,Open"
  })
  void anOpenTicketShouldGoWhereItMay(String target, int status, String then) {
    JsonNode item = desk.open("Status", "");
    String path = "/tickets/" + item.path("id").asText();

    desk.put(
            path + "/status",
            "{\"status\":\"%s\",\"resolution\":\"fixed\",\"comment\":\"Great job!\",\"user\":%s}"
                .formatted(target, TaasDesk.BO))
        .has(status);

    assertEquals(then, read(item).path("status").asText());
  }

  @Test
  void aLifeShouldBeTold() {
    JsonNode item = desk.open("Life", "");
    String path = "/tickets/" + item.path("id").asText() + "/status";
    String user = ",\"user\":" + TaasDesk.BO + "}";

    desk.post(path, "{\"status\":\"Started\"" + user).has(200);
    desk.post(path, "{\"status\":\"Started\"" + user).has(200);
    desk.post(path, "{\"status\":\"Open\"" + user).has(400);
    JsonNode resolved =
        desk.post(
                path,
                "{\"status\":\"Resolved\",\"resolution\":\"fixed\",\"comment\":\"Great job!\""
                    + user)
            .has(200)
            .item();
    assertEquals("fixed", resolved.path("resolution").asText());
    assertEquals("Great job!", resolved.path("lastResolutionComment").asText());
    assertEquals("2026-03-04T10:00:00.000Z", resolved.path("firstResolutionOn").asText());
    assertEquals("2026-03-04T10:00:00.000Z", resolved.path("lastResolutionOn").asText());
    desk.post(path, "{\"status\":\"Started\"" + user).has(400);
    JsonNode closed = desk.post(path, "{\"status\":\"Closed\"" + user).has(200).item();
    assertEquals("fixed", closed.path("resolution").asText());
    assertEquals("Great job!", closed.path("lastResolutionComment").asText());
    desk.post(path, "{\"status\":\"Open\"" + user).has(400);
    desk.post(path, "{\"status\":\"Reopened\"" + user).has(200);
    desk.post(path, "{\"status\":\"Reopened\"" + user).has(200);
    desk.post(path, "{\"status\":\"Open\"" + user).has(400);
    assertEquals("Reopened", read(item).path("status").asText());
    List<String> told = new ArrayList<>();
    desk.get("/tickets/" + item.path("id").asText() + "/activities")
        .has(200)
        .items()
        .forEach(
            activity -> {
              JsonNode change = activity.path("changes").path(0);
              told.add(
                  "%s '%s' %s %s"
                      .formatted(
                          activity.path("action").asText(),
                          activity.path("comment").asText(),
                          change.path("oldValue").asText(),
                          change.path("newValue").asText()));
            });
    assertEquals(
        List.of(
            "reopened '' Closed Reopened",
            "closed '' Resolved Closed",
            "resolved 'Great job!' Started Resolved",
            "started '' Open Started",
            "created ''  "),
        told);
  }
}
