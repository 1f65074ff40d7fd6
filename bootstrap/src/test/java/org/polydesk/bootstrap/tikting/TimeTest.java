package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a desk when time passes. Source: docs/dialects/tikting.md, sections "Tokens",
 * "Logging in" and "Registering a ticket"; docs/sla.md.
 */
@OnEveryStore
final class TimeTest {
  /** A Wednesday, 11:00 in Paris. */
  private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

  private final TestDesk desk;

  TimeTest(Store store) {
    desk = TestDesk.standingAt(store, START);
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  private void passed(Duration time) {
    desk.setClock(START.plus(time)).ok();
  }

  @Test
  void aTokenShouldBeGoodForSevenDays() {
    String token = "Bearer " + desk.tokenOf("alice");

    passed(Duration.ofDays(7).minusMillis(1));
    desk.ask("GET", TestDesk.METADATA, token).ok();
    passed(Duration.ofDays(7));

    Answer answer = desk.ask("GET", TestDesk.METADATA, token).has(401);
    assertEquals("Bearer error=\"invalid_token\"", answer.header("WWW-Authenticate"));
    assertEquals("", answer.body());
  }

  @Test
  void fiveFailuresShouldLockForFiveMinutes() {
    for (int i = 0; i < 5; i++) {
      refused("carol", "wrong", "Invalid username or password.");
    }
    refused("carol", "carol-demo", "Account is locked.");
    refused("carol@acme.test", "carol-demo", "Account is locked.");
    refused("carol", "wrong", "Invalid username or password.");
    desk.logIn("dave", "dave-demo").ok();

    passed(Duration.ofMinutes(5).minusMillis(1));
    refused("carol", "wrong", "Invalid username or password.");
    refused("carol", "carol-demo", "Account is locked.");
    passed(Duration.ofMinutes(5));
    desk.logIn("carol", "carol-demo").ok();
    assertEquals(
        List.of("lockedOut 1", "signInFailed 5", "signInWhileLocked 5", "signedIn 1"),
        desk.rows(
            "select action, count(*) from audit where entity = 'user' and entity_key = 'carol'"
                + " and door <> 'desk file' group by action order by action"));
  }

  @Test
  void logInsOfNobodyAndByADirectoryShouldBeWrittenDownWithoutASecret() {
    String directory = "{\"Email\":\"%s\",\"Password\":\"my-secret\",\"Domain\":\"CORP\"}";
    refused("my-secret", "my-secret", "Invalid username or password.");
    for (String name : List.of("carol", "x".repeat(5_000))) {
      Answer answer =
          desk.post(TestDesk.AUTHENTICATE, "application/json", directory.formatted(name)).has(401);
      assertEquals("Invalid username or password.", answer.json("detail").asText());
    }

    assertEquals(
        List.of("1  signInUnknown", "1  signInUnknown", "1 carol signInByDirectory"),
        desk.rows(
            "select desk_id, entity_key, action from audit where entity = 'user'"
                + " and action like 'signIn%' order by entity_key"));
    assertEquals(
        "0",
        desk.query(
            "select count(*) from audit where coalesce(entity_key, '') || coalesce(old_value, '')"
                + " || coalesce(new_value, '') like '%my-secret%'"));
  }

  @Test
  void aSuccessShouldForgiveFailures() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 4; i++) {
        refused("carol", "wrong", "Invalid username or password.");
      }
      desk.logIn("carol", "carol-demo").ok();
    }
  }

  private void refused(String userName, String password, String sentence) {
    Answer answer = desk.logIn(userName, password).has(401);
    assertEquals("Unauthorized", answer.json("title").asText());
    assertEquals(sentence, answer.json("detail").asText());
  }

  /** Eight business hours a day, 9 to 17 in Paris, of which two have gone by. */
  @Test
  void theSlaShouldSayWhenATicketIsDue() {
    assertDue("1", "2026-03-11T10:00:00Z", "2026-03-05T10:00:00Z");
    assertDue("2", "2026-03-06T10:00:00Z", "2026-03-04T14:00:00Z");
    assertDue("3", "2026-03-05T10:00:00Z", "2026-03-04T12:00:00Z");
    assertDue("4", "2026-03-04T14:00:00Z", "2026-03-04T11:00:00Z");
  }

  private void assertDue(String priority, String due, String response) {
    Form form = Form.howTo().with("TicketPriorityId", priority);
    Answer asked = desk.register(form.with("DueDate", "2026-03-05T00:00:00Z"), "alice").created();
    Answer silent = desk.register(form, "alice").created();

    for (Answer answer : new Answer[] {asked, silent}) {
      assertEquals(due, answer.json("dueDate").asText());
      assertEquals(response, answer.json("responseDueDate").asText());
      assertEquals("2026-03-04T10:00:00Z", answer.json("createdOn").asText());
      assertEquals(1, answer.json("slaId").asInt());
    }
  }

  @Test
  void aTicketWithoutATargetShouldBeDueWhenSomebodySaid() {
    Form form = Form.howTo().without("TicketPriorityId");

    Answer asked = desk.register(form.with("DueDate", "2026-03-04T10:00:01Z"), "alice").created();
    Answer silent = desk.register(form, "alice").created();
    Answer late = desk.register(form.with("DueDate", "2026-03-04T10:00:00Z"), "alice");

    assertEquals("2026-03-04T10:00:01Z", asked.json("dueDate").asText());
    assertTrue(silent.json("dueDate").isNull());
    late.refuses("DueDate", "The due date must be after now.");
  }

  @Test
  void aTicketShouldBeOverdueOnceItsDueDateHasPassed() {
    String path =
        "/api/TicketsApi/" + desk.registerWith("TicketPriorityId", "4").created().json("id");
    Duration target = Duration.ofHours(4);

    assertEquals("false", desk.get(path, "alice").json("isOverdue").toString());
    passed(target);
    assertEquals("false", desk.get(path, "alice").json("isOverdue").toString());
    passed(target.plusSeconds(1));
    assertEquals("true", desk.get(path, "alice").json("isOverdue").toString());
  }

  @Test
  void theClockShouldOnlyBeSetForwardsAndByAdministrators() {
    Answer set = desk.setClock(START.plusSeconds(60)).ok();
    assertEquals("{\"now\":\"2026-03-04T10:01:00Z\",\"running\":false}", set.body());

    assertEquals(400, desk.setClock(START).status());
    assertEquals(401, desk.ask("GET", "/sandbox/clock", null).status());
    assertEquals(403, desk.ask("GET", "/sandbox/clock", "Bearer demo-token-alice").status());
    assertEquals(401, desk.ask("GET", "/sandbox/clock", "Bearer nonsense").status());
    assertEquals(set.body(), desk.setClock(START.plusSeconds(60)).ok().body());
  }
}
