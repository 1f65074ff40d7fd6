package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Many at once on one ticket: nobody is refused, nothing is lost, and the history tells it in
 * order. Source: docs/dialects/tikting.md, sections "Acting on a ticket" and "Retries and lost
 * updates".
 */
@OnEveryStore
final class RushTest {
  private final TestDesk desk;
  private final Tickets tickets;

  RushTest(Store store) {
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
}
