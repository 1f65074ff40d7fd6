package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server whose operator chose other figures than the dialect's own. Source: docs/settings.md;
 * docs/dialects/tikting.md, sections "Tokens", "Logging in", "Registering a ticket" and "Lists".
 */
final class ServerSettingsTest {
  private static final TestDesk DESK =
      TestDesk.standingAt(
          Store.H2,
          Instant.parse("2026-03-04T10:00:00Z"),
          Map.of(
              "auth.token-days", "2",
              "auth.lockout-attempts", "3",
              "auth.lockout-minutes", "10",
              "tikting.max-list-length", "4",
              "tikting.json-casing", "camel"));

  private static Instant now = Instant.parse("2026-03-04T10:00:00Z");

  @AfterAll
  static void closeDesk() {
    DESK.close();
  }

  @BeforeEach
  void forgetTokensOfOtherDays() {
    DESK.forgetTokens();
  }

  private static void pass(Duration time) {
    now = now.plus(time);
    DESK.setClock(now).ok();
  }

  @Test
  void aTokenShouldBeGoodForTheDaysThatTheSettingSays() {
    String token = "Bearer " + DESK.tokenOf("alice");

    pass(Duration.ofDays(2).minusMillis(1));
    DESK.ask("GET", TestDesk.METADATA, token).ok();
    pass(Duration.ofMillis(1));
    DESK.ask("GET", TestDesk.METADATA, token).has(401);
  }

  @Test
  void anAccountShouldLockAtTheFailureAndForTheMinutesThatTheSettingsSay() {
    for (int i = 0; i < 2; i++) {
      DESK.logIn("carol", "wrong").has(401);
    }
    DESK.logIn("carol", "carol-demo").ok();
    for (int i = 0; i < 3; i++) {
      DESK.logIn("carol", "wrong").has(401);
    }

    pass(Duration.ofMinutes(10).minusMillis(1));
    Answer locked = DESK.logIn("carol", "carol-demo").has(401);
    pass(Duration.ofMillis(1));
    DESK.logIn("carol", "carol-demo").ok();

    assertEquals("Account is locked.", locked.json("detail").asText());
  }

  @ParameterizedTest
  @CsvSource({"3,3", "4,4", "5,4", "501,4", "0,4", "'',4"})
  void aPageShouldHaveTheRowsThatTheSettingSays(String length, int used) {
    while (Integer.parseInt(list("1").header("X-Total-Count")) < 6) {
      DESK.register(Form.howTo(), "alice").created();
    }

    Answer answer = list(length);

    assertEquals(Integer.toString(used), answer.header("X-Page-Size"));
    assertEquals(used, answer.json().size());
    assertTrue(answer.header("Link").contains("page=2&length=%d>".formatted(used)));
  }

  private static Answer list(String length) {
    return DESK.send(
            "POST",
            "/api/TicketsApi",
            r ->
                r.header("Authorization", "Bearer " + DESK.tokenOf("admin"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"length\":\"%s\"}".formatted(length))))
        .ok();
  }

  @ParameterizedTest
  @ValueSource(strings = {"register", "new"})
  void aNewTicketShouldHaveOneIdWhereAllIsCamelCase(String call) {
    Form form = Form.howTo().with("Requester", "alice");

    Answer created =
        DESK.post("/api/TicketsApi/" + call, form, "Bearer " + DESK.tokenOf("alice")).created();

    assertTrue(created.json("id").asLong() > 0);
    assertEquals(
        List.of(),
        created.keys().stream().filter(key -> Character.isUpperCase(key.charAt(0))).toList());
  }
}
