package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** A desk with ten thousand tickets of one client. */
final class LongListsTest {
  private static final int TICKETS = 10_000;
  private static final int[] LIMITS = {1, 500, 7, 1_000, 33, 250, 10, 999};
  private static final String USER =
      "{\"id\":\"a\",\"name\":\"Alice\",\"email\":\"alice@demo.test\"}";

  private static Answer taas(TestDesk desk, String verb, String path, String body, String token) {
    return desk.send(
        verb,
        "/ticketing/v1" + path + (path.contains("?") ? "&" : "?") + "key=demo-primary-key",
        r -> {
          r.header("Content-Type", "application/json").method(verb, BodyPublishers.ofString(body));
          return token == null ? r : r.header("continuationToken", token);
        });
  }

  private static long openTenThousand(TestDesk desk, Store store) {
    long first =
        Visitor.panel(desk, "demo-panel-token")
            .json("POST", "/tickets", "{\"summary\":\"Many\",\"comment_body\":\"b\"}")
            .ok()
            .json()
            .get("number")
            .asLong();
    ManyTickets.copy(desk, store, first, TICKETS - 1);
    return first;
  }

  /** A client that opens and changes tickets until it is told to stop; gives how many it opened. */
  private static CompletableFuture<Integer> busyClient(
      TestDesk desk, long first, AtomicBoolean stop) {
    return CompletableFuture.supplyAsync(
        () -> {
          int opened = 0;
          for (int i = 0; !stop.get(); i++) {
            long number = first + i * 7_919L % TICKETS;
            if (i % 2 == 0) {
              taas(
                      desk,
                      "POST",
                      "/tickets",
                      "{\"ticket\":{\"title\":\"late\",\"requestor\":%1$s},\"user\":%1$s}"
                          .formatted(USER),
                      null)
                  .created();
              opened++;
            } else {
              taas(
                      desk,
                      "PUT",
                      "/tickets/" + number,
                      "{\"ticket\":{\"title\":\"changed\",\"priority\":\"Low\"},\"user\":%s}"
                          .formatted(USER),
                      null)
                  .ok();
            }
          }
          return opened;
        });
  }

  @ParameterizedTest
  @EnumSource
  void aWalkShouldMissNothingAndRepeatNothingWhileOthersWrite(Store store) {
    try (TestDesk desk = TestDesk.running(store)) {
      long first = openTenThousand(desk, store);
      for (String order : List.of("", "order=ASC&")) {
        walk(desk, first, order);
      }
      totalsShouldBeExactForTheirOwnerOnly(desk);
    }
  }

  private static void walk(TestDesk desk, long first, String order) {
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Integer> busy = busyClient(desk, first, stop);
    List<Long> seen = new ArrayList<>();
    String token = null;
    try {
      int pages = 0;
      do {
        String query =
            "/tickets?%sselect=ticketNo&limit=%d".formatted(order, LIMITS[pages % LIMITS.length]);
        Answer page = taas(desk, "GET", query, "", token).ok();
        page.json("items").forEach(item -> seen.add(item.get("ticketNo").asLong()));
        JsonNode next = page.json("continuationToken");
        token = next.isTextual() ? next.asText() : null;
        assertEquals(token, page.header("continuationToken"));
        pages++;
      } while (token != null);
    } finally {
      stop.set(true);
    }
    assertTrue(busy.join() > 0, "nobody wrote meanwhile");
    Set<Long> distinct = new HashSet<>(seen);
    assertEquals(seen.size(), distinct.size(), "a ticket came twice");
    Set<Long> atTheStart =
        LongStream.range(first, first + TICKETS).boxed().collect(Collectors.toSet());
    atTheStart.removeAll(distinct);
    assertEquals(Set.of(), atTheStart, "tickets were missed");
  }

  private static void totalsShouldBeExactForTheirOwnerOnly(TestDesk desk) {
    Visitor carol = Visitor.panel(desk, "demo-panel-token");
    carol.json("POST", "/tickets", "{\"summary\":\"One more\",\"comment_body\":\"b\"}").ok();
    Answer own = carol.get("/support/tickets?items_per_page=3&page=3334").ok();
    Answer all = taas(desk, "GET", "/tickets", "", null).ok();

    assertEquals(TICKETS + 1, own.json("item_count").asInt());
    assertEquals(3_334, own.json("page_count").asInt());
    assertEquals(2, own.json("items").size());
    assertNull(own.header("X-Total-Count-Exact"));
    assertEquals(10_000, all.json("itemCount").asInt());
    assertEquals("false", all.header("X-Total-Count-Exact"));
    assertNull(
        taas(desk, "GET", "/tickets?limit=1000&offset=999999", "", null)
            .header("continuationToken"));
  }
}
