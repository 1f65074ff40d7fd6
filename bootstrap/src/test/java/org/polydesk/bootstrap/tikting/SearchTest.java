package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, section "Lists". */
@OnEveryStore
final class SearchTest {
  private static final List<String> KEYS =
      List.of(
          "id",
          "ticketId",
          "title",
          "subject",
          "requester",
          "requesterId",
          "technician",
          "technicianId",
          "priority",
          "priorityId",
          "status",
          "statusId",
          "statusType",
          "group",
          "groupId",
          "category",
          "site",
          "department",
          "ticketType",
          "source",
          "createdOn",
          "updatedOn",
          "dueDate",
          "isOverdue",
          "isEscalated",
          "isRead",
          "hasAttachments");

  private final TestDesk desk;
  private final Tickets tickets;

  SearchTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  private Answer ask(String body, Optional<String> cursor, String userName) {
    return desk.send(
        "POST",
        "/api/TicketsApi",
        r -> {
          cursor.ifPresent(value -> r.header("X-Cursor", value));
          return r.header("Authorization", "Bearer " + desk.tokenOf(userName))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body));
        });
  }

  private Answer ask(String body) {
    return ask(body, Optional.empty(), "admin");
  }

  private Answer search(String text, String filterBy) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("search", text).put("filterBy", filterBy).put("length", "500");
    return ask(body.toString()).ok();
  }

  private static List<String> all(Answer answer, String key) {
    List<String> values = new ArrayList<>();
    for (JsonNode row : answer.json()) {
      values.add(row.path(key).asText());
    }
    return values;
  }

  private String opened(String title, String creator, String priority) {
    Form form = Form.howTo().with("Title", title).with("CreatorId", desk.idOf(creator));
    form = form.with("TicketPriorityId", priority);
    return desk.register(form, "alice").created().json("id").asText();
  }

  @Test
  void noCharacterShouldStandForOthers() {
    for (String title : List.of("qz 100% done", "qz 100 done", "qz a_b", "qz axb", "QZ C\\D")) {
      if (search(title, "Subject").json().isEmpty()) {
        opened(title, "alice", "3");
      }
    }

    assertEquals(List.of("qz 100% done"), all(search("qz 100%", ""), "title"));
    assertEquals(List.of("qz a_b"), all(search("Z A_B", ""), "title"));
    assertEquals(List.of("QZ C\\D"), all(search(" z c\\d ", ""), "title"));
    assertEquals(5, search("qZ ", "subject").json().size());
    assertEquals(0, search("qz  ", "TicketId, priority ,REQUESTER").json().size());
    assertEquals(5, search("qz", "nothing").json().size());
  }

  @Test
  void aTicketShouldBeFoundByItsNumber() {
    String id = opened("A number", "alice", "3");

    assertTrue(all(search(id, "TicketId"), "id").contains(id));
    assertTrue(all(search("#" + id, ""), "id").contains(id));
    assertFalse(all(search("#" + id, "Subject"), "id").contains(id));
    for (String found : all(search("#" + id, "TicketId"), "id")) {
      assertTrue(found.contains(id), found);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dave,Requester,true",
    "DAVE DEMO,Requester,true",
    "dave@acme,Requester,true",
    "dave,Subject,false",
    "critic,Priority,true",
    "critic,'Subject,Requester',false",
    "critic,'',true",
    "carol,Requester,false"
  })
  void aTicketShouldBeFoundByRequesterAndPriority(String text, String fields, boolean found) {
    String id = opened("Nothing to see", "dave", "4");

    assertEquals(found, all(search(text, fields), "id").contains(id));
  }

  @Test
  void aSearchShouldStayInTheListAndInSight() {
    String id = opened("zebra crossing", "carol", "3");
    String body = "{\"search\":\"zebra crossing\",\"listType\":\"%s\"}";

    assertTrue(all(ask(body.formatted("alltickets")).ok(), "id").contains(id));
    assertEquals("[]", ask(body.formatted("PendingTickets")).ok().body());
    assertEquals("[]", ask(body.formatted(""), Optional.empty(), "dave").ok().body());
    assertTrue(all(ask(body.formatted(" "), Optional.empty(), "carol").ok(), "id").contains(id));
  }

  @Test
  void aRowShouldHaveTheseMembers() {
    String id =
        tickets.open(
            form ->
                form.with("Title", "A full row")
                    .and("GroupId", "1")
                    .and("AssignedUser", desk.idOf("bob"))
                    .file("a.pdf", new byte[] {'%', 'P', 'D', 'F', '-'}));

    JsonNode row = search("#" + id, "TicketId").json().get(0);

    assertEquals(KEYS, Answer.keysOf(row));
    assertEquals(
        "%s %s A full row A full row Alice Demo %s Bob Demo %s High 3 Open 1 1 Network Team 1"
                .formatted(id, id, TestDesk.ALICE, desk.idOf("bob"))
            + " Hardware Head Office IT Department 1 1",
        String.join(" ", KEYS.subList(0, 20).stream().map(key -> row.path(key).asText()).toList()));
    assertEquals("[false, false, false, true]", flags(row));
    JsonNode bare =
        search("#" + tickets.open(f -> f.without("TicketPriorityId")), "TicketId").json().get(0);
    for (String key : List.of("technician", "priority", "priorityId", "group", "dueDate")) {
      assertTrue(bare.path(key).isNull(), key);
    }
  }

  private static String flags(JsonNode row) {
    return KEYS.subList(23, 27).stream().map(key -> row.path(key).asBoolean()).toList().toString();
  }

  @Test
  void anUnknownListShouldBeRefused() {
    ask("{\"listType\":\"Everything\"}")
        .refuses("listType", "The value 'Everything' is not valid.");
  }

  @ParameterizedTest
  @CsvSource({"0,0,1,10", "-5,-1,1,10", "1,501,1,500", "2,3,2,3", "99999,1,99999,1", "'','',1,10"})
  void aPageOutOfRangeShouldBeMended(String page, String length, int usedPage, int usedLength) {
    tickets.open();

    Answer answer = ask("{\"Page\":\"%s\",\"LENGTH\":\"%s\",\"x\":1}".formatted(page, length)).ok();

    assertEquals(Integer.toString(usedPage), answer.header("X-Page"));
    assertEquals(Integer.toString(usedLength), answer.header("X-Page-Size"));
    assertTrue(answer.json().isArray());
    assertTrue(answer.json().size() <= usedLength);
    assertTrue(Integer.parseInt(answer.header("X-Total-Count")) > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1.5", "99999999999"})
  void aPageThatIsNoNumberShouldBeRefused(String page) {
    ask("{\"page\":\"%s\"}".formatted(page))
        .refuses("page", "The value '%s' is not valid.".formatted(page));
  }

  @Test
  void pagesShouldLinkToEachOther() {
    String mark = "pages-" + tickets.open();
    for (int i = 0; i < 5; i++) {
      opened(mark, "alice", "3");
    }

    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      Answer answer =
          ask("{\"search\":\"%s\",\"page\":%d,\"length\":2}".formatted(mark, page)).ok();
      seen.addAll(all(answer, "id"));
      assertEquals("5", answer.header("X-Total-Count"));
      String link = answer.header("Link");
      assertEquals(page < 3, link.contains("rel=\"next\""), link);
      assertEquals(page > 1, link.contains("rel=\"prev\""), link);
      assertEquals(page < 3, answer.header("X-Next-Cursor") != null);
    }
    assertEquals(5, new HashSet<>(seen).size());
    List<Long> numbers = new ArrayList<>(seen.stream().map(Long::valueOf).toList());
    List<Long> sorted = new ArrayList<>(numbers);
    sorted.sort(Collections.reverseOrder());
    assertEquals(sorted, numbers);
    assertNull(ask("{\"search\":\"%s\"}".formatted(mark)).ok().header("Link"));
  }

  @Test
  void aCursorShouldGoOnWhateverComesInBetween() {
    String mark = "cursor-" + tickets.open();
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      opened.add(0, opened(mark, "alice", "3"));
    }

    List<String> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Answer answer = ask("{\"search\":\"%s\",\"length\":2}".formatted(mark), cursor, "admin").ok();
      seen.addAll(all(answer, "id"));
      assertEquals("2", answer.header("X-Page-Size"));
      assertEquals(cursor.isEmpty(), answer.header("X-Page") != null);
      assertEquals(cursor.isEmpty(), answer.header("Link") != null);
      cursor = Optional.ofNullable(answer.header("X-Next-Cursor"));
      opened(mark, "alice", "3");
    } while (cursor.isPresent());

    assertEquals(opened, seen);
  }

  /** Rows that come in between push others to the next page, but a page is always a page. */
  @Test
  void pagesShouldBeInOrderWhateverComesInBetween() {
    String mark = "walk-" + tickets.open();
    for (int i = 0; i < 5; i++) {
      opened(mark, "alice", "3");
    }

    Set<Long> seen = new HashSet<>();
    for (int page = 1; page <= 5; page++) {
      Answer answer =
          ask("{\"search\":\"%s\",\"page\":%d,\"length\":3}".formatted(mark, page)).ok();
      List<Long> numbers = all(answer, "id").stream().map(Long::valueOf).toList();
      List<Long> sorted = new ArrayList<>(new HashSet<>(numbers));
      sorted.sort(Collections.reverseOrder());
      assertEquals(sorted, numbers);
      seen.addAll(numbers);
      opened(mark, "alice", "3");
    }
    assertTrue(seen.size() >= 5, seen.toString());
  }

  @Test
  void aBodyShouldBeJson() {
    ask("").refuses("", "A non-empty request body is required.");
    ask("{}").ok();
    assertEquals("[\"$\"]", keys(ask("{\"page\":").has(400)));
    desk.post("/api/TicketsApi", Form.empty().and("page", "1"), "Bearer " + desk.tokenOf("admin"))
        .has(415);
  }

  private static String keys(Answer answer) {
    return "[\"" + String.join("\",\"", Answer.keysOf(answer.json("errors"))) + "\"]";
  }
}
