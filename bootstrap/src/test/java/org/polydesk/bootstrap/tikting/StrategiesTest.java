package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * Whom the desk chooses by each of its strategies, each in a desk of its own whose people have the
 * strategy's first letter and their number as names; number 1 hands out the work and gets none.
 *
 * <p>Source: docs/dialects/tikting.md, section "Assignment by the desk".
 */
@OnEveryStore
final class StrategiesTest {
  private static final String NOBODY = "";
  private static final String NOTE = "notAssigned technician null null";

  private static final String DESK =
      """
        - id: %1$d
          publicId: 5f0c2d6e-8a41-4d0b-9a7e-0000000000%1$d
          name: %2$s
          include: standard
          settings:
            defaults: {siteId: 1, tierLevelId: 1, statusId: 1, priorityId: 2, categoryId: 11, departmentId: 1}
            statuses: {openId: 1, inProgressId: 6, resolvedId: 3, closedId: 4, reopenedId: 7}
            assignment: {onCreate: true, onUpdate: true, strategy: %2$s}
            notifications:
              {onAssign: true, onCreateAcknowledge: false, onResolve: false, onCloseAcknowledged: false, onRequesterReply: false, push: false}
            reopening: {allowed: true, restartsClock: false, answerResumesPending: true, replyStartsWork: true}
          lists:
            GROUP:
              - {id: 1, name: Network}
              - {id: 2, name: Hardware}
              - {id: 3, name: Of nobody}
              - {id: 4, name: Printers}
              - {id: 5, name: Telephones}
              - {id: 6, name: Cables}
            TIER_LEVEL: [{id: 1, name: Level 1}]
            PRIORITY: [{id: 2, name: Medium}, {id: 3, name: High}]
            CATEGORY: [{id: 10, name: Hardware}, {id: 11, name: Software}]
            SITE: [{id: 1, name: Head Office}, {id: 2, name: Branch}, {id: 3, name: Depot}, {id: 4, name: Harbour}]
            DEPARTMENT: [{id: 1, name: IT Department}]
            COMPANY: [{id: 1, name: Acme Corp}]
          people:
      """;

  /** What is said of each technician beside his name, from number 2 on. */
  private static final Map<String, List<String>> TECHNICIANS =
      Map.of(
          "ROUND_ROBIN",
          List.of(
              "groups: [1]",
              "groups: [1, 2]",
              "groups: [1]",
              "groups: [2, 4, 6], sites: [2, 3]",
              "groups: [5, 6], sites: [2]",
              "sites: [4]"),
          "LEAST_LOADED",
          List.of("groups: [1]", "groups: [1]", "groups: [1, 2]"),
          "CAPACITY",
          List.of(
              "groups: [1, 2], capacity: 1",
              "groups: [1], capacity: 2",
              "groups: [2]",
              "groups: [4], capacity: 0"));

  private final TestDesk desk;
  private final Tickets tickets;

  StrategiesTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  @BeforeParameterizedClassInvocation
  static void addDesks(Store store) {
    store
        .shared()
        .addDesks(
            "desks:\n" + desk(33, "ROUND_ROBIN") + desk(34, "LEAST_LOADED") + desk(35, "CAPACITY"),
            33,
            34,
            35);
  }

  private static String desk(int id, String strategy) {
    String letter = strategy.substring(0, 1).toLowerCase();
    List<String> people = new ArrayList<>();
    people.add(person(letter + 1, "role: ADMINISTRATOR, password: %s1-demo".formatted(letter)));
    for (String more : TECHNICIANS.get(strategy)) {
      people.add(person(letter + (people.size() + 1), "role: TECHNICIAN, " + more));
    }
    return DESK.formatted(id, strategy) + String.join("", people);
  }

  private static String person(String name, String more) {
    return "      - {userName: %1$s, email: %1$s@work.test, %2$s}\n".formatted(name, more);
  }

  /** A desk as its first person sees it. */
  private final class Dispatch {
    private final String letter;
    private final String bearer;

    Dispatch(String letter) {
      this.letter = letter;
      this.bearer = "Bearer " + desk.tokenOf(letter + 1);
    }

    /**
     * Opens a ticket with other fields than the how-to's, such as {@code GroupId=1}; its number.
     */
    String open(String... fields) {
      Form form = Form.howTo().with("CreatorId", desk.idOf(letter + 1));
      return desk.post(TestDesk.REGISTER, with(form, fields), bearer).created().json("id").asText();
    }

    void update(String id, String... fields) {
      Form form = with(Form.empty().and("CreatorId", desk.idOf(letter + 1)), fields);
      desk.post(Tickets.BASE + "update/" + id, form, bearer).has(204);
    }

    private Form with(Form form, String... fields) {
      Form changed = form;
      for (String field : fields) {
        changed = changed.with(field.split("=", 2)[0], field.split("=", 2)[1]);
      }
      return changed;
    }

    String technicianOf(String id) {
      return desk.ask("GET", Tickets.BASE + id, bearer)
          .ok()
          .json("assignee")
          .path("userName")
          .asText(NOBODY);
    }

    /** The technicians of new tickets, one after the other. */
    List<String> opened(int times, String... fields) {
      return Stream.generate(() -> technicianOf(open(fields))).limit(times).toList();
    }

    String idOf(String userName) {
      Answer lists = desk.ask("GET", Tickets.BASE + "metadata", bearer).ok();
      for (var technician : lists.json("technicians")) {
        if (technician.path("userName").asText().equals(userName)) {
          return technician.path("id").asText();
        }
      }
      throw new AssertionError(userName + " is none of " + lists.body());
    }

    /** Changes a person through the Helpdesk's door. */
    void change(String userName, String field) {
      byte[] pair = "%s1:%s1-demo".formatted(letter, letter).getBytes(StandardCharsets.UTF_8);
      String path = "/helpdesk/api/UpdateUser?userId=%s&%s";
      desk.send(
              "POST",
              path.formatted(userName.substring(1), field),
              r -> r.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)))
          .ok();
    }
  }

  @Test
  void turnsShouldGoAroundEachGroupAndPassOverWhoeverIsNotThere() {
    Dispatch r = new Dispatch("r");
    assertEquals(List.of("r2", "r3", "r4", "r2"), r.opened(4, "GroupId=1"));
    assertEquals(List.of("r3", "r5", "r3"), r.opened(3, "GroupId=2"));
    assertEquals(List.of("r3"), r.opened(1, "GroupId=1"));

    String given = r.open("GroupId=1", "AssignedUser=" + r.idOf("r2"));
    assertEquals("r2", r.technicianOf(given));
    r.change("r4", "outOfOffice=true");
    assertEquals(List.of("r2", "r3", "r2"), r.opened(3, "GroupId=1"));
    r.change("r4", "outOfOffice=false");
    r.change("r3", "disabled=true");
    assertEquals(List.of("r4", "r2"), r.opened(2, "GroupId=1"));
    r.change("r2", "outOfOffice=true");
    r.change("r4", "outOfOffice=true");
    assertNobody(r, r.open("GroupId=1"));
    assertNobody(r, r.open("GroupId=3"));

    for (String change : List.of("r2 outOfOffice", "r3 disabled", "r4 outOfOffice")) {
      r.change(change.split(" ")[0], change.split(" ")[1] + "=false");
    }
    assertEquals(List.of("r3", "r4"), r.opened(2, "GroupId=1"));
  }

  private void assertNobody(Dispatch dispatch, String id) {
    assertEquals(NOBODY, dispatch.technicianOf(id));
    assertEquals(List.of(NOTE), assignments(id));
    assertTrue(tickets.messages(id).stream().noneMatch("MAIL ASSIGNED"::equals));
  }

  /** What the history says of who was chosen. */
  private List<String> assignments(String id) {
    return tickets.audit(id).stream()
        .filter(fact -> fact.startsWith("assigned ") || fact.startsWith("notAssigned "))
        .toList();
  }

  /** Head Office is served by nobody, Harbour by somebody who is away. */
  @Test
  void aTicketWithoutAGroupShouldGoToWhoeverServesItsSite() {
    Dispatch r = new Dispatch("r");
    assertEquals(List.of("r5"), r.opened(1, "SiteId=3"));
    assertEquals(List.of("r5", "r6", "r5"), r.opened(3, "SiteId=2"));
    assertEquals(List.of("r7"), r.opened(1, "SiteId=4"));
    assertEquals(List.of("r6"), r.opened(1, "SiteId=2"));
    r.change("r7", "outOfOffice=true");
    assertEquals(List.of("r2", "r3"), r.opened(2, "SiteId=4"));
    assertEquals(List.of("r4", "r5", "r6", "r2"), r.opened(4, "SiteId=1"));
    r.change("r7", "outOfOffice=false");
    assertEquals(List.of("r7"), r.opened(1, "SiteId=4"));
  }

  @Test
  void aChangedGroupShouldBringSomebodyOfIt() {
    Dispatch r = new Dispatch("r");
    String id = r.open("GroupId=4");
    assertEquals("r5", r.technicianOf(id));

    r.update(id, "GroupId=5");
    assertEquals("r6", r.technicianOf(id));
    assertEquals(1, tickets.entries(id, "ASSIGNMENT"));
    r.update(id, "GroupId=6");
    assertEquals("r6", r.technicianOf(id), "he belongs to the next group too");
    r.update(id, "GroupId=4", "AssignedUser=" + r.idOf("r2"));
    assertEquals("r2", r.technicianOf(id), "somebody was named");
    r.update(id, "GroupId=4", "SiteId=2");
    assertEquals("r2", r.technicianOf(id), "the group is the same");
    r.update(id, "GroupId=");
    assertEquals("r2", r.technicianOf(id), "there is no group to belong to");
    r.update(id, "GroupId=5", "AssignedUser=");
    assertEquals(NOBODY, r.technicianOf(id), "nobody was wanted");
    r.update(id, "GroupId=4");
    assertEquals("r5", r.technicianOf(id));
    assertEquals(List.of("assigned technician null " + r.idOf("r5")), assignments(id));
  }

  @Test
  void aGroupWithoutAnybodyShouldLeaveTheTicketToWhoeverHasIt() {
    Dispatch r = new Dispatch("r");
    String had = r.open("GroupId=4");
    String free = r.open("GroupId=3");
    assertNobody(r, free);

    r.update(had, "GroupId=3");
    assertEquals("r5", r.technicianOf(had));
    assertTrue(assignments(had).contains(NOTE));
    r.update(free, "TicketPriorityId=2");
    assertNobody(r, free);
    r.update(free, "GroupId=", "SiteId=4");
    assertEquals("r7", r.technicianOf(free));
  }

  @Test
  void theFewestUnfinishedTicketsShouldCountAndThenTheLongestWait() {
    Dispatch l = new Dispatch("l");
    List<String> ids = Stream.generate(() -> l.open("GroupId=1")).limit(6).toList();
    assertEquals(
        List.of("l2", "l3", "l4", "l2", "l3", "l4"), ids.stream().map(l::technicianOf).toList());

    // All have two; whoever was chosen last is done with his.
    l.update(ids.get(2), "TicketStatusId=3");
    l.update(ids.get(5), "TicketStatusId=4");
    assertEquals(List.of("l4", "l4"), l.opened(2, "GroupId=1"));
    l.update(ids.get(0), "TicketStatusId=5");
    l.update(ids.get(1), "TicketStatusId=2");
    assertEquals(List.of("l2"), l.opened(1, "GroupId=1"), "what is held is unfinished");
    l.open("GroupId=1", "AssignedUser=" + l.idOf("l3"));
    assertEquals(List.of("l4"), l.opened(1, "GroupId=1"), "what people gave him counts");
    desk.ask("DELETE", Tickets.BASE + ids.get(4), "Bearer " + desk.tokenOf("l1")).ok();
    assertEquals(List.of("l3"), l.opened(1, "GroupId=1"), "what was deleted does not count");
    assertEquals(List.of("l2"), l.opened(1, "GroupId=1"), "he has waited longest");
    assertEquals(List.of("l4"), l.opened(1, "GroupId=2"), "nobody else belongs to the group");
    assertEquals(List.of("l3", "l2", "l4"), l.opened(3, "GroupId=1"));
  }

  @Test
  void whoeverIsFullShouldBePassedOverAndTheTicketLeftWhereAllAre() {
    Dispatch c = new Dispatch("c");
    List<String> ids = Stream.generate(() -> c.open("GroupId=1")).limit(3).toList();
    assertEquals(List.of("c2", "c3", "c3"), ids.stream().map(c::technicianOf).toList());
    String waiting = c.open("GroupId=1");
    assertNobody(c, waiting);
    c.update(ids.get(0), "TicketStatusId=5");
    assertNobody(c, c.open("GroupId=1"));
    assertNobody(c, c.open("GroupId=4"));
    assertEquals(List.of("c4", "c4"), c.opened(2, "GroupId=2"));

    c.update(ids.get(0), "GroupId=4");
    assertEquals("c2", c.technicianOf(ids.get(0)));
    assertTrue(assignments(ids.get(0)).contains(NOTE));
    c.update(ids.get(1), "TicketStatusId=4");
    c.update(waiting, "GroupId=2");
    assertEquals("c4", c.technicianOf(waiting));
    assertEquals(List.of("c3", NOBODY), c.opened(2, "GroupId=1"));
    String given = c.open("GroupId=1", "AssignedUser=" + c.idOf("c2"));
    assertEquals("c2", c.technicianOf(given), "people may give him more");
  }
}
