package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, section "Raising a ticket" and the table of what is served. */
@OnEveryStore
final class RaisingTest {
  /** One that makes contacts of people it does not know. */
  private static final String WELCOMING_DESK =
      """
      desks:
        - id: 36
          publicId: 5f0c2d6e-8a41-4d0b-9a7e-000000000036
          name: Welcoming
          include: standard
          settings:
            autoCreateRequester: true
            defaults: {siteId: 1, tierLevelId: 1, statusId: 1, priorityId: 2, categoryId: 11, departmentId: 1}
          lists:
            TIER_LEVEL: [{id: 1, name: Level 1}]
            PRIORITY: [{id: 2, name: Medium}]
            CATEGORY: [{id: 11, name: Software}]
            SITE: [{id: 1, name: Head Office}]
            DEPARTMENT: [{id: 1, name: IT Department}]
            COMPANY: [{id: 1, name: Acme Corp}]
          people:
            - {userName: wendy, email: wendy@welcome.test, role: INTEGRATION, password: wendy-demo}
            - {userName: wim, email: wim@welcome.test, role: MEMBER, password: wim-demo}
      """;

  private final TestDesk desk;
  private final Tickets tickets;

  RaisingTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  @BeforeParameterizedClassInvocation
  static void addDesk(Store store) {
    store.shared().addDesks(WELCOMING_DESK, 36);
  }

  private static Form raising(String requester) {
    return Form.empty()
        .and("Title", "No sound")
        .and("Description", "Since today.")
        .and("Requester", requester);
  }

  private Answer raise(Form form, String userName) {
    return desk.post(Tickets.BASE + "new", form, "Bearer " + desk.tokenOf(userName));
  }

  private Answer list(Form form, String userName) {
    return desk.post(Tickets.BASE + "list", form, "Bearer " + desk.tokenOf(userName));
  }

  @Test
  void whatIsLeftOutShouldBeTheDesksDefault() {
    Answer answer = raise(raising("carol"), "svc").created();

    Map.of(
            "siteId", 1,
            "tierLevelId", 1,
            "ticketStatusId", 1,
            "ticketPriorityId", 2,
            "ticketCategoryId", 11,
            "departmentId", 1,
            "ticketType", 1,
            "source", 2)
        .forEach((key, value) -> assertEquals(value, answer.json(key).asInt(), key));
    assertEquals(desk.idOf("carol"), answer.json("creatorId").asText());
    assertEquals("carol", answer.json("creator").path("userName").asText());
    assertEquals(answer.json("id"), answer.json("Id"));
    assertEquals("\"1\"", answer.header("ETag"));
    assertTrue(answer.header("Location").endsWith(Tickets.BASE + answer.json("id").asText()));
    assertTrue(answer.json("resolution").isNull());
    assertTrue(answer.json("attachments").isEmpty());
    Answer found = tickets.find(answer.json("id").asText(), "svc").ok();
    assertEquals(found.json("dueDate"), answer.json("dueDate"));
  }

  @Test
  void whatIsSentShouldCount() {
    Form form =
        raising("carol")
            .and("SiteId", "2")
            .and("DepartmentId", "3")
            .and("TicketStatusId", "6")
            .and("TicketPriorityId", "4")
            .and("TicketCategoryId", "12")
            .and("TierLevelId", "2")
            .and("GroupId", "2")
            .and("ClientId", "1")
            .file("a.pdf", "%PDF-1.4".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .file("b.exe", new byte[] {'M', 'Z'});

    Answer answer = raise(form, "svc").created();

    assertEquals("Branch Office", answer.json("site").path("title").asText());
    assertEquals("HR", answer.json("department").path("title").asText());
    assertEquals("In Progress", answer.json("status").path("status").asText());
    assertEquals("Critical", answer.json("priority").path("priority").asText());
    assertEquals("Network", answer.json("category").path("name").asText());
    assertEquals("Level 2", answer.json("level").path("title").asText());
    assertEquals("Hardware Support", answer.json("group").path("group").asText());
    assertEquals("Acme Corp", answer.json("client").path("name").asText());
    assertEquals("a.pdf", answer.json("attachments").path(0).path("fileName").asText());
    assertEquals("1", answer.header("X-Skipped-Files"));
  }

  @ParameterizedTest
  @CsvSource({
    "CAROL,,carol",
    "carol,dave@acme.test,carol",
    "nobody,dave@ACME.test,dave",
    "carol@acme.test,,carol",
    "nobody,,",
    "nobody,nobody@acme.test,",
    "nobody@acme.test,,"
  })
  void aRequesterShouldBeFoundByNameOrAddress(String requester, String email, String found) {
    Form form = email == null ? raising(requester) : raising(requester).and("Email", email);

    Answer answer = raise(form, "svc");

    if (found == null) {
      answer.refuses("Requester", "Invalid Requester.");
    } else {
      assertEquals(found, answer.created().json("creator").path("userName").asText());
    }
  }

  @Test
  void whatIsRequiredShouldBeToldAtOnce() {
    raise(Form.empty().and("Email", "x"), "svc")
        .refuses(
            Map.of(
                "Title", "The Title field is required.",
                "Description", "The Description field is required.",
                "Requester", "The Requester field is required."));
  }

  @ParameterizedTest
  @CsvSource({
    "SiteId,9", "DepartmentId,9", "TicketStatusId,99", "TicketPriorityId,9",
    "TicketCategoryId,9", "TierLevelId,9", "GroupId,9", "ClientId,9"
  })
  void anUnknownReferenceShouldBeRefused(String field, String value) {
    TestDesk.Stored before = desk.stored();

    raise(raising("carol").and(field, value), "svc").refuses(field, "Invalid %s.".formatted(field));

    assertEquals(before, desk.stored());
  }

  @Test
  void aMemberShouldRaiseForHimselfOnly() {
    raise(raising("dave"), "dave").created();
    raise(raising("dave"), "carol").refuses("Requester", "Invalid Requester.");
    raise(raising("nobody"), "carol").refuses("Requester", "Invalid Requester.");
    raise(raising("dave"), "rita").created();
  }

  @ParameterizedTest
  @CsvSource({
    "New Person,new@people.test,New Person,new@people.test",
    "Madonna,Madonna@people.test,Madonna,Madonna@people.test",
    "Ada King Lovelace,ada@people.test,Ada King Lovelace,ada@people.test",
    "no.name@people.test,,no.name,no.name@people.test",
    "other@people.test,own@people.test,other,own@people.test"
  })
  void somebodyNewShouldBeCalledWhatWasSent(
      String requester, String email, String name, String address) {
    Form form = email == null ? raising(requester) : raising(requester).and("Email", email);

    Answer ticket = raise(form, "wendy").created();

    assertEquals(name, ticket.json("creator").path("fullName").asText());
    assertEquals(address, ticket.json("creator").path("email").asText());
    assertEquals("", ticket.json("creator").path("userName").asText());
  }

  /** He has no log-in, so that programs know him by his address. */
  @Test
  void somebodyNewShouldBeFoundByHisAddress() {
    Form form = raising("Bo").and("Email", "bo@people.test");
    String id = raise(form, "wendy").created().json("id").asText();
    Answer again = raise(raising("BO@people.test"), "wendy").created();

    Answer listed = list(Form.empty().and("username", "Bo@People.test"), "wendy").ok();
    tickets.act("reqreply", id, Tickets.requesterReply(id, "bo@people.test"), "wendy").ok();

    assertEquals(List.of(again.json("id").asText(), id), ids(listed));
    assertEquals("2", listed.header("X-Total-Count"));
    assertEquals(1, tickets.entries(id, "REQUESTER_REPLY"));
    list(Form.empty().and("username", "bo@people.test"), "wim").has(403);
    tickets.act("reqreply", id, Tickets.requesterReply(id, "bo@people.test"), "wim").has(403);
    assertEquals("[]", list(Form.empty().and("username", "Bo"), "wendy").ok().body());
    raise(raising("wim"), "wim").created();
    assertEquals("[]", list(Form.empty().and("username", "wim@welcome.test"), "wendy").ok().body());
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256})
  void somebodyNewShouldHaveANameOf255CharactersAtMost(int length) {
    Form form = raising("x".repeat(length)).and("Email", "x" + length + "@people.test");

    Answer answer = raise(form, "wendy");

    if (length == 255) {
      answer.created();
    } else {
      answer.refuses(
          "Requester", "The field Requester must be a string with a maximum length of 255.");
    }
  }

  @Test
  void aRequestersTicketsShouldComeInPagesOf25() {
    int before = list(Form.empty().and("username", "mona"), "svc").ok().json().size();
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      opened.add(raise(raising("mona"), "svc").created().json("id").asText());
    }
    opened.sort(Comparator.comparingLong((String id) -> Long.parseLong(id)).reversed());

    Answer first = list(Form.empty().and("username", "MONA"), "mona").ok();
    Answer second = list(Form.empty().and("username", "mona").and("page", "2"), "svc").ok();
    Answer zeroth = list(Form.empty().and("username", "mona").and("page", "0"), "svc").ok();

    assertEquals(opened.subList(0, 25), ids(first));
    assertEquals(opened.get(25), ids(second).get(0));
    assertEquals(ids(first), ids(zeroth));
    assertTrue(Integer.parseInt(first.header("X-Total-Count")) >= 26 + before % 25);
    assertEquals(
        "[]", list(Form.empty().and("username", "mona").and("page", "999"), "svc").ok().body());
    assertEquals(
        tickets.find(opened.get(0), "mona").ok().keys(), Answer.keysOf(first.json().get(0)));
  }

  private static List<String> ids(Answer answer) {
    List<String> ids = new ArrayList<>();
    answer.json().forEach(ticket -> ids.add(ticket.path("id").asText()));
    return ids;
  }

  @Test
  void aListShouldBeOfOnesOwnForAMember() {
    assertEquals("[]", list(Form.empty().and("username", "nobody"), "svc").ok().body());
    list(Form.empty().and("page", "1"), "svc")
        .refuses("username", "The username field is required.");
    assertEquals("", list(Form.empty().and("username", "mona"), "carol").has(403).body());
    assertEquals("", list(Form.empty().and("username", "nobody"), "carol").has(403).body());
    list(Form.empty().and("username", "carol"), "carol").ok();
  }
}
