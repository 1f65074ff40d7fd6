package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.bootstrap.server.DeskServer;

/**
 * Many at once on one ticket: nobody is refused, nothing is lost, and the history tells it in
 * order. Many at once at one account: five guesses and no more. Source: docs/dialects/tikting.md,
 * sections "Acting on a ticket", "Retries and lost updates" and "Logging in".
 */
@OnEveryStore
final class RushTest {
  /** Which of the guesses is right. */
  private static final int RIGHT = 12;

  private final Store store;
  private final TestDesk desk;
  private final Tickets tickets;

  RushTest(Store store) {
    this.store = store;
    desk = store.shared();
    tickets = new Tickets(desk);
    for (String userName : List.of("admin", "alice", "bob", "carol")) {
      desk.tokenOf(userName);
    }
  }

  @Test
  void pickupsShouldFollowEachOther() throws Exception {
    String id = tickets.openFor("carol");
    List<String> technicians = List.of("alice", "bob", "admin");

    List<Answer> answers =
        Rushes.of(200, i -> tickets.act("pickup", id, Form.empty(), technicians.get(i % 3)));

    Rushes.assertAll(200, answers);
    Map<String, String> last = tickets.lastOfChain(id);
    assertEquals(last.get("technician"), tickets.field(id, "assignedUser"));
    assertEquals(tickets.changes(id).size(), tickets.entries(id, "ASSIGNMENT"));
    assertEquals(Integer.toString(tickets.changes(id).size() + 1), tickets.field(id, "version"));
  }

  @Test
  void updatesOfDifferentFieldsShouldAllCount() throws Exception {
    String id = tickets.open();
    List<String> fields =
        List.of("SiteId", "DepartmentId", "GroupId", "TierLevelId", "TicketPriorityId");

    List<Answer> answers =
        Rushes.of(
            200,
            i -> {
              String field = fields.get(i % fields.size());
              Form form =
                  Form.empty()
                      .and("CreatorId", TestDesk.ALICE)
                      .and(field, Integer.toString(1 + i / fields.size() % 2));
              return tickets.act("update", id, form, i % 2 == 0 ? "alice" : "bob");
            });

    Rushes.assertAll(204, answers);
    Map<String, String> last = tickets.lastOfChain(id);
    Map.of(
            "site", "siteId",
            "department", "departmentId",
            "group", "groupId",
            "tierLevel", "tierLevelId",
            "priority", "ticketPriorityId")
        .forEach(
            (field, key) -> {
              String now = tickets.field(id, key);
              assertEquals(last.getOrDefault(field, now), now, field);
              assertTrue(Set.of("1", "2").contains(now), field + " " + now);
            });
  }

  @Test
  void oneKeyShouldOpenOneTicket() throws Exception {
    String key = UUID.randomUUID().toString();
    int before = desk.stored().tickets();

    List<Answer> answers =
        Rushes.of(50, i -> Retries.send(desk, TestDesk.REGISTER, Form.howTo(), key, "alice"));

    Rushes.assertAll(201, answers);
    Set<String> ids = new HashSet<>();
    answers.forEach(answer -> ids.add(answer.json("id").asText()));
    assertEquals(1, ids.size());
    assertEquals(before + 1, desk.stored().tickets());
    assertEquals(49, answers.stream().filter(a -> a.header("Idempotent-Replay") != null).count());
  }

  @Test
  void everyWordShouldBeKept() throws Exception {
    String id = tickets.openFor("carol");

    List<Answer> answers =
        Rushes.of(
            60,
            i ->
                i % 2 == 0
                    ? tickets.act("reqreply", id, Tickets.requesterReply(id, "carol"), "carol")
                    : tickets.act("reply", id, Tickets.mail(id), "alice"));

    Rushes.assertAll(200, answers);
    assertEquals(30, tickets.entries(id, "REQUESTER_REPLY"));
    assertEquals(30, tickets.entries(id, "REPLY"));
    tickets.lastOfChain(id);
    assertEquals("6", tickets.field(id, "ticketStatusId"));
  }

  /** On two nodes where the store can have them. */
  @Test
  void guessesShouldLockTheAccountAtTheFifth() throws Exception {
    String userName = "guessed" + UUID.randomUUID().toString().substring(0, 8);
    desk.command(
        "user", "add", userName, "--email", userName + "@x.test", "--password", "the-right-one");
    List<Answer> answers;
    try (DeskServer other = store == Store.POSTGRESQL ? desk.anotherNode() : null) {
      List<DemoDesk> nodes =
          other == null ? List.of(desk) : List.of(desk, DemoDesk.runningAt(other.address(), ""));
      answers =
          Rushes.of(
              25,
              i ->
                  nodes
                      .get(i % nodes.size())
                      .logIn(userName, i == RIGHT ? "the-right-one" : "wrong"));
    }

    // The right one may be among the first five, and then five more are wrong in a row.
    boolean cameIn = answers.get(RIGHT).status() == 200;
    int failed = audited(userName, "signInFailed");
    assertTrue(cameIn ? failed >= 5 && failed <= 9 : failed == 5, cameIn + " " + failed);
    assertEquals(1, audited(userName, "lockedOut"));
    assertEquals(cameIn ? 1 : 0, audited(userName, "signedIn"));
    assertEquals(25, audited(userName, "signInWhileLocked") + failed + (cameIn ? 1 : 0));
    assertEquals(
        "0",
        desk.query(
            """
            select count(*) from audit i join audit l on l.entity_key = i.entity_key
            where i.entity_key = '%s' and i.action = 'signedIn' and l.action = 'lockedOut'
              and i.happened_at > l.happened_at
            """
                .formatted(userName)));
    Answer locked = desk.logIn(userName, "the-right-one").has(401);
    assertEquals("Account is locked.", locked.json("detail").asText());
  }

  private int audited(String userName, String action) {
    return Integer.parseInt(
        desk.query(
            "select count(*) from audit where entity = 'user' and entity_key = '%s'"
                    .formatted(userName)
                + " and action = '%s'".formatted(action)));
  }
}
