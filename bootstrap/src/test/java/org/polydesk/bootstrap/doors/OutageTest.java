package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.Form;
import org.polydesk.bootstrap.tikting.Retries;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** PostgreSQL goes away while the desk runs, and comes back. */
final class OutageTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final String REGISTER = "/api/TicketsApi/register";
  private static final String KEY = "an-outage";

  private static Answer register(TestDesk desk) {
    return Retries.send(desk, REGISTER, Form.howTo(), KEY, "alice");
  }

  private static Map<String, Answer> answers(TestDesk desk) {
    Visitor tikting = Visitor.tikting(desk, "alice");
    Visitor helpdesk = Visitor.helpdesk(desk, "alice");
    Visitor panel = Visitor.panel(desk, "demo-panel-token");
    Map<String, Supplier<Answer>> questions = new LinkedHashMap<>();
    questions.put("tikting", () -> tikting.get("/appmetadata"));
    questions.put("tikting write", () -> register(desk));
    questions.put("helpdesk", () -> helpdesk.get("Tickets"));
    questions.put(
        "taas", () -> desk.send("GET", "/ticketing/v1/tags?key=demo-primary-key", r -> r));
    questions.put("panel", () -> panel.get("/tickets"));
    questions.put("ready", () -> desk.send("GET", "/ready", r -> r));
    Map<String, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
    questions.forEach((door, ask) -> asked.put(door, CompletableFuture.supplyAsync(ask)));
    Map<String, Answer> answers = new LinkedHashMap<>();
    asked.forEach((door, answer) -> answers.put(door, answer.join()));
    return answers;
  }

  @Test
  void theDeskShouldSayThatItCannotAnswerAndGoOnAfterwards() {
    String direct = Store.POSTGRESQL.settings().get("database.url");
    URI store = URI.create(direct.substring("jdbc:".length()));
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (Cable cable = new Cable(store.getHost(), store.getPort());
        TestDesk desk =
            TestDesk.standingAt(Store.POSTGRESQL, MONDAY, settings(direct, store, cable, mail))) {
      desk.tokenOf("alice");
      Form reply =
          Form.empty()
              .with("Id", "1")
              .with("Title", "Re")
              .with("SendTo", "carol@acme.test")
              .with("Message", "It is back");
      cable.cut();

      answers(desk)
          .forEach(
              (door, answer) -> {
                assertEquals(503, answer.status(), door + ": " + answer.body());
                assertFalse(answer.body().matches("(?s).*(Exception|[Ss][Qq][Ll]|org\\.).*"), door);
              });
      assertEquals(200, desk.send("GET", "/health", r -> r).status());

      cable.plug();
      assertTrue(desk.until(() -> desk.send("GET", "/ready", r -> r).status() == 200));
      Map<String, Answer> after = answers(desk);
      assertEquals(201, after.remove("tikting write").status());
      after.forEach((door, answer) -> assertEquals(200, answer.status(), door));
      assertEquals(201, register(desk).status());
      assertEquals("1", desk.query("select count(*) from ticket"));
      desk.post("/api/TicketsApi/reply/1", reply, "Bearer " + desk.tokenOf("alice")).ok();
      assertTrue(mail.waitForIncomingEmail(60_000, 1), "nobody delivers any more");
    } finally {
      mail.stop();
    }
  }

  private static Map<String, String> settings(
      String direct, URI store, Cable cable, GreenMail mail) {
    return Map.of(
        "database.url",
        direct.replace(store.getAuthority(), "127.0.0.1:" + cable.port()),
        "mail.host",
        "127.0.0.1",
        "mail.port",
        Integer.toString(mail.getSmtp().getPort()),
        "mail.security",
        "none",
        "mail.from",
        "desk@polydesk.test",
        "public-base-url",
        "https://desk.polydesk.test");
  }
}
