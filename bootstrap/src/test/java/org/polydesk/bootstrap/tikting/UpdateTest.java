package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Source: docs/dialects/tikting.md, sections "Changing a ticket" and "Retries and lost updates".
 */
@OnEveryStore
final class UpdateTest {
  private final TestDesk desk;
  private final Tickets tickets;

  UpdateTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  /** With everything that update can clear. */
  private String full() {
    return tickets.open(
        form ->
            form.and("TicketSubCategoryId", "100")
                .and("ItemId", "1000")
                .and("GroupId", "1")
                .and("TierLevelId", "1")
                .and("ClientId", "1")
                .and("AssignedUser", desk.idOf("bob")));
  }

  @ParameterizedTest
  @CsvSource({
    "TicketType,2,ticketType",
    "SiteId,2,siteId",
    "DepartmentId,3,departmentId",
    "TicketStatusId,2,ticketStatusId",
    "TicketPriorityId,1,ticketPriorityId",
    "GroupId,2,groupId",
    "TierLevelId,2,tierLevelId",
    "ItemId,,itemId"
  })
  void aFieldShouldChangeAlone(String field, String value, String key) {
    String id = full();
    Answer before = tickets.find(id, "admin");

    Answer answer = tickets.update(id, Form.empty().and(field, value == null ? "" : value));

    answer.has(204);
    assertEquals("", answer.body());
    Answer after = tickets.find(id, "admin");
    assertEquals(value == null ? "null" : value, after.json(key).asText());
    assertEquals("\"2\"", answer.header("ETag"));
    assertEquals(answer.header("ETag"), after.header("ETag"));
    for (String other : List.of("title", "description", "assignedUser", "clientId", "createdOn")) {
      assertEquals(before.json(other), after.json(other), other);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AssignedUser,assignedUser",
    "GroupId,groupId",
    "ItemId,itemId",
    "TierLevelId,tierLevelId",
    "ClientId,clientId",
    "TicketPriorityId,ticketPriorityId"
  })
  void anEmptyFieldShouldBeCleared(String field, String key) {
    String id = full();

    tickets.update(id, Form.empty().and(field, "")).has(204);

    assertEquals("null", tickets.field(id, key));
  }

  @Test
  void aCategoryShouldBeClearedWithWhatIsUnderIt() {
    String id = full();

    tickets
        .update(
            id,
            Form.empty()
                .and("TicketCategoryId", "")
                .and("TicketSubCategoryId", "")
                .and("ItemId", ""))
        .has(204);

    for (String key : List.of("ticketCategoryId", "ticketSubCategoryId", "itemId")) {
      assertEquals("null", tickets.field(id, key), key);
    }
  }

  /** The one stays that belongs to what its ticket has by then. */
  @ParameterizedTest
  @CsvSource({
    "TicketCategoryId=11,11 null null",
    "TicketCategoryId=,null null null",
    "TicketCategoryId=10,10 100 1000",
    "TicketSubCategoryId=101,10 101 null",
    "TicketSubCategoryId=,10 null null",
    "TicketCategoryId=11 TicketSubCategoryId=110,11 110 null",
    "TicketSubCategoryId=101 ItemId=1001,10 101 1001"
  })
  void whatNoLongerFitsShouldGoUnlessItIsSent(String changes, String expected) {
    String id = full();

    tickets.update(id, form(changes)).has(204);

    assertEquals(
        expected,
        String.join(
            " ",
            tickets.field(id, "ticketCategoryId"),
            tickets.field(id, "ticketSubCategoryId"),
            tickets.field(id, "itemId")));
    assertEquals(3 - kept(expected), tickets.changes(id).size());
  }

  /** Such as {@code SiteId=2 GroupId=}. */
  private static Form form(String changes) {
    Form form = Form.empty();
    for (String change : changes.split(" ")) {
      String[] field = change.split("=", 2);
      form = form.and(field[0], field[1]);
    }
    return form;
  }

  private static long kept(String ids) {
    return List.of(ids.split(" ")).stream().filter(List.of("10", "100", "1000")::contains).count();
  }

  @ParameterizedTest
  @CsvSource({
    "TicketCategoryId=11 TicketSubCategoryId=100,TicketSubCategoryId",
    "TicketCategoryId=11 ItemId=1000,ItemId",
    "TicketSubCategoryId=101 ItemId=1000,ItemId",
    "TicketSubCategoryId=110,TicketSubCategoryId"
  })
  void whatIsSentShouldFit(String changes, String field) {
    String id = full();
    Tickets.Trace before = tickets.trace(id);

    tickets.update(id, form(changes)).refuses(field, "Invalid %s.".formatted(field));

    assertEquals(before, tickets.trace(id));
  }

  @ParameterizedTest
  @CsvSource({
    "SiteId,0", "SiteId,", "DepartmentId,0", "DepartmentId,", "TicketStatusId,0",
    "TicketStatusId,", "TicketStatusId,-1", "TicketType,0", "TicketType,", "Title,Another",
    "Description,Another", "TicketPriorityId,3", "TicketStatusId,1", "Unknown,1"
  })
  void whatMeansNoChangeShouldWriteNothing(String field, String value) {
    String id = full();
    Tickets.Trace before = tickets.trace(id);

    Answer answer =
        tickets.update(id, Form.empty().and(field, value == null ? "" : value)).has(204);

    assertEquals(before, tickets.trace(id));
    assertEquals("\"1\"", answer.header("ETag"));
  }

  @Test
  void allUnknownReferencesShouldBeToldAtOnceAndChangeNothing() {
    String id = full();
    Tickets.Trace before = tickets.trace(id);
    Map<String, String> unknown =
        Map.ofEntries(
            Map.entry("SiteId", "9"),
            Map.entry("DepartmentId", "9"),
            Map.entry("TicketStatusId", "99"),
            Map.entry("TicketPriorityId", "9"),
            Map.entry("TicketCategoryId", "9"),
            Map.entry("GroupId", "9"),
            Map.entry("TierLevelId", "9"),
            Map.entry("ClientId", "9"),
            Map.entry("ServiceId", "9"),
            Map.entry("ImpactId", "9"),
            Map.entry("UrgencyId", "9"),
            Map.entry("AssignedUser", "00000000-0000-4000-8000-00000000abcd"),
            Map.entry("CreatorId", "00000000-0000-4000-8000-00000000abcd"));
    Form form = Form.empty().and("TicketType", "2");
    for (Map.Entry<String, String> field : unknown.entrySet()) {
      form = form.and(field.getKey(), field.getValue());
    }

    Answer answer = tickets.act("update", id, form, "alice").has(400);

    unknown
        .keySet()
        .forEach(
            field ->
                assertEquals(
                    "[\"Invalid %s.\"]".formatted(field),
                    answer.json("errors").path(field).toString()));
    assertEquals(before, tickets.trace(id));
  }

  @ParameterizedTest
  @CsvSource({
    "Id,1,The Id does not match the path.",
    "Id,abc,The value 'abc' is not valid for Id.",
    "CreatorId,,The CreatorId field is required.",
    "CreatorId,nobody,Invalid CreatorId.",
    "SiteId,x,The value 'x' is not valid for SiteId.",
    "TicketType,99,The value '99' is invalid.",
    "DueDate,soon,The value 'soon' is not valid for DueDate.",
    "DueDate,2020-01-01T00:00:00Z,The due date must be after now.",
    "AssignedUser,carol,Invalid AssignedUser.",
    "ItemId,1001,Invalid ItemId."
  })
  void aFieldShouldBeRefused(String field, String value, String sentence) {
    String id = full();
    Tickets.Trace before = tickets.trace(id);
    String sent = "carol".equals(value) ? desk.idOf("carol") : value == null ? "" : value;
    Form form = Form.empty().and("CreatorId", TestDesk.ALICE).with(field, sent);

    tickets.act("update", id, form, "alice").refuses(field, sentence);

    assertEquals(before, tickets.trace(id));
  }

  @Test
  void theIdOfThePathShouldBeTakenInTheBody() {
    String id = tickets.open();

    tickets.update(id, Form.empty().and("Id", id).and("SiteId", "2")).has(204);
  }

  @Test
  void aMissingTicketShouldBeABadRequest() {
    Form form = Form.empty().and("CreatorId", TestDesk.ALICE);

    Answer answer = tickets.act("update", Tickets.MISSING, form, "alice").has(400);

    assertEquals("Bad Request", answer.json("title").asText());
    assertEquals("The ticket was not found.", answer.json("detail").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"1\"'|204",
        "'*'|204",
        "'\"7\", \"1\"'|204",
        "'\"2\"'|412",
        "'W/\"1\"'|412",
        "'1'|400",
        "'\"\"'|412"
      })
  void aStaleVersionShouldBeRefused(String ifMatch, int status) {
    String id = tickets.open();
    Form form = Form.empty().and("CreatorId", TestDesk.ALICE).and("SiteId", "2");

    Answer answer =
        desk.send(
            "POST",
            Tickets.BASE + "update/" + id,
            r ->
                r.header("Authorization", "Bearer " + desk.tokenOf("alice"))
                    .header("If-Match", ifMatch)
                    .header("Content-Type", form.contentType())
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(form.bytes())));

    answer.has(status);
    assertEquals(status == 204 ? "2" : "1", tickets.field(id, "siteId"));
    if (status == 412) {
      assertEquals("Precondition Failed", answer.json("title").asText());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 7})
  void aClosedTicketShouldOpenAgain(int status) {
    String id = tickets.openFor("alice", 4);
    assertEquals("4", tickets.field(id, "ticketStatusId"));

    tickets.update(id, Form.empty().and("TicketStatusId", Integer.toString(status))).has(204);

    assertEquals("null", tickets.field(id, "closedOn"));
    assertEquals(Integer.toString(status), tickets.field(id, "ticketStatusId"));
  }

  @Test
  void aClosedTicketShouldNotBecomeResolved() {
    String id = tickets.openFor("alice", 4);
    Tickets.Trace before = tickets.trace(id);

    tickets
        .update(id, Form.empty().and("TicketStatusId", "3"))
        .refuses("TicketStatusId", "Closed cannot become Resolved.");

    assertEquals(before, tickets.trace(id));
  }

  /** All but one: what is closed does not become resolved. */
  @ParameterizedTest
  @CsvSource({"1,1 2 5 3 4", "2,1 2 5 3 4", "5,1 2 5 3 4", "3,1 2 5 3 4", "4,1 2 5 - 4"})
  void aStatusShouldFollowAnother(int from, String next) {
    List<String> ways = List.of("1", "2", "5", "3", "4");
    for (String to : ways) {
      String id = tickets.openFor("alice", from);
      Tickets.Trace before = tickets.trace(id);
      boolean same = to.equals(Integer.toString(from));

      Answer answer = tickets.update(id, Form.empty().and("TicketStatusId", to));

      String way = from + " to " + to;
      if (next.split(" ")[ways.indexOf(to)].equals("-")) {
        answer.refuses("TicketStatusId", "Closed cannot become Resolved.");
      } else {
        answer.has(204);
      }
      if (same || answer.status() == 400) {
        assertEquals(before, tickets.trace(id), way);
        continue;
      }
      boolean reopened = from == 3 || from == 4 ? !List.of("3", "4").contains(to) : false;
      JsonNode ticket = tickets.find(id, "admin").ok().json();
      assertEquals(to, ticket.path("ticketStatusId").asText(), way);
      assertEquals(
          to.equals("3") || from == 3 && to.equals("4"), ticket.hasNonNull("resolvedOn"), way);
      assertEquals(to.equals("4"), ticket.hasNonNull("closedOn"), way);
      assertEquals(
          reopened ? "1" : "0",
          desk.query("select reopen_count from ticket where ticket_number = " + id),
          way);
    }
  }

  @Test
  void aLockedTicketShouldStayClosed() {
    String id = tickets.openFor("alice", 4);
    desk.execute("update ticket set locked = true where ticket_number = " + id);

    tickets
        .update(id, Form.empty().and("TicketStatusId", "1"))
        .refuses("TicketStatusId", "Closed cannot become Open.");
  }

  @Test
  void aDoneStatusShouldBeToldToOtherSystemsOnly() {
    for (int status : new int[] {3, 4}) {
      String id = tickets.openFor("alice", status);

      assertEquals(List.of("CREATED"), tickets.entries(id));
      assertEquals(
          List.of("CALLBACK " + (status == 3 ? "RESOLVED" : "CLOSED")),
          tickets.messages(id).stream().filter(m -> isDone(m)).toList());
      assertEquals("null", tickets.field(id, status == 3 ? "closedOn" : "resolvedOn"));
      assertEquals(20, tickets.field(id, status == 3 ? "resolvedOn" : "closedOn").length());
      assertEquals("null", tickets.field(id, "resolution"));
    }
  }

  private static boolean isDone(String message) {
    return message.contains("RESOLVED") || message.contains("CLOSED");
  }

  @Test
  void aNewTechnicianShouldBeToldUnlessHeMadeTheChange() {
    String id = tickets.openFor("carol");
    long before = tickets.messages(id).size();

    tickets.update(id, Form.empty().and("AssignedUser", TestDesk.ALICE)).has(204);
    assertEquals(before, tickets.messages(id).size());
    assertEquals(1, tickets.entries(id, "ASSIGNMENT"));

    tickets.update(id, Form.empty().and("AssignedUser", desk.idOf("bob"))).has(204);
    assertEquals(List.of("ASSIGNED"), told(id, "MAIL", before));
    assertEquals(2, tickets.entries(id, "ASSIGNMENT"));

    tickets.update(id, Form.empty().and("AssignedUser", desk.idOf("bob"))).has(204);
    assertEquals(List.of("ASSIGNED"), told(id, "MAIL", before));
    assertEquals(2, tickets.entries(id, "ASSIGNMENT"));
  }

  private List<String> told(String id, String channel, long from) {
    return tickets.messages(id).stream()
        .skip(from)
        .filter(message -> message.startsWith(channel))
        .map(message -> message.substring(channel.length() + 1))
        .toList();
  }
}
