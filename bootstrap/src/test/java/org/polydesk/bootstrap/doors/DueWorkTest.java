package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** What time brings by itself, under the clock of the sandbox. */
final class DueWorkTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

  private static JsonNode ticket(Visitor alice, String id) {
    return alice.get("/" + id).ok().json();
  }

  /** A critical ticket is due after four business hours and escalates then and an hour later. */
  @ParameterizedTest
  @EnumSource
  void escalationsShouldFireAtTheirInstantsOnceAndNotOnHold(Store store) {
    try (TestDesk desk = TestDesk.standingAt(store, MONDAY)) {
      Visitor helpdesk = Visitor.helpdesk(desk, "alice");
      Visitor alice = Visitor.tikting(desk, "alice");
      String runs = open(helpdesk, "runs");
      String held = open(helpdesk, "held");
      helpdesk.form("UpdateTicket", "id", held, "statusId", "105").ok();

      desk.setClock(Instant.parse("2026-03-02T11:59:59Z")).ok();
      assertFalse(ticket(alice, runs).get("isEscalated").asBoolean());
      desk.setClock(Instant.parse("2026-03-02T12:00:00Z")).ok();
      assertTrue(ticket(alice, runs).get("isEscalated").asBoolean());
      assertEquals(1, ticket(alice, runs).get("escalationLevel").asInt());
      desk.setClock(Instant.parse("2026-03-02T13:00:00Z")).ok();
      assertEquals(2, ticket(alice, runs).get("escalationLevel").asInt());
      assertFalse(ticket(alice, held).get("isEscalated").asBoolean());
      desk.setClock(Instant.parse("2026-03-05T13:00:00Z")).ok();

      assertEquals("1", escalations(desk, runs, 1));
      assertEquals("1", escalations(desk, runs, 2));
      assertEquals("0", escalations(desk, held, 1));
      assertEquals(
          "2026-03-02 12:00:00",
          desk.query(
                  "select cast(happened_at at time zone 'UTC' as varchar(19)) from audit"
                      + " where action = 'escalated' and new_value = '1' and entity_key = '%s'"
                          .formatted(runs))
              .substring(0, 19));
      helpdesk.get("Close?id=" + runs).ok();
      assertFalse(ticket(alice, runs).get("isEscalated").asBoolean());
    }
  }

  private static final String LEVELS =
      """
      desks:
        - id: 1
          slas:
            defaultId: 1
            policies:
              - id: 1
                name: Standard
                calendarId: 1
                targets:
                  RESOLUTION: {1: 2400, 2: 960, 3: 480, 4: %d}
                  FIRST_RESPONSE: {1: 480, 2: 240, 3: 120, 4: 60}
                reopening: CONTINUE
                retargeting: RETROACTIVE
                levels:
                  - {number: 1, clock: RESOLUTION, offsetMinutes: -60}
                  - {number: 2, clock: RESOLUTION, offsetMinutes: 0}
                  - {number: 3, clock: RESOLUTION, offsetMinutes: 60}
      """;

  private static final String CLOSED_AT_NOON =
      """
      desks:
        - id: 1
          calendars:
            - id: 1
              name: Office
              zone: Europe/Paris
              minutesPerDay: 480
              weekly:
                MONDAY: ["09:00-11:00", "12:00-17:00"]
                TUESDAY: ["09:00-17:00"]
      """;

  /**
   * The worked example E01: opened at five in the afternoon in Paris with four hours of target, an
   * hour before, at and an hour after due.
   */
  @ParameterizedTest
  @EnumSource
  void levelsShouldFireAtTheInstantsOfTheWorkedExample(Store store) {
    try (TestDesk desk = TestDesk.standingAt(store, Instant.parse("2026-03-02T16:00:00Z"))) {
      desk.setUp(LEVELS.formatted(240));
      Visitor alice = Visitor.tikting(desk, "alice");
      waitForSetup();
      String id = open(Visitor.helpdesk(desk, "alice"), "E01");

      for (int level = 1; level <= 3; level++) {
        Instant fires = Instant.parse("2026-03-03T10:00:00Z").plus(Duration.ofHours(level));
        desk.setClock(fires.minusMillis(1)).ok();
        assertEquals(level - 1, ticket(alice, id).get("escalationLevel").asInt(), "E01 before");
        desk.setClock(fires).ok();
        assertEquals(level, ticket(alice, id).get("escalationLevel").asInt(), "E01 at");
        desk.setClock(fires).ok();
        assertEquals("1", escalations(desk, id, level));
        assertEquals(
            fires.toString(),
            desk.instant(
                "select happened_at from audit where action = 'escalated' and entity_key = '%s'"
                        .formatted(id)
                    + " and new_value = '%d'".formatted(level)));
      }
    }
  }

  /** Section 3, "priority changed", and section 4. */
  @ParameterizedTest
  @EnumSource
  void aLowerPriorityAfterABreachShouldClearTheStateAndKeepTheRecord(Store store) {
    try (TestDesk desk = TestDesk.standingAt(store, MONDAY)) {
      Visitor helpdesk = Visitor.helpdesk(desk, "alice");
      Visitor alice = Visitor.tikting(desk, "alice");
      String id = open(helpdesk, "late");
      desk.setClock(Instant.parse("2026-03-02T12:00:01Z")).ok();
      assertEquals("1", breaches(desk, id));
      assertTrue(isOverdue(alice, id));

      helpdesk.form("UpdateTicket", "id", id, "priority", "-1").ok();

      assertFalse(isOverdue(alice, id));
      assertEquals("1", breaches(desk, id));
      assertEquals("2026-03-06T16:00:00Z", due(desk, id));
    }
  }

  private static String breaches(TestDesk desk, String id) {
    return desk.query(
        "select count(*) from audit where action = 'breached' and field = 'RESOLUTION'"
            + " and entity_key = '%s'".formatted(id));
  }

  private static boolean isOverdue(Visitor alice, String id) {
    JsonNode page =
        alice.json("POST", "", "{\"listType\":\"MyOverdueTickets\",\"length\":100}").ok().json();
    return page.findValuesAsText("ticketId").contains(id);
  }

  private static String due(TestDesk desk, String id) {
    return desk.instant("select due_in_force_at from ticket where ticket_number = " + id);
  }

  /** An edited calendar or SLA moves the dates of open tickets and touches nothing else of them. */
  @ParameterizedTest
  @EnumSource
  void openTicketsShouldBeReckonedAnewWhenHoursOrTargetsAreEdited(Store store) {
    try (TestDesk desk = TestDesk.standingAt(store, MONDAY)) {
      Visitor helpdesk = Visitor.helpdesk(desk, "alice");
      List<String> open = IntStream.range(0, 3).mapToObj(i -> open(helpdesk, "open " + i)).toList();
      String held = open(helpdesk, "held");
      String closed = open(helpdesk, "closed");
      helpdesk.form("UpdateTicket", "id", held, "statusId", "105").ok();
      helpdesk.get("Close?id=" + closed).ok();
      String touched = touched(desk, open.get(2));
      assertEquals("2026-03-02T12:00:00Z", due(desk, open.get(2)));

      desk.setUp(CLOSED_AT_NOON);
      assertTrue(desk.until(() -> due(desk, open.get(2)).equals("2026-03-02T13:00:00Z")));
      desk.setUp(LEVELS.formatted(180));
      assertTrue(desk.until(() -> due(desk, open.get(2)).equals("2026-03-02T12:00:00Z")));
      assertEquals("2026-03-02T12:00:00Z", due(desk, open.get(0)));
      desk.setUp(LEVELS.formatted(300));
      assertTrue(desk.until(() -> due(desk, open.get(2)).equals("2026-03-02T14:00:00Z")));

      assertEquals(touched, touched(desk, open.get(2)));
      assertEquals("2026-03-02T12:00:00Z", due(desk, closed));
      desk.setClock(Instant.parse("2026-03-02T12:59:59Z")).ok();
      assertEquals("0", escalations(desk, open.get(1), 1));
      desk.setClock(Instant.parse("2026-03-02T13:00:00Z")).ok();
      assertEquals("1", escalations(desk, open.get(1), 1));
      desk.setClock(Instant.parse("2026-03-03T16:00:00Z")).ok();
      assertEquals("0", escalations(desk, held, 1));
      helpdesk.form("UpdateTicket", "id", held, "statusId", "1").ok();
      assertEquals("2026-03-09T14:00:00Z", due(desk, held));
      assertTrue(
          desk.until(() -> desk.query("select count(*) from sla_recalculation").equals("0")));
    }
  }

  private static String touched(TestDesk desk, String id) {
    return desk.instant("select updated_at from ticket where ticket_number = " + id);
  }

  /** Another process changed the setup; the server sees that a little later. */
  private static void waitForSetup() {
    LockSupport.parkNanos(Duration.ofMillis(2_500).toNanos());
  }

  private static String open(Visitor helpdesk, String subject) {
    return helpdesk
        .form(
            "ticket",
            "categoryId",
            "11",
            "subject",
            subject,
            "body",
            "b",
            "priorityId",
            "2",
            "assignedToUserId",
            "2")
        .ok()
        .body();
  }

  private static String escalations(TestDesk desk, String id, int level) {
    return desk.query(
        "select count(*) from audit where action = 'escalated' and new_value = '%d' and field = 'RESOLUTION' and entity_key = '%s'"
            .formatted(level, id));
  }
}
