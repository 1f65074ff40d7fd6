package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Source: docs/dialects/tikting.md, sections "List types", "Lists" and "Who sees what". */
@OnEveryStore
final class ListsTest {
  private static final List<String> VIEWERS = List.of("admin", "alice", "rita", "carol", "dave");

  /** A Wednesday, 11:00 in Paris. */
  private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

  private static final String IN_THE_MORNING =
      """
      AllMyGroups        |         | 1 4 8   | 8     |       |
      MyOpenOrUnassigned | 1       | 1       | 2 7 8 | 2     | 8
      UnassignedTickets  | 1 4     | 1 4     |       |       | 4
      MyOpenTickets      |         | 1       | 2 7 8 | 2     | 8
      MyTicketsOnhold    |         |         |       |       | 4
      MyOverdueTickets   |         |         |       |       |
      MyPendingTickets   |         | 3       |       | 3     |
      MyTicketsDueToday  |         | 1       | 8     |       | 4 8
      MyEscalated        |         |         |       |       |
      AllEscalated       |         |         |       |       |
      MyCompletedTickets |         | 6       |       | 5     |
      AllMyTickets       |         | 1 3 6   | 2 7 8 | 2 3 5 | 4 8
      MyOpenTasks        |         |         |       |       |
      MyCompletedTasks   |         |         |       |       |
      TicketsOnHold      | 4       | 4       |       |       | 4
      OverdueTickets     |         |         |       |       |
      TicketsDueToday    | 1 4 8   | 1 4 8   | 8     |       | 4 8
      PendingTickets     | 3       | 3       |       | 3     |
      CompletedTickets   | 5 6     | 5 6     |       | 5     |
      AllTickets         | 1 2 3 4 5 6 7 8 | 1 2 3 4 5 6 7 8 | 2 7 8 | 2 3 5 | 4 8
      """;

  /** With tasks of rita in 1 and of carol in 6, which show them both, and with escalations. */
  private static final String IN_THE_AFTERNOON =
      """
      MyOverdueTickets   |         |         |       |       | 4
      MyEscalated        |         | 1       | 2     | 2     |
      AllEscalated       | 1 2     | 1 2     | 1 2   |       |
      MyOpenTasks        |         |         | 1     |       |
      MyCompletedTasks   |         |         |       | 6     |
      OverdueTickets     | 4       | 4       |       |       | 4
      TicketsDueToday    | 1 4 8   | 1 4 8   | 1 8   |       | 4 8
      UnassignedTickets  | 1 4     | 1 4     | 1     |       | 4
      MyOpenOrUnassigned | 1       | 1       | 1 2 7 8 | 2   | 8
      CompletedTickets   | 5 6     | 5 6     |       | 5 6   |
      MyCompletedTickets |         | 6       |       | 5     |
      AllTickets         | 1 2 3 4 5 6 7 8 | 1 2 3 4 5 6 7 8 | 1 2 7 8 | 2 3 5 6 | 4 8
      """;

  private static final String A_SECOND_LATER =
      """
      MyOverdueTickets   |         | 1       |       |       | 4
      OverdueTickets     | 1 4     | 1 4     | 1     |       | 4
      """;

  private static final String AT_MIDNIGHT =
      """
      MyOverdueTickets   |         | 1       | 8     |       | 4 8
      OverdueTickets     | 1 4 8   | 1 4 8   | 1 8   |       | 4 8
      MyTicketsDueToday  |         |         | 2 7   | 2     |
      TicketsDueToday    | 2 7     | 2 7     | 2 7   | 2     |
      """;

  private final TestDesk desk;
  private final Tickets tickets;
  private final Map<String, String> names = new HashMap<>();

  ListsTest(Store store) {
    desk = TestDesk.standingAt(store, START);
    tickets = new Tickets(desk);
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  private void open(String name, String creator, String technician, Form fields) {
    Form form =
        fields
            .and("Title", "Ticket " + name)
            .and("Description", "x")
            .and("CreatorId", desk.idOf(creator))
            .and("SiteId", "1")
            .and("DepartmentId", "1")
            .and("TicketType", "1");
    form = form.with("TicketStatusId", "1");
    form = technician == null ? form : form.and("AssignedUser", desk.idOf(technician));
    names.put(desk.register(form, "admin").created().json("id").asText(), name);
  }

  private String id(String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private void fill() {
    Form none = Form.empty();
    Form critical = none.and("TicketPriorityId", "4");
    open("1", "alice", null, critical.and("GroupId", "1"));
    open("2", "carol", "rita", none.and("TicketPriorityId", "3").and("GroupId", "2"));
    open("3", "carol", "alice", critical);
    open("4", "dave", null, none.and("GroupId", "1").and("DueDate", "2026-03-04T12:00:00Z"));
    open("5", "carol", "bob", critical);
    open("6", "alice", "alice", critical);
    open("7", "rita", "bob", none.and("DueDate", "2026-03-05T00:00:00Z"));
    open("8", "dave", "rita", none.and("GroupId", "1").and("DueDate", "2026-03-04T23:59:59Z"));
    open("9", "carol", "rita", critical.and("GroupId", "1"));
    tickets.update(id("3"), none.and("TicketStatusId", "2")).has(204);
    tickets.update(id("4"), none.and("TicketStatusId", "5")).has(204);
    tickets.resolve(id("5"), "bob").ok();
    tickets.close(id("6"), "alice").has(204);
    tickets.delete(id("9"), "admin").ok();
  }

  private Answer list(String type, String userName) {
    return desk.send(
        "POST",
        "/api/TicketsApi",
        r ->
            r.header("Authorization", "Bearer " + desk.tokenOf(userName))
                .header("Content-Type", "application/json")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"listType\":\"%s\",\"length\":100}".formatted(type))));
  }

  private String shown(String type, String userName) {
    List<String> shown = new ArrayList<>();
    Answer answer = list(type, userName).ok();
    for (JsonNode row : answer.json()) {
      shown.add(0, names.get(row.path("id").asText()));
    }
    assertEquals(Integer.toString(shown.size()), answer.header("X-Total-Count"), type);
    return String.join(" ", shown);
  }

  private void assertLists(String table) {
    List<String> told = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String line : table.lines().toList()) {
      String[] cells = line.split("\\|", -1);
      String type = cells[0].strip();
      for (int i = 0; i < VIEWERS.size(); i++) {
        String what = type + " of " + VIEWERS.get(i) + ": ";
        expected.add(what + cells[i + 1].strip());
        told.add(what + shown(type, VIEWERS.get(i)));
      }
    }
    assertEquals(String.join("\n", expected), String.join("\n", told));
  }

  @Test
  void everyListShouldShowWhatItsNameSays() {
    fill();
    assertLists(IN_THE_MORNING);
    assertEquals(20, IN_THE_MORNING.lines().count());

    desk.giveTask(id("1"), "rita", false);
    desk.giveTask(id("6"), "carol", true);
    desk.setClock(Instant.parse("2026-03-04T14:00:00Z")).ok();
    desk.execute(
        "update ticket set escalated = ticket_number in (%s, %s)".formatted(id("1"), id("2")));
    assertLists(IN_THE_AFTERNOON);

    desk.setClock(Instant.parse("2026-03-04T14:00:01Z")).ok();
    assertLists(A_SECOND_LATER);

    desk.setClock(Instant.parse("2026-03-05T00:00:00Z")).ok();
    assertLists(AT_MIDNIGHT);
    assertDueToday("UTC", "2 7");
    assertDueToday("America/New_York", "1 4 7 8");
    assertDueToday("Asia/Kolkata", "2 7 8");
    assertDueToday("Pacific/Kiritimati", "1 4 7 8");
  }

  /** Days begin and end where the one who looks lives. */
  private void assertDueToday(String zone, String expected) {
    desk.execute(
        "update app_user set zone = '%s', version = version + 1 where user_name = 'admin'"
            .formatted(zone));

    assertEquals(expected, shown("TicketsDueToday", "admin"), zone);
  }
}
