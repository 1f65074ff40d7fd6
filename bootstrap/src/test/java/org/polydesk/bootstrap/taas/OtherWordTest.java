package org.polydesk.bootstrap.taas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.polydesk.bootstrap.taas.TaasDesk.Reply;

/** A desk that says In Progress where others say Started. Section "States". */
@OnEachStore
final class OtherWordTest {
  private final TaasDesk desk;

  OtherWordTest(TaasDesk desk) {
    this.desk = desk;
  }

  private Reply send(String verb, String path, String body) {
    return desk.send(
        verb,
        TaasDesk.keyed(TaasDesk.BASE + path, "other-primary-key"),
        r ->
            r.header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body)));
  }

  private JsonNode get(String path) {
    return send("GET", path, "").has(200).json();
  }

  @Test
  void theDeskShouldSayItsWordEverywhereAndUnderstandBoth() {
    String path =
        "/tickets/"
            + send("POST", "/tickets", TaasDesk.ticket("Other word", ""))
                .has(201)
                .item()
                .path("id")
                .asText();
    for (String word : new String[] {"Started", "In Progress"}) {
      JsonNode item =
          send(
                  "PUT",
                  path + "/status",
                  "{\"status\":\"%s\",\"user\":%s}".formatted(word, TaasDesk.BO))
              .has(200)
              .item();
      assertEquals("In Progress", item.path("status").asText());
      assertTrue(item.path("workflow").toString().contains("{\"id\":\"In Progress\""));
      assertTrue(item.path("workflow").toString().contains("\"targetId\":\"In Progress\""));
      String found = "/tickets?title=other%20word&status=" + word.replace(" ", "%20");
      assertEquals("In Progress", get(found).path("items").path(0).path("status").asText());
    }
    JsonNode newest = get(path + "/activities").path("items").path(0);
    assertEquals("started", newest.path("action").asText());
    assertEquals("In Progress", newest.path("changes").path(0).path("newValue").asText());
    assertTrue(get("/instance").path("item").path("workflows").toString().contains("In Progress"));
  }
}
