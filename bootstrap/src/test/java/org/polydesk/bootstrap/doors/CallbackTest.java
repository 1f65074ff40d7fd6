package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polydesk.bootstrap.doors.CallbackReceiver.Call;
import org.polydesk.bootstrap.settings.SettingException;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Calls to a real server in this process: docs/notifications.md, section "Callbacks". */
final class CallbackTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private CallbackReceiver receiver;
  private Instant now = MONDAY;

  @BeforeEach
  void listen() throws IOException {
    receiver = new CallbackReceiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private TestDesk desk(String... more) {
    Map<String, String> settings = new HashMap<>(receiver.settings());
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return TestDesk.standingAt(Store.H2, MONDAY, settings);
  }

  private TestDesk desk(Store store) {
    now = MONDAY.plusMillis(123);
    return TestDesk.standingAt(store, now, receiver.settings());
  }

  private void pass(TestDesk desk, long seconds) {
    now = now.plusSeconds(seconds);
    desk.setClock(now).ok();
  }

  private static String open(TestDesk desk) {
    return Visitor.helpdesk(desk, "carol")
        .form("ticket", "categoryId", "11", "subject", "s", "body", "b")
        .ok()
        .body();
  }

  private static void resolve(TestDesk desk, String ticket) {
    Visitor.tikting(desk, "alice")
        .form(
            "/resolve/" + ticket,
            "TicketId",
            ticket,
            "Details",
            "Done — так.",
            "SubmitBy",
            "a1b2c3d4-e5f6-7890-abcd-ef1234567890")
        .ok();
  }

  @Test
  void everyMilestoneShouldBeCalledWithASignatureOverItsBody() throws Exception {
    try (TestDesk desk = desk()) {
      String ticket = open(desk);
      resolve(desk, ticket);
      pass(desk, 1);
      Visitor.helpdesk(desk, "carol").form("comment", "id", ticket, "body", "No.").ok();
      pass(desk, 1);
      Visitor.helpdesk(desk, "alice").get("Close?id=" + ticket + "&suppressNotification=true").ok();
      pass(desk, 1);

      assertEquals(
          List.of("resolved", "reopened", "closed"),
          receiver.calls().stream().map(call -> call.json().path("event").asText()).toList());
      JsonNode body = receiver.calls().get(0).json();
      assertEquals(ticket, body.path("ticketId").asText());
      assertEquals("2026-03-02T08:00:00Z", body.path("resolvedOn").asText());
      assertEquals("Done — так.", body.path("details").asText());
      assertEquals("a1b2c3d4-e5f6-7890-abcd-ef1234567890", body.path("resolvedBy").asText());
      assertTrue(body.path("guid").isTextual());
      for (Call call : receiver.calls()) {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
            new SecretKeySpec(
                CallbackReceiver.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertEquals(
            "sha256=" + HexFormat.of().formatHex(mac.doFinal(call.body())), call.signature());
      }
      assertEquals(3, receiver.calls().stream().map(Call::delivery).distinct().count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallShouldTellInEachAttemptWhatWasTrueWhenItHappened(Store store) {
    try (TestDesk desk = desk(store)) {
      String ticket = open(desk);
      receiver.answerWith(503);
      resolve(desk, ticket);
      pass(desk, 1);
      receiver.answerWith(200);
      Visitor.helpdesk(desk, "carol").form("comment", "id", ticket, "body", "No.").ok();
      pass(desk, 1);
      pass(desk, 60);

      List<Call> calls = receiver.calls();
      assertEquals(
          List.of("resolved", "reopened", "resolved"),
          calls.stream().map(call -> call.json().path("event").asText()).toList());
      assertArrayEquals(calls.get(0).body(), calls.get(2).body());
      assertEquals(calls.get(0).delivery(), calls.get(2).delivery());
      JsonNode resolved = calls.get(2).json();
      assertEquals("Resolved", resolved.path("status").asText());
      assertEquals("2026-03-02T08:00:00Z", resolved.path("resolvedOn").asText());
      JsonNode reopened = calls.get(1).json();
      assertEquals("Reopened", reopened.path("status").asText());
      assertTrue(reopened.path("resolvedOn").isNull());
      assertTrue(reopened.path("resolvedBy").isNull());
      assertTrue(reopened.path("details").isNull());
      assertEquals(
          List.of("2026-03-02T08:00:00.123Z", "2026-03-02T08:00:01.123Z"),
          calls.stream().map(Call::occurred).sorted().distinct().toList());
      assertEquals("2026-03-02T08:00:00.123Z", calls.get(2).occurred());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosingByItselfShouldTellWhenTheTicketWasResolvedAndWhenItWasDue(Store store) {
    try (TestDesk desk = desk(store)) {
      desk.setUp("desks: [{id: 1, settings: {closeAfterDays: 1}}]");
      LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
      resolve(desk, open(desk));
      pass(desk, Duration.ofDays(3).toSeconds());
      pass(desk, 1);

      Call closed = receiver.calls().get(1);
      assertEquals("closed", closed.json().path("event").asText());
      assertEquals("Closed", closed.json().path("status").asText());
      assertEquals("2026-03-02T08:00:00Z", closed.json().path("resolvedOn").asText());
      assertEquals("Done — так.", closed.json().path("details").asText());
      assertEquals("2026-03-03T08:00:00.123Z", closed.occurred());
      assertEquals(
          "2026-03-03T08:00:00.123Z",
          desk.instant("select written_at from entry where kind = 'CLOSURE'"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosingShouldNotTellOfTheResolutionOfAnEarlierRound(Store store) {
    try (TestDesk desk = desk(store)) {
      String ticket = open(desk);
      resolve(desk, ticket);
      pass(desk, 1);
      Visitor.helpdesk(desk, "carol").form("comment", "id", ticket, "body", "No.").ok();
      pass(desk, 1);
      Visitor.helpdesk(desk, "alice").get("Close?id=" + ticket).ok();
      pass(desk, 1);

      JsonNode closed = receiver.calls().get(2).json();
      assertEquals("closed", closed.path("event").asText());
      assertTrue(closed.path("resolvedOn").isNull());
      assertTrue(closed.path("resolvedBy").isNull());
      assertTrue(closed.path("details").isNull());
    }
  }

  @Test
  void aFailedCallShouldBeRepeatedWithGrowingPausesAndThenGivenUp() {
    receiver.answerWith(503);
    try (TestDesk desk = desk()) {
      resolve(desk, open(desk));
      long[] pauses = {1, 61, 301, 1_801, 7_201, 21_601, 86_401};
      for (int i = 0; i < pauses.length; i++) {
        pass(desk, pauses[i]);
        assertEquals(Math.min(i + 1, 6), receiver.calls().size());
      }

      assertEquals(1, receiver.calls().stream().map(Call::delivery).distinct().count());
      assertEquals(
          "DEAD The receiver answered with 503.",
          desk.query("select state || ' ' || remark from outbox where channel = 'CALLBACK'"));
    }
  }

  @Test
  void figuresShouldTellWhatWaitsAndWhatCameOfIt() {
    receiver.answerWith(503);
    try (TestDesk desk = desk("metrics.enabled", "true")) {
      resolve(desk, open(desk));
      pass(desk, 30);

      String waiting = desk.send("GET", "/metrics", request -> request).ok().body();
      assertTrue(waiting.contains("polydesk_outbox_waiting{channel=\"callback\"} 1.0"), waiting);
      assertTrue(
          waiting.contains("polydesk_outbox_oldest_seconds{channel=\"callback\"} 30.0"), waiting);
      assertTrue(
          waiting.contains("polydesk_deliveries_total{channel=\"callback\",result=\"failed\"} 1.0"),
          waiting);

      receiver.answerWith(200);
      pass(desk, 60);
      String delivered = desk.send("GET", "/metrics", request -> request).ok().body();
      assertTrue(
          delivered.contains("polydesk_outbox_waiting{channel=\"callback\"} 0.0"), delivered);
      assertTrue(
          delivered.contains(
              "polydesk_deliveries_total{channel=\"callback\",result=\"delivered\"} 1.0"),
          delivered);
    }
    try (TestDesk desk = desk()) {
      assertEquals(404, desk.send("GET", "/metrics", request -> request).status());
    }
  }

  @Test
  void redirectsShouldNotBeFollowed() {
    receiver.answerWith(302);
    try (TestDesk desk = desk()) {
      resolve(desk, open(desk));
      pass(desk, 1);

      assertEquals(List.of("/hook"), receiver.calls().stream().map(Call::path).toList());
      assertEquals(
          "WAITING The receiver answered with 302.",
          desk.query("select state || ' ' || remark from outbox where channel = 'CALLBACK'"));
    }
  }

  @Test
  void namesOfPrivateAddressesShouldBeRefused() {
    try (TestDesk desk = desk("tpi.allow-private", "false", "tpi.url", url("localhost"))) {
      resolve(desk, open(desk));
      pass(desk, 1);

      assertEquals(
          "The address leads to this computer or a private network, which tpi.allow-private"
              + " forbids.",
          desk.query("select remark from outbox where channel = 'CALLBACK'"));
    }
    assertEquals(List.of(), receiver.calls());
  }

  private String url(String host) {
    return "http://%s:%d/hook".formatted(host, receiver.port());
  }

  @Test
  void privateAddressesShouldStopTheStart() {
    for (String host : List.of("127.0.0.1", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "10.1.2.3")) {
      assertEquals(
          "tpi.url is \"%s\", which leads to this computer or a private network;"
                  .formatted(url(host))
              + " tpi.allow-private forbids that.",
          refusal("tpi.allow-private", "false", "tpi.url", url(host)));
    }
    assertEquals(
        "tpi.url is \"http://example.org:65536/hook\"; it must be an http or https address without"
            + " query and with a port up to 65535 if any, such as https://desk.example.org.",
        refusal("tpi.url", "http://example.org:65536/hook"));
  }

  private String refusal(String... settings) {
    return assertThrows(SettingException.class, () -> desk(settings).close()).getMessage();
  }
}
