package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source: docs/dialects/tikting.md, section "Assignment by the desk". */
@OnEveryStore
final class AssignmentTest {
  private final TestDesk desk;
  private final Tickets tickets;

  AssignmentTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  @BeforeEach
  void letTheDeskAssign() {
    assign(true);
  }

  @AfterEach
  void letPeopleAssign() {
    away("bob", false);
    assign(false);
  }

  /** A node looks every other second at what the desk is set to. */
  private void assign(boolean byItself) {
    desk.execute(
        "update desk_setting set setting = '%s'".formatted(byItself)
            + " where desk_id = 1 and name in ('assignment.onCreate', 'assignment.onUpdate')");
    desk.execute("update desk set setup_version = setup_version + 1 where desk_id = 1");
    long seen = System.nanoTime() + Duration.ofMillis(2_100).toNanos();
    assertTrue(desk.until(() -> System.nanoTime() > seen));
    assertEquals(byItself, !technicianOf(open("2")).equals("null"));
  }

  private void away(String userName, boolean away) {
    desk.execute(
        "update app_user set away = %s, version = version + 1 where user_name = '%s'"
            .formatted(away, userName));
  }

  private String open(String group) {
    return tickets.open(form -> group.isEmpty() ? form : form.and("GroupId", group));
  }

  private String technicianOf(String id) {
    return tickets.field(id, "assignedUser");
  }

  private void move(String id, String group) {
    tickets.update(id, Form.empty().and("GroupId", group)).has(204);
  }

  @Test
  void theDeskShouldChooseWhereNobodyDid() {
    String bob = desk.idOf("bob");
    String given =
        tickets.open(form -> form.and("GroupId", "2").and("AssignedUser", TestDesk.ALICE));
    assertEquals(TestDesk.ALICE, technicianOf(given));
    assertTrue(
        tickets
            .audit(given)
            .contains("assignedOutsideGroup technician null %s".formatted(TestDesk.ALICE)));
    String chosen = open("2");
    assertEquals(bob, technicianOf(chosen));
    assertTrue(tickets.audit(chosen).contains("assigned technician null " + bob));
    assertTrue(tickets.messages(chosen).contains("MAIL ASSIGNED"));

    move(given, "1");
    assertEquals(TestDesk.ALICE, technicianOf(given));
    move(given, "2");
    assertEquals(bob, technicianOf(given));
    assertEquals(1, tickets.entries(given, "ASSIGNMENT"));
    tickets.update(given, Form.empty().and("AssignedUser", "").and("GroupId", "1")).has(204);
    assertEquals("null", technicianOf(given));

    away("bob", true);
    String nobodys = open("2");
    assertEquals("null", technicianOf(nobodys));
    assertTrue(tickets.audit(nobodys).contains("notAssigned technician null null"));
  }

  /** Nobody is passed over and nobody is chosen twice in a row, however many come at once. */
  @Test
  void turnsShouldBeTakenFairlyHoweverManyComeAtOnce() throws Exception {
    tickets.find(open("1"), "admin");

    List<Answer> answers =
        Rushes.of(40, i -> desk.register(Form.howTo().and("GroupId", "1"), "admin"));

    Map<String, Long> counts =
        answers.stream()
            .map(answer -> answer.created().json("assignedUser").asText())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertEquals(Map.of(TestDesk.ALICE, 20L, desk.idOf("rita"), 20L), counts);
    assertEquals(
        3,
        IntStream.range(0, 3).mapToObj(i -> technicianOf(open(""))).distinct().count(),
        "everybody gets a ticket without a group in turn");
  }
}
