package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.doors.ScriptedMailServer.AfterData;
import org.polydesk.bootstrap.settings.SettingException;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Mail to a real server in this process: docs/notifications.md. */
final class MailTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final long PATIENCE = 20_000;

  private GreenMail server;
  private Instant now;

  @BeforeEach
  void startServer() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    now = MONDAY;
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  private static Map<String, String> settings(int port) {
    return Map.of(
        "mail.host",
        "127.0.0.1",
        "mail.port",
        Integer.toString(port),
        "mail.security",
        "none",
        "mail.from",
        "desk@polydesk.test",
        "mail.timeout-seconds",
        "1",
        "public-base-url",
        "https://desk.polydesk.test");
  }

  private TestDesk desk(Store store) {
    return TestDesk.standingAt(store, MONDAY, settings(server.getSmtp().getPort()));
  }

  private void pass(TestDesk desk, long seconds) {
    now = now.plusSeconds(seconds);
    desk.setClock(now).ok();
  }

  /** The mails that have come since the last call, once there are this many of them. */
  private List<MimeMessage> mails(TestDesk desk, int expected) throws MessagingException {
    pass(desk, 1);
    assertTrue(server.waitForIncomingEmail(PATIENCE, expected), "there are fewer mails");
    pass(desk, 1);
    List<MimeMessage> mails = new ArrayList<>(Arrays.asList(server.getReceivedMessages()));
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
    assertEquals(expected, mails.size());
    return mails;
  }

  private static Set<String> recipients(MimeMessage mail) throws MessagingException {
    Set<String> all = new TreeSet<>();
    for (Address address : mail.getAllRecipients()) {
      all.add(((jakarta.mail.internet.InternetAddress) address).getAddress());
    }
    return all;
  }

  private static List<BodyPart> parts(MimeMultipart content)
      throws MessagingException, IOException {
    List<BodyPart> parts = new ArrayList<>();
    for (int i = 0; i < content.getCount(); i++) {
      if (content.getBodyPart(i).getContent() instanceof MimeMultipart inner) {
        parts.addAll(parts(inner));
      } else {
        parts.add(content.getBodyPart(i));
      }
    }
    return parts;
  }

  private static List<BodyPart> parts(MimeMessage mail) throws MessagingException, IOException {
    return parts((MimeMultipart) mail.getContent());
  }

  private static String text(MimeMessage mail) throws MessagingException, IOException {
    return (String) parts(mail).get(0).getContent();
  }

  private static String html(MimeMessage mail) throws MessagingException, IOException {
    return (String) parts(mail).get(1).getContent();
  }

  private static String register(Visitor alice, String... more) {
    List<String> pairs =
        new ArrayList<>(
            List.of(
                "Title",
                "Screen <broken>\r\nBcc: evil@x.test",
                "Description",
                "It fell & broke <badly>.",
                "CreatorId",
                "d0000000-0000-4000-8000-000000000005",
                "SiteId",
                "1",
                "DepartmentId",
                "1",
                "TicketStatusId",
                "1",
                "TicketType",
                "1",
                "TicketPriorityId",
                "4",
                "TicketCategoryId",
                "10"));
    if (!List.of(more).contains("Cc")) {
      pairs.addAll(List.of("Cc", "boss@acme.test"));
    }
    pairs.addAll(List.of(more));
    Answer answer = alice.form("/register", pairs.toArray(String[]::new));
    assertEquals(201, answer.status(), answer.body());
    return answer.json().path("id").asText();
  }

  private static final String BOB = "d0000000-0000-4000-8000-000000000003";
  private static final String ALICE = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

  @ParameterizedTest
  @EnumSource
  void everyMailShouldReachThoseItIsForAndNobodyElse(Store store) throws Exception {
    try (TestDesk desk = desk(store)) {
      Visitor alice = Visitor.tikting(desk, "alice");

      String id = register(alice, "AssignedUser", BOB);
      MimeMessage assigned = mails(desk, 1).get(0);
      assertEquals(Set.of("bob@demo.test"), recipients(assigned));
      assertEquals("[#" + id + "] Screen <broken> Bcc: evil@x.test", assigned.getSubject());
      assertTrue(text(assigned).contains("A ticket was assigned to you."), text(assigned));
      assertTrue(text(assigned).contains("It fell & broke <badly>."), text(assigned));
      assertTrue(html(assigned).contains("It fell &amp; broke &lt;badly&gt;."), html(assigned));
      assertEquals("auto-generated", assigned.getHeader("Auto-Submitted", null));
      assertEquals(
          "desk+1." + id + "@polydesk.test",
          ((jakarta.mail.internet.InternetAddress) assigned.getReplyTo()[0]).getAddress());
      String thread = assigned.getHeader("References", null);
      assertEquals(thread, assigned.getHeader("In-Reply-To", null));

      alice
          .form(
              "/reply/" + id,
              "Id",
              id,
              "Title",
              "Re",
              "SendTo",
              "carol@acme.test",
              "CcTo",
              "x@acme.test",
              "Message",
              "<p>We <b>look</b> at it.</p>")
          .ok();
      MimeMessage replied = mails(desk, 2).get(0);
      assertEquals(Set.of("carol@acme.test", "x@acme.test"), recipients(replied));
      assertEquals("Re", replied.getSubject());
      assertTrue(text(replied).contains("We look at it."), text(replied));
      assertTrue(html(replied).contains("<p>We <b>look</b> at it.</p>"), html(replied));
      assertEquals(thread, replied.getHeader("References", null));

      forwardWithFile(alice, id, "größe.txt", "text/plain", "line 1\nline 2");
      MimeMessage forwarded = mails(desk, 1).get(0);
      assertEquals(Set.of("vendor@out.test"), recipients(forwarded));
      assertEquals("Fwd", forwarded.getSubject());
      BodyPart file = parts(forwarded).get(2);
      assertEquals("größe.txt", jakarta.mail.internet.MimeUtility.decodeText(file.getFileName()));
      assertEquals(
          "line 1\nline 2",
          new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8));

      alice
          .form("/resolve/" + id, "TicketId", id, "Details", "New screen.", "SubmitBy", ALICE)
          .ok();
      List<MimeMessage> resolved = mails(desk, 2);
      assertEquals(Set.of("boss@acme.test", "carol@acme.test"), recipients(resolved.get(0)));
      String mail = text(resolved.get(0)).replace("\r\n", "\n");
      assertEquals(
          """
          Your request was resolved.

          #%1$s Screen <broken> Bcc: evil@x.test
          Status: Resolved
          Priority: Critical
          Opened: Mar 2, 2026, 8:00 AM (UTC)

          New screen.

          Is everything as you want it? Then you can close the request:
          https://desk.polydesk.test/close/1.%1$s.0.

          --\s
          Ticket %1$s. This mail was written by the help desk itself.
          """
              .formatted(id)
              .strip(),
          mail.replaceAll("(/close/1\\.\\d+\\.0\\.)\\S+", "$1").replace('\u202f', ' ').strip());
      assertTrue(
          text(resolved.get(0)).contains("https://desk.polydesk.test/close/1." + id + ".0."),
          text(resolved.get(0)));

      Visitor carol = Visitor.tikting(desk, "carol");
      carol
          .form(
              "/reqreply/" + id, "Id", id, "Username", "carol", "Title", "No", "Message", "Still.")
          .ok();
      MimeMessage back = mails(desk, 1).get(0);
      assertEquals(Set.of("bob@demo.test"), recipients(back));
      assertTrue(text(back).contains("Carol Demo replied to the desk."), text(back));

      assertEquals(
          204,
          alice
              .form(
                  "/close/" + id,
                  "TicketId",
                  id,
                  "CloseBy",
                  ALICE,
                  "Acknowledged",
                  "true",
                  "Comments",
                  "Done.")
              .status());
      MimeMessage closed = mails(desk, 2).get(0);
      assertEquals(Set.of("boss@acme.test", "carol@acme.test"), recipients(closed));
      assertEquals("0", desk.query("select count(*) from outbox where state = 'DEAD'"));
      assertEquals(
          "0",
          desk.query("select count(*) from outbox where channel = 'MAIL' and state = 'WAITING'"));
    }
  }

  private static void forwardWithFile(
      Visitor alice, String id, String name, String mediaType, String content) {
    StringBuilder body = new StringBuilder();
    for (String[] field :
        new String[][] {
          {"Id", id}, {"Title", "Fwd"}, {"SendTo", "vendor@out.test"}, {"Message", "Please."}
        }) {
      body.append("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(field[0]))
          .append(field[1])
          .append("\r\n");
    }
    body.append(
        """
        --b\r
        Content-Disposition: form-data; name="Uploads"; filename="%s"\r
        Content-Type: %s\r
        \r
        %s\r
        --b--\r
        """
            .formatted(name, mediaType, content));
    alice.send("POST", "/forward/" + id, "multipart/form-data; boundary=b", body.toString()).ok();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsNamedTwiceShouldGetOneMail(Store store) throws Exception {
    try (TestDesk desk = desk(store)) {
      reply(desk, "Carol@acme.test; x@acme.test", "carol@ACME.test, X@acme.test, boss@acme.test");
      MimeMessage mail = mails(desk, 3).get(0);

      assertEquals("Carol@acme.test, x@acme.test", mail.getHeader("To", ","));
      assertEquals("boss@acme.test", mail.getHeader("Cc", ","));

      Visitor alice = Visitor.tikting(desk, "alice");
      String id = register(alice, "Cc", "CAROL@acme.test, boss@acme.test");
      alice.form("/resolve/" + id, "TicketId", id, "Details", "d", "SubmitBy", ALICE).ok();
      mail = mails(desk, 2).get(0);

      assertEquals("Carol Demo <carol@acme.test>", mail.getHeader("To", ","));
      assertEquals("boss@acme.test", mail.getHeader("Cc", ","));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAttachedMailShouldArriveAsItIs(Store store) throws Exception {
    String attached =
        "From: a@x.test\r\nSubject: Größe\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
            + ".\r\nÄrger über 1 = 1\r\n";
    try (TestDesk desk = desk(store)) {
      Visitor alice = Visitor.tikting(desk, "alice");
      String id = register(alice);
      for (String type :
          List.of("message/rfc822", "Message/Global", "multipart/mixed; boundary=x")) {
        forwardWithFile(alice, id, "mail.eml", type, attached);

        List<BodyPart> parts = parts(mails(desk, 1).get(0));

        assertEquals(3, parts.size(), type);
        assertEquals("mail.eml", parts.get(2).getFileName());
        assertEquals(
            attached,
            new String(parts.get(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void anEscalationShouldReachTheTechnicianAtItsInstant() throws Exception {
    try (TestDesk desk = desk(Store.H2)) {
      register(Visitor.tikting(desk, "alice"), "AssignedUser", BOB);
      mails(desk, 1);

      now = Instant.parse("2026-03-02T12:00:00Z");
      pass(desk, -1);
      assertEquals(0, server.getReceivedMessages().length);
      MimeMessage mail = mails(desk, 1).get(0);

      assertEquals(Set.of("bob@demo.test"), recipients(mail));
      assertTrue(text(mail).contains("its time is running out"), text(mail));
    }
  }

  /** The same for all doors: docs/notifications.md, "Who is told what". */
  @ParameterizedTest
  @EnumSource
  void aClosingShouldBeToldToTheRequesterIfTheDeskWantsThat(Store store) throws Exception {
    try (TestDesk desk = desk(store)) {
      closeThroughEachDoor(desk);
      List<MimeMessage> mails = mails(desk, 4);
      for (MimeMessage mail : mails) {
        assertEquals(Set.of("carol@acme.test"), recipients(mail));
        assertTrue(text(mail).contains("Your request was closed."), text(mail));
      }

      desk.setUp("desks: [{id: 1, settings: {notifications: {onCloseAcknowledged: false}}}]");
      LockSupport.parkNanos(Duration.ofMillis(3_500).toNanos());
      closeThroughEachDoor(desk);
      mails(desk, 0);
    }
  }

  private static String opened(TestDesk desk) {
    return Visitor.helpdesk(desk, "carol")
        .form(
            "ticket", "categoryId", "11", "subject", "s", "body", "b", "suppressConfirmation", "1")
        .ok()
        .body();
  }

  /** By the desk; and by the requester himself, who is told by none. */
  private static void closeThroughEachDoor(TestDesk desk) {
    Visitor helpdesk = Visitor.helpdesk(desk, "alice");
    helpdesk.form("UpdateTicket", "id", opened(desk), "statusId", "3").ok();
    helpdesk
        .form("UpdateTicket", "id", opened(desk), "statusId", "3", "suppressNotification", "true")
        .ok();
    helpdesk.get("Close?id=" + opened(desk)).ok();
    helpdesk.get("Close?suppressNotification=true&id=" + opened(desk)).ok();
    closeInTaas(desk, "POST", "alice@demo.test");
    closeInTaas(desk, "PUT", "alice@demo.test");
    closeInTaas(desk, "POST", "carol@acme.test");
    Visitor.helpdesk(desk, "carol").get("Close?id=" + opened(desk)).ok();
    String tikting = opened(desk);
    assertEquals(
        204,
        Visitor.tikting(desk, "alice")
            .form("/close/" + tikting, "TicketId", tikting, "CloseBy", ALICE)
            .status());
  }

  private static void closeInTaas(TestDesk desk, String verb, String email) {
    String body =
        """
        {"status": "Closed", "user": {"id": "u", "name": "U", "email": "%s"}}
        """
            .formatted(email);
    Answer answer =
        new Visitor(desk, "/ticketing/v1/tickets/", "X-None", "none")
            .json(verb, opened(desk) + "/status?key=demo-primary-key", body);
    assertTrue(answer.status() < 300, answer.body());
  }

  @Test
  void whoeverWantsNoMailShouldGetNone() throws Exception {
    try (TestDesk desk = desk(Store.H2)) {
      Visitor.helpdesk(desk, "admin")
          .form("UpdateUser", "userId", "3", "enableEmailNotifications", "false")
          .ok();

      register(Visitor.tikting(desk, "alice"), "AssignedUser", BOB);
      pass(desk, 1);

      assertEquals("SKIPPED", desk.query("select state from outbox where channel = 'MAIL'"));
      assertEquals(0, server.getReceivedMessages().length);
    }
  }

  @Test
  void mailShouldArriveOnceTheServerIsBack() throws Exception {
    int port = server.getSmtp().getPort();
    server.stop();
    try (TestDesk desk = TestDesk.standingAt(Store.H2, MONDAY, settings(port))) {
      register(Visitor.tikting(desk, "alice"), "AssignedUser", BOB);
      pass(desk, 1);
      assertEquals(
          "The mail server cannot be reached, or broke off.",
          desk.query("select remark from outbox where channel = 'MAIL'"));

      server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      server.start();
      pass(desk, 30);
      assertEquals(0, server.getReceivedMessages().length);
      pass(desk, 60);

      assertTrue(server.waitForIncomingEmail(PATIENCE, 1));
      pass(desk, 3_600);
      assertEquals(1, server.getReceivedMessages().length);
      assertEquals("DELIVERED", desk.query("select state from outbox where channel = 'MAIL'"));
    }
  }

  @Test
  void aServerThatNeverAnswersShouldHoldUpNobodyElse() throws Exception {
    try (java.net.ServerSocket mute =
            new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
        TestDesk desk = TestDesk.standingAt(Store.H2, MONDAY, settings(mute.getLocalPort()))) {
      Visitor alice = Visitor.tikting(desk, "alice");
      String id = register(alice, "AssignedUser", BOB);

      alice.get("/" + id).ok();
      pass(desk, 1);

      assertEquals(
          "1",
          desk.query(
              "select count(*) from outbox where state = 'WAITING'"
                  + " and channel = 'MAIL' and attempts >= 1"));
      alice.get("/" + id).ok();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStopShouldFinishTheMailThatIsSentAndLeaveTheOthers(Store store) {
    try (ScriptedMailServer slow = new ScriptedMailServer(address -> "250 ok")) {
      slow.afterData(AfterData.WAIT);
      Map<String, String> patient = new HashMap<>(settings(slow.port()));
      patient.put("mail.timeout-seconds", "60");
      TestDesk desk = TestDesk.standingAt(store, MONDAY, patient);
      Visitor alice = Visitor.tikting(desk, "alice");
      register(alice, "AssignedUser", BOB);
      register(alice, "AssignedUser", BOB);
      assertTrue(desk.until(() -> slow.taken().size() == 1));

      CompletableFuture<Void> stopping = CompletableFuture.runAsync(desk::stop);
      while (!workersAreWaitedFor()) {
        assertFalse(stopping.isDone());
      }
      slow.afterData(AfterData.ACCEPT);
      stopping.join();

      assertEquals(1, slow.taken().size());
      String mails = "select count(*) from outbox where channel = 'MAIL' and ";
      assertEquals("1", desk.query(mails + "state = 'DELIVERED' and attempts = 1"));
      assertEquals("1", desk.query(mails + "state = 'WAITING' and attempts = 0"));
      desk.close();
    }
  }

  private static boolean workersAreWaitedFor() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().endsWith("scheduler.ExecutorUtils"));
  }

  @Test
  void oneRefusedAddressShouldNotKeepTheMailFromTheOthers() {
    try (ScriptedMailServer picky =
            new ScriptedMailServer(
                address -> address.startsWith("gone") ? "550 unknown" : "250 ok");
        TestDesk desk = TestDesk.standingAt(Store.H2, MONDAY, settings(picky.port()))) {
      reply(desk, "carol@acme.test", "gone@acme.test");
      pass(desk, 1);

      assertEquals(List.of("carol@acme.test"), picky.taken().get(0).recipients());
      assertEquals(
          "DELIVERED Refused for gone@acme.test.",
          desk.query("select state || ' ' || remark from outbox where event = 'REPLIED'"));
      pass(desk, 86_400);
      assertEquals(1, picky.taken().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAddressThatNoMailCanCarryShouldNotKeepTheMailFromTheOthers(Store store) {
    boolean[] busy = {true};
    try (ScriptedMailServer picky =
            new ScriptedMailServer(address -> busy[0] ? "451 later" : "250 ok");
        TestDesk desk = TestDesk.standingAt(store, MONDAY, settings(picky.port()))) {
      Visitor alice = Visitor.tikting(desk, "alice");
      String id = register(alice);
      for (String odd : List.of(".odd@acme.test", "odd.@acme.test")) {
        Answer refused =
            alice.form(
                "/reply/" + id,
                "Id",
                id,
                "Title",
                "Re",
                "SendTo",
                "a@x.test",
                "CcTo",
                odd,
                "Message",
                "m");
        assertEquals(400, refused.status(), odd);
        assertTrue(refused.json().path("errors").has("CcTo"), refused.body());
      }

      reply(desk, "carol@acme.test", "odd@acme.test");
      pass(desk, 1);
      desk.execute(
          "update outbox set missing = '', to_addresses = 'carol@acme.test,odd.@acme.test'"
              + " where event = 'REPLIED'");
      busy[0] = false;
      pass(desk, 61);

      assertEquals(List.of("carol@acme.test"), picky.taken().get(0).recipients());
      assertEquals(
          "DELIVERED No mail can be addressed to odd.@acme.test.",
          desk.query("select state || ' ' || remark from outbox where event = 'REPLIED'"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void addressesInOtherLettersShouldBeWrittenAsTheServerTakesThem(Store store) {
    try (ScriptedMailServer old = new ScriptedMailServer(address -> "250 ok");
        TestDesk desk = TestDesk.standingAt(store, MONDAY, settings(old.port()))) {
      reply(desk, "carol@übung.test", "jörg@acme.test");
      pass(desk, 1);

      assertEquals(List.of("carol@xn--bung-zra.test"), old.taken().get(0).recipients());
      assertFalse(old.taken().get(0).text().contains("acme.test"), old.taken().get(0).text());
      assertEquals(
          "DELIVERED The mail server does not offer SMTPUTF8, without which it cannot reach"
              + " jörg@acme.test.",
          desk.query("select state || ' ' || remark from outbox where event = 'REPLIED'"));

      reply(desk, "jörg@acme.test", "");
      pass(desk, 1);

      assertEquals(1, old.taken().size());
      assertEquals("1", desk.query("select count(*) from outbox where state = 'DEAD'"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void addressesInOtherLettersShouldBeReachedByAServerThatOffersIt(Store store) {
    try (ScriptedMailServer modern = new ScriptedMailServer(address -> "250 ok");
        TestDesk desk = TestDesk.standingAt(store, MONDAY, settings(modern.port()))) {
      modern.offer("SMTPUTF8");
      reply(desk, "carol@übung.test", "jörg@acme.test");
      pass(desk, 1);

      ScriptedMailServer.Taken mail = modern.taken().get(0);
      assertEquals(List.of("carol@xn--bung-zra.test", "jörg@acme.test"), mail.recipients());
      assertTrue(mail.text().contains("\nCc: jörg@acme.test\n"), mail.text());
      assertEquals(
          "1",
          desk.query("select count(*) from outbox where event = 'REPLIED' and remark is null"));
    }
  }

  @Test
  void aMailShouldSayWhyItWaits() {
    try (ScriptedMailServer plain = new ScriptedMailServer(address -> "250 ok")) {
      Map<String, String> safe = new HashMap<>(settings(plain.port()));
      safe.put("mail.security", "starttls");
      try (TestDesk desk = TestDesk.standingAt(Store.H2, MONDAY, safe)) {
        reply(desk, "carol@acme.test", "");
        pass(desk, 1);

        assertEquals(
            "The mail server does not offer STARTTLS.",
            desk.query("select remark from outbox where event = 'REPLIED'"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.from", "mail.reply-to"})
  void anAddressOfTheDeskThatMailsCannotCarryShouldStopTheStart(String name) {
    for (String odd : List.of("desk.@polydesk.test", "büro@polydesk.test")) {
      Map<String, String> settings = new HashMap<>(settings(server.getSmtp().getPort()));
      settings.put(name, odd);

      RuntimeException refusal =
          assertThrows(
              RuntimeException.class,
              () -> TestDesk.standingAt(Store.H2, MONDAY, settings).close());

      assertTrue(refusal.getMessage().startsWith(name + " is"), refusal.getMessage());
    }
  }

  @Test
  void anAddressThatIsBusyShouldGetTheMailLaterAndAlone() {
    boolean[] busy = {true};
    try (ScriptedMailServer picky =
            new ScriptedMailServer(
                address -> busy[0] && address.startsWith("slow") ? "451 later" : "250 ok");
        TestDesk desk = TestDesk.standingAt(Store.H2, MONDAY, settings(picky.port()))) {
      reply(desk, "carol@acme.test", "slow@acme.test");
      pass(desk, 1);
      busy[0] = false;
      pass(desk, 61);

      assertEquals(
          List.of(List.of("carol@acme.test"), List.of("slow@acme.test")),
          picky.taken().stream().map(ScriptedMailServer.Taken::recipients).toList());
      assertEquals("DELIVERED", desk.query("select state from outbox where event = 'REPLIED'"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalShouldNotBeForgottenWhileOthersAreWaitedFor(Store store) {
    String[] toSlow = {"451 later"};
    try (ScriptedMailServer picky =
            new ScriptedMailServer(
                address ->
                    address.startsWith("gone")
                        ? "550 unknown"
                        : address.startsWith("slow") ? toSlow[0] : "250 ok");
        TestDesk desk = TestDesk.standingAt(store, MONDAY, settings(picky.port()))) {
      String remark = "select state || ' ' || remark from outbox where event = 'REPLIED'";
      reply(desk, "carol@acme.test", "gone@acme.test, slow@acme.test");
      pass(desk, 1);
      assertEquals(
          "WAITING Some addresses could not be reached yet. Refused for gone@acme.test.",
          desk.query(remark));

      picky.greet("421 not now");
      pass(desk, 61);
      assertEquals(
          "WAITING The mail server does not let the desk send. Refused for gone@acme.test.",
          desk.query(remark));
      picky.greet("220 ready");
      toSlow[0] = "250 ok";
      pass(desk, 301);

      assertEquals("DELIVERED Refused for gone@acme.test.", desk.query(remark));
      assertEquals(
          List.of(List.of("carol@acme.test"), List.of("slow@acme.test")),
          picky.taken().stream().map(ScriptedMailServer.Taken::recipients).toList());
    }
  }

  /** Revived, it goes to those alone who did not get it by the last attempt. */
  @ParameterizedTest
  @EnumSource
  void aMailThatIsGivenUpShouldKeepWhoStillMissesIt(Store store) {
    Set<String> busy = new HashSet<>(Set.of("carol@acme.test", "slow@acme.test"));
    try (ScriptedMailServer picky =
            new ScriptedMailServer(
                address ->
                    address.startsWith("gone")
                        ? "550 unknown"
                        : busy.contains(address) ? "451 later" : "250 ok");
        TestDesk desk = TestDesk.standingAt(store, MONDAY, settings(picky.port()))) {
      reply(desk, "carol@acme.test", "gone@acme.test, slow@acme.test");
      pass(desk, 1);
      for (int minutes : new int[] {1, 5, 30, 120, 360, 720, 1_440}) {
        pass(desk, minutes * 60L + 1);
      }
      busy.remove("carol@acme.test");
      pass(desk, 1_440 * 60L + 1);

      String end = "select state || ' ' || remark from outbox where event = 'REPLIED'";
      assertTrue(desk.until(() -> desk.query(end).startsWith("DEAD")));
      assertEquals(
          "DEAD Some addresses could not be reached yet. Refused for gone@acme.test.",
          desk.query(end));
      busy.clear();
      desk.command(
          "outbox", "retry", desk.query("select delivery_id from outbox where event = 'REPLIED'"));
      pass(desk, 1);
      assertTrue(desk.until(() -> picky.taken().size() == 2));
      assertEquals(
          List.of(List.of("carol@acme.test"), List.of("slow@acme.test")),
          picky.taken().stream().map(ScriptedMailServer.Taken::recipients).toList());
    }
  }

  @Test
  void aMailWhoseEndIsUnknownShouldBeRepeatedUnderTheSameId() {
    try (ScriptedMailServer broken = new ScriptedMailServer(address -> "250 ok");
        TestDesk desk = TestDesk.standingAt(Store.H2, MONDAY, settings(broken.port()))) {
      broken.afterData(AfterData.DROP);
      reply(desk, "carol@acme.test", "");
      pass(desk, 1);
      assertEquals(
          "The mail server broke off and may have taken the mail.",
          desk.query("select remark from outbox where event = 'REPLIED'"));
      broken.afterData(AfterData.ACCEPT);
      pass(desk, 61);
      pass(desk, 86_400);

      List<String> ids =
          broken.taken().stream()
              .map(mail -> mail.text().replaceAll("(?s).*\nMessage-ID: ([^\n]*).*", "$1"))
              .toList();
      assertEquals(2, ids.size());
      assertEquals(ids.get(0), ids.get(1));
      assertEquals("DELIVERED", desk.query("select state from outbox where event = 'REPLIED'"));
    }
  }

  @Test
  void aMailThatIsRefusedForGoodShouldBeGivenUpAndCanBeRevived() {
    try (ScriptedMailServer strict = new ScriptedMailServer(address -> "250 ok");
        TestDesk desk = TestDesk.standingAt(Store.H2, MONDAY, settings(strict.port()))) {
      strict.afterData(AfterData.REFUSE);
      reply(desk, "carol@acme.test", "");
      pass(desk, 1);

      assertEquals(
          "DEAD The mail server refuses the mail with code 554.",
          desk.query("select state || ' ' || remark from outbox where event = 'REPLIED'"));
      String listed = desk.command("outbox", "list");
      String ticket = desk.query("select max(ticket_number) from ticket");
      assertTrue(listed.contains("  mail  replied  #" + ticket + "  carol@acme.test  "), listed);
      strict.afterData(AfterData.ACCEPT);
      desk.command("outbox", "retry");
      pass(desk, 1);
      String state = "select state from outbox where event = 'REPLIED'";
      assertTrue(desk.until(() -> desk.query(state).equals("DELIVERED")));
    }
  }

  @Test
  void aMailThatCannotBeWrittenShouldHoldUpNoOther(@TempDir Path templates) throws Exception {
    Files.writeString(
        templates.resolve("mail.txt"),
        "{% if subject == 'poison' %}{{ 1 / 0 }}{% endif %}{{ headline }}");
    Map<String, String> settings = new HashMap<>(settings(server.getSmtp().getPort()));
    settings.put("mail.templates", templates.toString());
    settings.put("metrics.enabled", "true");
    try (TestDesk desk = TestDesk.standingAt(Store.H2, MONDAY, settings)) {
      Visitor alice = Visitor.helpdesk(desk, "alice");
      for (String subject : List.of("poison", "fine")) {
        alice
            .form(
                "ticket",
                "categoryId",
                "10",
                "subject",
                subject,
                "body",
                "b",
                "assignedToUserId",
                "3")
            .ok();
      }

      MimeMessage mail = mails(desk, 1).get(0);

      assertEquals("[#2] fine", mail.getSubject());
      assertEquals(
          "WAITING A template of mail.templates cannot be filled:",
          desk.query(
              "select state || ' ' || substring(remark from 1 for 46) from outbox where channel = 'MAIL'"
                  + " and state <> 'DELIVERED'"));
      String figures = desk.send("GET", "/metrics", request -> request).ok().body();
      assertTrue(
          figures.contains("polydesk_deliveries_total{channel=\"mail\",result=\"failed\"} 1.0"),
          figures);
      for (int i = 0; i < 8; i++) {
        pass(desk, 86_400);
      }
      assertEquals(
          "1", desk.query("select count(*) from outbox where channel = 'MAIL' and state = 'DEAD'"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatCannotBeReadShouldLeaveNoConnectionBehind(Store store) throws Exception {
    boolean[] busy = {true};
    try (ScriptedMailServer picky =
            new ScriptedMailServer(address -> busy[0] ? "451 later" : "250 ok");
        TestDesk desk = TestDesk.standingAt(store, MONDAY, settings(picky.port()))) {
      Visitor alice = Visitor.tikting(desk, "alice");
      forwardWithFile(alice, register(alice), "a.txt", "text/plain", "a");
      reply(desk, "carol@acme.test", "");
      pass(desk, 1);
      for (String file : desk.files()) {
        Files.delete(Path.of(file));
      }
      busy[0] = false;
      pass(desk, 61);

      assertEquals(
          List.of(List.of("carol@acme.test")),
          picky.taken().stream().map(ScriptedMailServer.Taken::recipients).toList());
      assertEquals(1, picky.brokenOff().size());
      assertFalse(picky.brokenOff().get(0).contains("NOOP"), picky.brokenOff().get(0));
      assertEquals(
          "WAITING A file that goes with it cannot be read.",
          desk.query("select state || ' ' || remark from outbox where event = 'FORWARDED'"));
    }
  }

  @Test
  void templatesThatCannotBeUsedShouldStopTheStart(@TempDir Path templates) throws Exception {
    Path file = Files.writeString(templates.resolve("a-file"), "");
    assertEquals(
        "mail.templates is \"%s\"; it must be a directory that is there.".formatted(file),
        refusal("mail.templates", file.toString()));
    assertEquals(
        "mail.templates is \"%s/none\"; it must be a directory that is there.".formatted(templates),
        refusal("mail.templates", templates + "/none"));
    Path russian = templates.resolve("sentences_ru.properties");
    Files.writeString(russian, "headline.RESOLVED=Done {0");
    assertEquals(
        "mail.templates holds sentences_ru.properties, where headline.RESOLVED is no sentence that"
            + " can be filled: \"Done {0\".",
        refusal("mail.templates", templates.toString()));
    Files.writeString(russian, "footer={0,date}");
    assertEquals(
        "mail.templates holds sentences_ru.properties, where footer is no sentence that can be"
            + " filled: \"{0,date}\".",
        refusal("mail.templates", templates.toString()));
    Files.delete(russian);
    Files.writeString(templates.resolve("sentences_en.properties"), "footer=\\u00zz");
    assertEquals(
        "mail.templates holds sentences_en.properties, which is no .properties file in UTF-8.",
        refusal("mail.templates", templates.toString()));
    assertEquals(
        "mail.password is set, which needs mail.user too.", refusal("mail.password", "secret"));
  }

  private String refusal(String setting, String value) {
    Map<String, String> settings = new HashMap<>(settings(server.getSmtp().getPort()));
    settings.put(setting, value);
    return assertThrows(
            SettingException.class, () -> TestDesk.standingAt(Store.H2, MONDAY, settings).close())
        .getMessage();
  }

  private static void reply(TestDesk desk, String to, String cc) {
    Visitor alice = Visitor.tikting(desk, "alice");
    String id = register(alice);
    alice
        .form(
            "/reply/" + id,
            "Id",
            id,
            "Title",
            "Re",
            "SendTo",
            to,
            "CcTo",
            cc,
            "Message",
            "We look at it.")
        .ok();
  }

  @Test
  void mailsShouldSpeakTheRecipientsLanguageAndZone() throws Exception {
    try (TestDesk desk = desk(Store.H2)) {
      desk.execute(
          "update app_user set language = 'ru', zone = 'Asia/Tokyo' where user_name = 'bob'");
      register(Visitor.tikting(desk, "alice"), "AssignedUser", BOB);
      MimeMessage mail = mails(desk, 1).get(0);

      assertTrue(text(mail).contains("Вам назначена заявка."), text(mail));
      assertTrue(text(mail).contains("17:00 (Asia/Tokyo)"), text(mail));
      assertTrue(html(mail).contains("<html lang=\"ru\">"));
      assertFalse(GreenMailUtil.getHeaders(mail).contains("evil@x.test\r\nBcc"));
      assertNull(mail.getHeader("Bcc"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReplyShouldSpeakTheLanguageAndZoneOfWhoeverHasTheAddress(Store store) throws Exception {
    Map<String, String> settings = new HashMap<>(settings(server.getSmtp().getPort()));
    settings.put("system.time-zone", "Europe/Paris");
    try (TestDesk desk = TestDesk.standingAt(store, MONDAY, settings)) {
      desk.setUp(
          """
          desks:
            - id: 1
              people:
                - {userName: yuri, email: yuri@acme.test, role: MEMBER, language: ru, zone: Asia/Tokyo}
                - {userName: paul, email: paul@acme.test, role: MEMBER}
          """);

      reply(desk, "x@out.test, YURI@acme.test", "");
      MimeMessage mail = mails(desk, 2).get(0);
      assertTrue(html(mail).contains("<html lang=\"ru\">"), html(mail));
      assertTrue(text(mail).contains("17:00 (Asia/Tokyo)"), text(mail));

      for (String whom : List.of("paul@acme.test", "nobody@out.test")) {
        reply(desk, whom, "");
        mail = mails(desk, 1).get(0);
        assertTrue(html(mail).contains("<html lang=\"en\">"), html(mail));
        assertTrue(text(mail).contains("(Europe/Paris)"), text(mail));
      }

      Visitor.helpdesk(desk, "admin")
          .form(
              "CreateUser", "username", "nina", "email", "nina@acme.test", "password", "nina-nina")
          .ok();
      assertEquals(
          "Europe/Paris", desk.query("select zone from app_user where user_name = 'nina'"));
    }
  }
}
