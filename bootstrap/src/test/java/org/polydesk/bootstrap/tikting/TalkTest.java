package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the desk, requesters and their files say in a ticket. Source: docs/dialects/tikting.md,
 * section "Acting on a ticket".
 */
@OnEveryStore
final class TalkTest {
  private static final byte[] PDF = "%PDF-1.4 a page".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EXE = "MZ a program".getBytes(StandardCharsets.US_ASCII);

  private final TestDesk desk;
  private final Tickets tickets;

  TalkTest(Store store) {
    desk = store.shared();
    tickets = new Tickets(desk);
  }

  private static Form formOf(String verb, String id) {
    return switch (verb) {
      case "forward", "reply" -> Tickets.mail(id);
      case "close" -> Tickets.closing(id);
      case "resolve" -> Tickets.resolution(id);
      case "reqreply" -> Tickets.requesterReply(id, "alice");
      default -> Form.empty().file("a.pdf", PDF);
    };
  }

  @Test
  void aForwardShouldBeNoResponse() {
    String id = tickets.openFor("carol");

    Answer answer =
        tickets.act(
            "forward",
            id,
            Tickets.mail(id).and("CcTo", "x@y.test; z@y.test").and("HasDraft", "TRUE"),
            "alice");

    assertEquals("", answer.ok().body());
    assertEquals(List.of("CREATED", "FORWARD"), tickets.entries(id));
    assertEquals("null", tickets.field(id, "firstResponseOn"));
    assertEquals("1", tickets.field(id, "ticketStatusId"));
    assertTrue(tickets.messages(id).contains("MAIL FORWARDED"));
  }

  @Test
  void theFirstReplyShouldBeTheResponse() {
    String id = tickets.openFor("carol");

    assertEquals("", tickets.act("reply", id, Tickets.mail(id), "alice").ok().body());
    String first = tickets.field(id, "firstResponseOn");
    tickets.act("reply", id, Tickets.mail(id), "bob").ok();

    assertEquals(20, first.length());
    assertEquals(first, tickets.field(id, "firstResponseOn"));
    assertEquals("6", tickets.field(id, "ticketStatusId"));
    assertEquals(List.of("CREATED", "REPLY", "REPLY"), tickets.entries(id));
    assertEquals(2, tickets.messages(id).stream().filter("MAIL REPLIED"::equals).count());
  }

  @ParameterizedTest
  @CsvSource({"1,6", "2,2", "3,3", "4,4", "5,5", "6,6", "7,7"})
  void aReplyShouldMoveTheOpenRowOnly(int status, String then) {
    String id = tickets.openFor("carol", status);

    tickets.act("reply", id, Tickets.mail(id), "alice").ok();

    assertEquals(then, tickets.field(id, "ticketStatusId"));
  }

  @Test
  void theFilesOfAnEntryShouldBeKeptAndCounted() {
    for (String verb : List.of("forward", "reply", "reqreply", "close", "addfiles")) {
      String id = tickets.open();
      Form form = verb.equals("addfiles") ? Form.empty() : formOf(verb, id);

      Answer answer = tickets.act(verb, id, form.file("a.pdf", PDF).file("b.exe", EXE), "alice");

      assertEquals(verb.equals("close") ? 204 : 200, answer.status(), verb);
      assertEquals("1", answer.header("X-Skipped-Files"), verb);
      assertEquals(List.of("a.pdf"), tickets.files(id), verb);
      assertTrue(tickets.audit(id).contains("fileSkipped file null b.exe"), verb);
      assertTrue(tickets.audit(id).contains("fileAdded file null a.pdf"), verb);
      assertEquals(
          "a.pdf",
          tickets.find(id, "bob").ok().json("attachments").path(0).path("fileName").asText());
    }
  }

  @Test
  void filesThatAreNotTakenShouldLeaveNothing() {
    String id = tickets.open();
    List<String> entries = tickets.entries(id);

    Answer answer =
        tickets.act("addfiles", id, Form.empty().file("b.exe", EXE).file("c.sh", EXE), "alice");

    assertEquals("", answer.ok().body());
    assertEquals("2", answer.header("X-Skipped-Files"));
    assertEquals(List.of(), tickets.files(id));
    assertEquals(entries, tickets.entries(id));
    assertEquals("1", tickets.field(id, "version"));
  }

  @Test
  void aTicketShouldBeReadUntilItsRequesterWrites() {
    String id = tickets.openFor("carol");
    Tickets.Trace before = tickets.trace(id);

    assertEquals("", tickets.act("read", id, Form.empty(), "alice").ok().body());
    tickets.act("read", id, Form.empty(), "alice").ok();
    tickets.act("read", id, Form.empty(), "carol").ok();
    assertEquals(before, tickets.trace(id));
    assertRead(id, "alice", true);
    assertRead(id, "bob", false);

    tickets.act("reply", id, Tickets.mail(id), "bob").ok();
    assertRead(id, "alice", true);
    tickets.act("reqreply", id, Tickets.requesterReply(id, "carol"), "carol").ok();
    assertRead(id, "alice", false);
    assertRead(id, "carol", true);
  }

  private void assertRead(String id, String userName, boolean read) {
    assertEquals(read, tickets.find(id, userName).ok().json("isRead").asBoolean(), userName);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,6", "3,7", "4,7", "5,5", "6,6", "7,7"})
  void aRequestersWordShouldMoveTheTicket(int status, String then) {
    String id = tickets.openFor("carol", status);

    Answer answer = tickets.act("reqreply", id, Tickets.requesterReply(id, "CAROL"), "svc");

    assertEquals("", answer.ok().body());
    assertEquals(then, tickets.field(id, "ticketStatusId"));
    assertEquals(1, tickets.entries(id, "REQUESTER_REPLY"));
    assertEquals(then.equals("7") && status != 7 ? 1 : 0, tickets.entries(id, "REOPENING"));
    assertEquals("null", tickets.field(id, "resolvedOn"));
    assertEquals("null", tickets.field(id, "closedOn"));
  }

  @Test
  void aLockedTicketShouldKeepTheWordAndStayClosed() {
    String id = tickets.openFor("carol", 4);
    desk.execute("update ticket set locked = true where ticket_number = " + id);

    tickets.act("reqreply", id, Tickets.requesterReply(id, "carol"), "carol").ok();

    assertEquals("4", tickets.field(id, "ticketStatusId"));
    assertEquals(1, tickets.entries(id, "REQUESTER_REPLY"));
  }

  @Test
  void aRequesterShouldSpeakInHisOwnTicketsOnly() {
    String id = tickets.openFor("carol");

    for (String caller : List.of("svc", "alice", "dave")) {
      Answer answer =
          tickets.act("reqreply", id, Tickets.requesterReply(id, "dave"), caller).has(400);
      assertEquals("The ticket was not found.", answer.json("detail").asText());
    }
    assertEquals(
        "",
        tickets.act("reqreply", id, Tickets.requesterReply(id, "carol"), "dave").has(403).body());
    assertEquals(List.of("CREATED"), tickets.entries(id));
  }

  @Test
  void theTechnicianShouldHearOfTheWord() {
    String id = tickets.openFor("carol");
    tickets.act("pickup", id, Form.empty(), "bob").ok();

    tickets.act("reqreply", id, Tickets.requesterReply(id, "carol"), "carol").ok();

    assertTrue(tickets.messages(id).contains("MAIL REQUESTER_REPLIED"));
  }
}
