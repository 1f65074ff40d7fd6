package org.polydesk.bootstrap.taas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.taas.TaasDesk.Reply;

/** Lists and the way through them. */
@OnEachStore
final class ListsTest {
  private final TaasDesk desk;

  ListsTest(TaasDesk desk) {
    this.desk = desk;
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  private Reply page(String query, String token) {
    return desk.send(
            "GET",
            TaasDesk.keyed(TaasDesk.BASE + "/tickets" + query, "demo-primary-key"),
            r -> token == null ? r : r.header("continuationToken", token))
        .has(200);
  }

  @Test
  void aWalkShouldMissNothingAndRepeatNothing() {
    String word = word();
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 230; i++) {
      opened.add(desk.open(word + " " + i, "").path("id").asText());
    }
    int[] limits = {7, 50, 1, 33, 10};
    List<String> seen = new ArrayList<>();
    String token = null;
    int step = 0;
    do {
      Reply page = page("?title=" + word + "&limit=" + limits[step % limits.length], token);
      page.items().forEach(item -> seen.add(item.path("id").asText()));
      JsonNode next = page.json().path("continuationToken");
      token = next.isTextual() ? next.asText() : null;
      assertEquals(token, page.header("continuationToken"));
      if (token != null) {
        assertTrue(token.matches("[\\x21-\\x7e]{1,400}"), token);
      }
      desk.open(word + " late " + step, "");
      desk.put(
              "/tickets/" + opened.get(step * 3),
              "{\"ticket\":{\"priority\":\"Low\"},\"user\":%s}".formatted(TaasDesk.BO))
          .has(200);
      step++;
    } while (token != null);

    assertEquals(seen.size(), new HashSet<>(seen).size());
    List<String> expected = new ArrayList<>(opened);
    Collections.reverse(expected);
    assertEquals(expected, seen);
  }

  @Test
  void aTokenShouldBeBoundToItsQuestion() {
    String word = word();
    for (int i = 0; i < 3; i++) {
      desk.open(word, "");
    }
    String token =
        page("?title=" + word + "&limit=1", null).json().path("continuationToken").asText();
    for (String query :
        List.of(
            "?title=other",
            "?title=" + word + "&orderBy=title",
            "?title=" + word + "&order=ASC",
            "?title=" + word + "&status=Open")) {
      desk.send(
              "GET",
              TaasDesk.keyed(TaasDesk.BASE + "/tickets" + query, "demo-primary-key"),
              r -> r.header("continuationToken", token))
          .has(400);
    }
    String forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);
    for (String bad : List.of("x", token + "x", forged, "!!!", "%00")) {
      desk.send(
              "GET",
              TaasDesk.keyed(TaasDesk.BASE + "/tickets?title=" + word, "demo-primary-key"),
              r -> r.header("continuationToken", bad))
          .has(400);
    }
    desk.send(
            "GET",
            TaasDesk.keyed(TaasDesk.BASE + "/tickets?title=" + word, "other-primary-key"),
            r -> r.header("continuationToken", token))
        .has(400);
  }

  private Set<String> titles(String query) {
    Set<String> titles = new TreeSet<>();
    page(query, null).items().forEach(item -> titles.add(item.path("title").asText()));
    return titles;
  }

  @Test
  void filtersShouldFind() {
    // Without digits, of which a ticket's number may be some.
    String word = word().replaceAll("[0-9]", "q");
    String category = UUID.randomUUID().toString();
    desk.open(
        word + " y",
        ",\"priority\":\"Low\",\"tags\":[{\"tagCategoryId\":\"%s\",\"text\":\"my_tag x\"}]"
            .formatted(category));
    JsonNode other = desk.open(word + " z", ",\"expectedDate\":\"2026-05-01\"");
    String all = "?title=" + word;
    desk.put(
            "/tickets/" + other.path("id").asText() + "/status",
            "{\"status\":\"Resolved\",\"user\":%s}".formatted(TaasDesk.BO))
        .has(200);

    assertEquals(Set.of(word + " y", word + " z"), titles(all));
    assertEquals(Set.of(word + " y"), titles(all + "&status=%20open"));
    assertEquals(Set.of(word + " z"), titles(all + "&statusId=Resolved"));
    assertEquals(Set.of(), titles(all + "&statusId=Resolved&status=Open"));
    assertEquals(Set.of(word + " z"), titles(all + "&isResolved=true"));
    assertEquals(Set.of(word + " y"), titles(all + "&isResolved=false"));
    assertEquals(Set.of(word + " y"), titles(all + "&priority=Low"));
    assertEquals(
        Set.of(word + " y"),
        titles(all + "&tags=" + TaasDesk.encoded(category + "_my_tag x,other")));
    assertEquals(Set.of(word + " z"), titles("?search=" + word + "+Z+ann@example.test"));
    assertEquals(
        Set.of(word + " z"), titles("?search=" + word + "+" + other.path("ticketNo").asText()));
    assertEquals(Set.of(word + " z"), titles(all + "&expectedDateAfter=2026-05-01"));
    assertEquals(Set.of(), titles(all + "&expectedDateAfter=2026-05-01&timezone=1"));
    assertEquals(Set.of(word + " z"), titles(all + "&expectedDateBefore=2026-05-01"));
    assertEquals(
        Set.of(word + " y", word + " z"), titles(all + "&createdAfter=2026-03-04T10:00:00Z"));
    assertEquals(Set.of(), titles(all + "&createdBefore=2026-03-04"));
    assertEquals(Set.of(word + " z"), titles(all + "&limit=1&offset=0"));
    assertEquals(Set.of(word + " y"), titles(all + "&limit=1&offset=1"));
    assertEquals(Set.of(word + " y"), titles(all + "&limit=1&orderBy=title&order=ASC"));
    assertEquals(2, page(all + "&limit=1", null).json().path("itemCount").asInt());
  }

  @Test
  void selectingShouldShowNoMore() {
    String word = word();
    desk.open(word, ",\"description\":\"<b>x</b>\"");

    JsonNode item =
        page("?title=" + word + "&select=ticketId,requestorName,nothing", null).items().path(0);
    List<String> names = new ArrayList<>();
    item.fieldNames().forEachRemaining(names::add);
    assertEquals(Set.of("id", "ticketId", "ticketNo", "requestorName"), new HashSet<>(names));
    assertEquals("Ann Other", item.path("requestorName").asText());
    JsonNode html =
        page("?title=" + word + "&select=title&include=description_HTML", null).items().path(0);
    assertNotNull(html.get("description_HTML"));
    assertTrue(html.path("workflow").isMissingNode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=x",
        "offset=-1",
        "offset=x",
        "timezone=x",
        "timezone=99",
        "isResolved=perhaps",
        "priority=Huge",
        "status=Odd",
        "createdAfter=soon"
      })
  void whatCannotBeReadShouldBeRefused(String query) {
    desk.get("/tickets?" + query).has(400);
  }

  @Test
  void whatIsTooMuchShouldBeCut() {
    desk.get("/tickets?limit=100000&orderBy=whatever&order=DESC").has(200);
  }
}
