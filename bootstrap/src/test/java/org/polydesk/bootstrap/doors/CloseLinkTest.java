package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** The link in the mail that a ticket was resolved: docs/dialects/tikting.md, "The close link". */
final class CloseLinkTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

  private static Answer ask(TestDesk desk, String verb, String path) {
    return desk.send(verb, path, request -> request);
  }

  private static String state(TestDesk desk, String ticket) {
    return Visitor.helpdesk(desk, "alice")
        .get("ticket?id=" + ticket)
        .ok()
        .json()
        .path("Status")
        .asText();
  }

  private static void assertReadable(String page) {
    Parser strict = Parser.htmlParser().setTrackErrors(50);
    Document document = Jsoup.parse(page, "", strict);
    assertEquals(List.of(), List.copyOf(strict.getErrors()), page);
    assertEquals("en", document.select("html").attr("lang"));
    assertFalse(document.title().isBlank());
    assertEquals(1, document.select("h1").size());
    assertEquals(1, document.select("main").size());
    assertTrue(document.select("meta[name=viewport]").hasAttr("content"));
    assertEquals(0, document.select("script, img, link, iframe, [src], [onclick]").size());
  }

  private static Map<String, String> settings(GreenMail mail) {
    return Map.of(
        "mail.host",
        "127.0.0.1",
        "mail.port",
        Integer.toString(mail.getSmtp().getPort()),
        "mail.security",
        "none",
        "mail.from",
        "desk@polydesk.test",
        "public-base-url",
        CloseLink.BASE);
  }

  @ParameterizedTest
  @EnumSource
  void aResolvedTicketShouldBeClosedOnceByItsLink(Store store) throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (TestDesk desk = TestDesk.standingAt(store, MONDAY, settings(mail))) {
      Visitor carol = Visitor.helpdesk(desk, "carol");
      String ticket =
          carol.form("ticket", "categoryId", "11", "subject", "A <b>&\"", "body", "b").ok().body();
      String link = resolved(desk, mail, ticket, MONDAY.plusSeconds(1));

      Answer page = ask(desk, "GET", link);
      assertEquals(200, page.status(), link + " " + page.body());
      assertReadable(page.body());
      assertTrue(page.body().contains("A &lt;b&gt;&amp;&quot;"), page.body());
      assertEquals("no-store", page.header("Cache-Control"));
      assertTrue(page.header("Content-Security-Policy").contains("default-src 'none'"));
      assertEquals(200, ask(desk, "HEAD", link).status());
      assertEquals("Resolved", state(desk, ticket));

      String other = link.replace("/close/1." + ticket + ".", "/close/1.999.");
      for (String wrong : List.of(other, link + "x", link.replaceAll("..$", "AA"), "/close/x")) {
        Answer refused = ask(desk, "POST", wrong);
        assertEquals(404, refused.status(), wrong);
        assertReadable(refused.body());
        assertEquals(ask(desk, "GET", "/close/nothing").body(), refused.body());
      }
      assertEquals("Resolved", state(desk, ticket));

      carol.form("comment", "id", ticket, "body", "Not yet.").ok();
      assertEquals(404, ask(desk, "POST", link).status());
      assertEquals("Reopened", state(desk, ticket));

      String again = resolved(desk, mail, ticket, MONDAY.plusSeconds(60));
      assertEquals(404, ask(desk, "POST", link).status());
      for (Answer closed : atOnce(20, () -> ask(desk, "POST", again))) {
        assertEquals(200, closed.status());
        assertTrue(closed.body().contains("is closed"));
      }
      assertEquals("Closed", state(desk, ticket));
      assertEquals("1", desk.query("select count(*) from entry where kind = 'CLOSURE'"));
      assertEquals(
          "carol",
          desk.query(
              "select u.user_name from entry e join app_user u on u.user_id = e.author_id"
                  + " where e.kind = 'CLOSURE'"));

      carol.form("comment", "id", ticket, "body", "Once more.").ok();
      assertEquals(404, ask(desk, "POST", again).status());

      String late = resolved(desk, mail, ticket, MONDAY.plusSeconds(120));
      Instant end = MONDAY.plusSeconds(60).plus(Duration.ofDays(14));
      desk.setClock(end.minusSeconds(1)).ok();
      assertEquals(200, ask(desk, "GET", late).status());
      desk.setClock(end).ok();
      assertEquals(404, ask(desk, "GET", late).status());
      assertEquals(404, ask(desk, "POST", late).status());

      desk.forgetTokens();
      carol.form("comment", "id", ticket, "body", "And again.").ok();
      String early = resolved(desk, mail, ticket, end.plusSeconds(1));
      aTicketWithOpenTasksShouldWait(desk, ticket, early, end.plusSeconds(1));
    } finally {
      mail.stop();
    }
  }

  /** The desk is on 127.0.0.1 here, as the demo is and what stands behind a proxy. */
  @ParameterizedTest
  @EnumSource
  void theButtonShouldCloseWhateverOriginABrowserNames(Store store) throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (TestDesk desk = TestDesk.standingAt(store, MONDAY, settings(mail))) {
      Visitor carol = Visitor.helpdesk(desk, "carol");
      String ticket =
          carol.form("ticket", "categoryId", "11", "subject", "s", "body", "b").ok().body();
      Instant now = MONDAY;
      for (String origin : List.of("null", "https://desk.example.org", desk.at("").toString())) {
        now = now.plusSeconds(1);
        String link = resolved(desk, mail, ticket, now);
        assertEquals("same-origin", ask(desk, "GET", link).header("Referrer-Policy"));

        Answer closed = desk.send("POST", link, request -> request.header("Origin", origin));

        assertEquals(200, closed.status(), origin);
        assertTrue(closed.body().contains("is closed"), closed.body());
        assertEquals("Closed", state(desk, ticket));
        carol.form("comment", "id", ticket, "body", "Not yet.").ok();
      }
    } finally {
      mail.stop();
    }
  }

  /** Neither the link nor the desk itself closes it, where tasks are to be done first. */
  private static void aTicketWithOpenTasksShouldWait(
      TestDesk desk, String ticket, String link, Instant resolvedAt) {
    desk.giveTask(ticket, "bob", false);
    desk.execute(
        "update desk_setting set setting = 'true'"
            + " where desk_id = 1 and name = 'closingNeedsTasksDone'");
    desk.execute(
        "insert into desk_setting (desk_id, name, setting) values (1, 'closeAfter', 'PT24H')");
    desk.execute("update desk set setup_version = setup_version + 1 where desk_id = 1");
    assertTrue(desk.until(() -> ask(desk, "GET", link).body().contains("cannot be closed yet")));

    Answer waiting = ask(desk, "POST", link);
    assertEquals(200, waiting.status());
    assertReadable(waiting.body());
    assertTrue(waiting.body().contains("cannot be closed yet"), waiting.body());
    assertFalse(waiting.body().contains("<form"), waiting.body());
    desk.setClock(resolvedAt.plus(Duration.ofDays(2))).ok();
    assertEquals("Resolved", state(desk, ticket));

    desk.completeTasks(ticket);
    assertTrue(ask(desk, "GET", link).body().contains("<form"));
    desk.setClock(resolvedAt.plus(Duration.ofDays(2)).plusSeconds(1)).ok();
    assertEquals("Closed", state(desk, ticket));
    assertEquals(
        "1",
        desk.query(
            "select count(*) from ticket where ticket_number = %s and closed_at = '%s'"
                .formatted(ticket, resolvedAt.plus(Duration.ofDays(2)).plusSeconds(1))));
    assertTrue(ask(desk, "GET", link).body().contains("is closed"));
  }

  /** The link in the mail that is written when the ticket is resolved. */
  private static String resolved(TestDesk desk, GreenMail mail, String ticket, Instant then)
      throws Exception {
    mail.purgeEmailFromAllMailboxes();
    Visitor.tikting(desk, "alice")
        .form(
            "/resolve/" + ticket,
            "TicketId",
            ticket,
            "Details",
            "Done.",
            "SubmitBy",
            "a1b2c3d4-e5f6-7890-abcd-ef1234567890")
        .ok();
    desk.setClock(then).ok();
    assertTrue(mail.waitForIncomingEmail(20_000, 1));
    return CloseLink.in(mail.getReceivedMessages()[0]);
  }

  private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(times);
    try {
      List<Future<Answer>> all =
          pool.invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList());
      return all.stream()
          .map(
              one -> {
                try {
                  return one.get();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              })
          .toList();
    } finally {
      pool.shutdownNow();
    }
  }
}
