package org.polydesk.bootstrap.taas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.taas.TaasDesk.Reply;

/** Keys, desks, and the ways of real clients. */
@OnEachStore
final class AccessTest {
  private final TaasDesk desk;

  AccessTest(TaasDesk desk) {
    this.desk = desk;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tickets", "/instance", "/tags", "/tickets/1", "/tickets/1/activities"})
  void nothingShouldBeShownWithoutAKey(String path) {
    for (String target :
        new String[] {
          TaasDesk.BASE + path, TaasDesk.keyed(TaasDesk.BASE + path, "not-the-secret")
        }) {
      Reply refused = desk.send("GET", target, r -> r).has(401);
      assertEquals(401, refused.json().path("statusCode").asInt());
      assertTrue(refused.json().path("error").asBoolean());
      assertFalse(refused.body().contains("not-the-secret"));
    }
  }

  @Test
  void everyWayOfGivingTheKeyShouldDo() {
    desk.send("GET", TaasDesk.BASE + "/tags?key=demo-secondary-key", r -> r).has(200);
    desk.send("GET", "/tickets?key=demo-primary-key&limit=1", r -> r).has(200);
    desk.send(
            "GET",
            TaasDesk.BASE + "/tickets?limit=1",
            r -> r.header("Ocp-Apim-Subscription-Key", "demo-primary-key"))
        .has(200);
    desk.send(
            "GET",
            "/instance?key=demo-primary-key",
            r ->
                r.header("Authorization", "Bearer demo-primary-key")
                    .header("x-subscription-key", "x"))
        .has(200);
  }

  @Test
  void anotherDeskShouldSeeNothing() {
    JsonNode item = desk.open("Ours", "");
    String id = item.path("id").asText();

    for (String path :
        new String[] {
          "/tickets/" + id, "/tickets/" + id + "/activities", "/tickets/" + id + "/attachments"
        }) {
      desk.send("GET", TaasDesk.keyed(TaasDesk.BASE + path, "other-primary-key"), r -> r).has(404);
    }
    assertEquals(
        0,
        desk.send(
                "GET",
                TaasDesk.keyed(TaasDesk.BASE + "/tickets?title=Ours", "other-primary-key"),
                r -> r)
            .has(200)
            .items()
            .size());
    for (String verb : new String[] {"/comments", "/status"}) {
      desk.send(
              "POST",
              TaasDesk.keyed(TaasDesk.BASE + "/tickets/" + id + verb, "other-primary-key"),
              r ->
                  r.header("Content-Type", "application/json")
                      .POST(
                          BodyPublishers.ofString(
                              "{\"comment\":\"x\",\"status\":\"Closed\",\"user\":%s}"
                                  .formatted(TaasDesk.BO))))
          .has(404);
    }
  }

  @Test
  void aKeyThatOnlyReadsShouldChangeNothing() {
    String path = "/tickets/" + desk.open("Read only", "").path("id").asText();
    String body =
        "{\"ticket\":{\"title\":\"x\",\"requestor\":%1$s},\"comment\":\"x\",\"status\":\"Closed\",\"user\":%1$s}"
            .formatted(TaasDesk.BO);

    desk.send("GET", TaasDesk.keyed(TaasDesk.BASE + path, "demo-secondary-key"), r -> r).has(200);
    for (String[] write :
        new String[][] {
          {"POST", "/tickets"},
          {"PUT", path},
          {"PUT", path + "/status"},
          {"POST", path + "/comments"},
          {"POST", path + "/activities"},
          {"POST", path + "/attachments"},
          {"PUT", "/tickets/999999"}
        }) {
      for (String sent : new String[] {body, "{", ""}) {
        Reply refused =
            desk.send(
                write[0],
                TaasDesk.keyed(TaasDesk.BASE + write[1], "demo-secondary-key"),
                r ->
                    r.header("Content-Type", "application/json")
                        .method(write[0], BodyPublishers.ofString(sent)));
        assertEquals(403, refused.status(), refused.body());
      }
    }
  }

  @Test
  void theWazuhClientShouldGet201() {
    Reply reply =
        desk.send(
            "POST",
            "/ticketing/v1/tickets?key=demo-primary-key",
            r ->
                r.header("Content-Type", "application/json")
                    .header("Authorization", "Bearer demo-primary-key")
                    .POST(
                        BodyPublishers.ofString(
                            """
                            {"ticket":{"title":"Wazuh Alert: rule 5710","requestor":{"id":"053660b7-",
                            "name":"Wazuh","email":"wazuh@example.test"},"description":"Rule ID: 5710",
                            "priority":"Important","customFields":{"timestamp":"2026-03-04T10:00:00+0000"}},
                            "user":{"id":"053660b7-","name":"Wazuh","email":"wazuh@example.test"}}
                            """)));

    assertEquals(201, reply.status(), reply.body());
    assertEquals("053660b7-", reply.item().path("requestor").path("id").asText());
    assertEquals(
        "2026-03-04T10:00:00+0000", reply.item().path("customFields").path("timestamp").asText());
    assertEquals("Important", reply.item().path("priority").asText());
  }

  @Test
  void aRepeatedOpeningShouldOpenOnce() {
    String key = UUID.randomUUID().toString();
    JsonNode first = openWith(key).has(201).item();

    assertEquals(first, openWith(key).has(201).item());
  }

  private Reply openWith(String key) {
    return desk.send(
        "POST",
        TaasDesk.keyed(TaasDesk.BASE + "/tickets", "demo-primary-key"),
        r ->
            r.header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(TaasDesk.ticket("Once", ""))));
  }

  @Test
  void theInstanceShouldBeDescribed() {
    Reply reply = desk.get("/instance").has(200);
    JsonNode item = reply.item();

    assertEquals("5f0c2d6e-8a41-4d0b-9a7e-1c2b3d4e5f60", item.path("id").asText());
    assertTrue(item.path("assignees").path("peoples").toString().contains("alice@demo.test"));
    assertTrue(item.path("sla").path("rt").path("urgent").path("enabled").asBoolean());
    assertFalse(reply.body().contains("demo-primary-key"));
  }

  @Test
  void tagCategoriesShouldHaveTheirNames() {
    String unknown = UUID.randomUUID().toString();
    desk.open(
        "Tagged", ",\"tags\":[{\"tagCategoryId\":\"%s\",\"text\":\"new\"}]".formatted(unknown));
    JsonNode tags = desk.get("/tags").has(200).items();

    JsonNode topics = category(tags, "7b1f0a52-6f0e-4b57-9a3c-5d1f4c0e2a11");
    assertEquals("Topics", topics.path("text").asText());
    assertEquals(
        "{\"text\":\"hardware\",\"deleted\":false}", topics.path("tags").path(0).toString());
    assertEquals("#6264A7", topics.path("color").asText());
    assertFalse(topics.path("deleted").asBoolean(true));
    assertEquals("5f0c2d6e-8a41-4d0b-9a7e-1c2b3d4e5f60", topics.path("instanceId").asText());
    assertEquals("Tags", category(tags, unknown).path("text").asText());
    assertEquals("new", category(tags, unknown).path("tags").path(0).path("text").asText());
  }

  private static JsonNode category(JsonNode tags, String id) {
    for (JsonNode category : tags) {
      if (category.path("id").asText().equals(id)) {
        return category;
      }
    }
    throw new AssertionError(id + " is not among " + tags);
  }

  @Test
  void unknownPathsAndVerbsShouldBeRefusedInTheDialect() {
    assertEquals(404, desk.get("/nothing").status());
    Reply reply =
        desk.send(
            "DELETE", TaasDesk.keyed(TaasDesk.BASE + "/tickets/1", "demo-primary-key"), r -> r);
    assertEquals(405, reply.status(), reply.body());
    assertTrue(reply.json().path("error").asBoolean());
  }
}
