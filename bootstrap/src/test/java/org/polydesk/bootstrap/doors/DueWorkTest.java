package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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
