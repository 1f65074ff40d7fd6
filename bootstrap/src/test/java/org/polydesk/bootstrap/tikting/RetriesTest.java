package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, section "Retries and lost updates". */
@OnEveryStore
final class RetriesTest {

  private final Store store;
  private final TestDesk desk;
  private final Tickets tickets;

  RetriesTest(Store store) {
    this.store = store;
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private Answer send(String path, Form form, String key, String userName) {
    return Retries.send(desk, path, form, key, userName);
  }

  private static Form formOf(String verb, String id) {
    return switch (verb) {
      case "register" -> Form.howTo();
      case "new" ->
          Form.empty().and("Title", "T").and("Description", "D").and("Requester", "carol");
      case "reqreply" -> Tickets.requesterReply(id, "alice");
      case "addfiles" -> Form.empty().and("Note", "x");
      default -> Tickets.mail(id);
    };
  }

  private static String pathOf(String verb, String id) {
    return Tickets.BASE + (verb.equals("register") || verb.equals("new") ? verb : verb + "/" + id);
  }

  private List<String> stored() {
    return desk.rows(
        "select (select count(*) from ticket), (select count(*) from entry),"
            + " (select count(*) from attachment), (select count(*) from outbox)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"register", "new", "reply", "forward", "reqreply", "addfiles"})
  void aRepetitionShouldGetTheFirstAnswer(String verb) {
    String id = tickets.open();
    String key = newKey();
    Form form = formOf(verb, id).file("a.pdf", Tickets.PDF).file("b.exe", Tickets.PDF);

    Answer first = send(pathOf(verb, id), form, key, "alice");
    List<String> stored = stored();
    Tickets.Trace trace = tickets.trace(id);
    Answer again = send(pathOf(verb, id), form, key, "alice");
    Answer other = send(pathOf(verb, id), form.and("More", "x"), key, "alice").has(409);
    Answer files =
        send(pathOf(verb, id), formOf(verb, id).file("c.pdf", Tickets.PDF), key, "alice").has(409);

    assertEquals(first.status(), again.status());
    assertEquals(first.body(), again.body());
    for (String header : new String[] {"Location", "ETag", "X-Skipped-Files", "Content-Type"}) {
      assertEquals(first.header(header), again.header(header), header);
    }
    assertEquals("true", again.header("Idempotent-Replay"));
    assertNull(first.header("Idempotent-Replay"));
    assertEquals("Conflict", other.json("title").asText());
    assertEquals(other.bodyWithoutTrace(), files.bodyWithoutTrace());
    assertEquals(stored, stored());
    assertEquals(trace, tickets.trace(id));
  }

  @Test
  void aKeyShouldBelongToItsUserAndItsPath() {
    String key = newKey();
    Answer alices = send(TestDesk.REGISTER, Form.howTo(), key, "alice").created();
    Answer bobs = send(TestDesk.REGISTER, Form.howTo(), key, "bob").created();

    assertNotEquals(alices.json("id"), bobs.json("id"));
    String id = alices.json("id").asText();
    send(pathOf("reply", id), Tickets.mail(id), key, "alice").has(409);
  }

  @Test
  void aRefusedRequestShouldNotUseTheKeyUp() {
    String key = newKey();
    send(TestDesk.REGISTER, Form.howTo().with("SiteId", "9"), key, "alice").has(400);
    send(TestDesk.REGISTER, Form.howTo().without("Title"), key, "alice").has(400);
    send(pathOf("reply", Tickets.MISSING), Tickets.mail(Tickets.MISSING), key, "alice").has(400);

    Answer answer = send(TestDesk.REGISTER, Form.howTo(), key, "alice").created();

    assertNull(answer.header("Idempotent-Replay"));
  }

  /** The client hung up before it heard what became of its request. */
  @Test
  void aRequestWhoseAnswerNobodyHeardShouldCountOnce() throws IOException {
    String key = newKey();
    int before = desk.stored().tickets();
    Form form = Form.howTo();
    Retries.sendAndHangUp(desk, TestDesk.REGISTER, form, key, "alice");

    String id = send(TestDesk.REGISTER, form, key, "alice").created().json("id").asText();

    assertEquals(id, send(TestDesk.REGISTER, form, key, "alice").created().json("id").asText());
    assertTrue(desk.until(() -> desk.stored().tickets() == before + 1));
  }

  @Test
  void aKeyThatIsNoneShouldBeRefused() {
    send(TestDesk.REGISTER, Form.howTo(), "", "alice").has(400);
    send(TestDesk.REGISTER, Form.howTo(), "k".repeat(256), "alice").has(400);
    send(TestDesk.REGISTER, Form.howTo(), newKey() + "k".repeat(219), "alice").created();
  }

  @Test
  void aKeyShouldBeForgottenAfterADay() {
    Instant start = Instant.parse("2026-03-04T10:00:00Z");
    try (TestDesk standing = TestDesk.standingAt(store, start)) {
      String key = newKey();
      String first = register(standing, key);

      standing.setClock(start.plus(Duration.ofHours(24))).ok();
      assertEquals(first, register(standing, key));
      standing.setClock(start.plus(Duration.ofHours(24)).plusMillis(1)).ok();
      String second = register(standing, key);
      assertNotEquals(first, second);
      assertEquals(second, register(standing, key));
    }
  }

  @Test
  void aKeyShouldOutliveTheServer() {
    try (TestDesk mortal = TestDesk.running(store)) {
      String key = newKey();
      String first = register(mortal, key);

      mortal.restart();

      assertEquals(first, register(mortal, key));
      assertEquals("1", mortal.query("select count(*) from ticket"));
    }
  }

  private static String register(TestDesk desk, String key) {
    return Retries.send(desk, TestDesk.REGISTER, Form.howTo(), key, "alice")
        .created()
        .json("id")
        .asText();
  }
}
