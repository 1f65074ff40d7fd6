package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.Form;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Sections "Updating", "Time and forwarding", "Roles" and "Relations" of the Helpdesk dialect. */
@OnEveryStore
final class HelpdeskWorkTest {
  private final TestDesk desk;
  private final Visitor alice;
  private final Visitor carol;

  HelpdeskWorkTest(Store store) {
    this.desk = store.shared();
    this.alice = Visitor.helpdesk(desk, "alice");
    this.carol = Visitor.helpdesk(desk, "carol");
  }

  private String open(String subject) {
    return carol
        .form("ticket", "categoryId", "11", "subject", subject, "body", "It burns.")
        .ok()
        .body();
  }

  private JsonNode ticket(String id) {
    return alice.get("ticket?id=" + id).ok().json();
  }

  /** Of what Tikting knows below a category this dialect says nothing. */
  @Test
  void updateShouldGiveATicketWithASubcategoryAnotherCategory() {
    Form form = Form.howTo().and("TicketSubCategoryId", "100").and("ItemId", "1000");
    String id = desk.register(form, "alice").created().json("id").asText();

    alice.form("UpdateTicket", "id", id, "categoryId", "11").ok();

    assertEquals(11, ticket(id).get("CategoryID").asInt());
    Answer tikting = Visitor.tikting(desk, "alice").get("/" + id).ok();
    assertTrue(tikting.json("ticketSubCategoryId").isNull());
    assertTrue(tikting.json("itemId").isNull());
  }

  @Test
  void updateShouldCorrectWhenATicketWasOpenedAndClosed() {
    String id = open("Old");

    alice.form("UpdateTicket", "id", id, "date", "2024-03-04 05:06:07", "closeDate", "x").has(400);
    alice.form("UpdateTicket", "id", id, "date", "2024-03-04T05:06:07Z").ok();
    alice.form("UpdateTicket", "id", id, "closeDate", "2024-03-05").ok();
    assertTrue(ticket(id).get("ResolvedDate").isNull());
    alice.form("UpdateTicket", "id", id, "statusId", "3", "closeDate", "3/6/2024 10:00:00").ok();

    JsonNode ticket = ticket(id);
    assertEquals("2024-03-04T05:06:07Z", ticket.get("IssueDate").asText());
    assertEquals("2024-03-06T10:00:00Z", ticket.get("ResolvedDate").asText());
    alice.form("UpdateTicket", "id", id, "closeDate", "2024-03-03").has(400);
    alice.form("UpdateTicket", "id", id, "date", "2024-03-07").has(400);
    alice.form("UpdateTicket", "id", id, "date", "2999-01-01", "subject", "No").has(400);
    carol.form("UpdateTicket", "id", id, "date", "2024-01-01").has(403);
    assertEquals(ticket, ticket(id));
    alice.form("UpdateTicket", "id", id, "statusId", "2").ok();
    assertTrue(ticket(id).get("ResolvedDate").isNull());
  }

  private String mailsOf(String ticket) {
    return desk.query(
        "select count(*) from outbox o join ticket t on t.ticket_id = o.ticket_id"
            + " where o.channel <> 'CALLBACK' and t.ticket_number = "
            + ticket);
  }

  @Test
  void suppressedNotificationShouldMailNobody() {
    String quiet = open("Quiet");
    String loud = open("Loud");
    String before = mailsOf(quiet);
    String beforeLoud = mailsOf(loud);

    alice
        .form("UpdateTicket", "id", quiet, "assignedUserId", "3", "suppressNotification", "True")
        .ok();
    alice.form("UpdateTicket", "id", loud, "assignedUserId", "3").ok();

    assertEquals(before, mailsOf(quiet));
    assertFalse(beforeLoud.equals(mailsOf(loud)));
    assertEquals("3", ticket(quiet).get("AssignedToUserID").asText());
  }

  @Test
  void timeShouldAddUpAndBeLogged() {
    String id = open("Work");

    assertEquals(
        "", alice.query("AddTimeSpent", "ticketId", id, "timeSpentInSeconds", "90").ok().body());
    alice.form("addtimespent", "ticketId", id, "timeSpentInSeconds", "30", "statusId", "2").ok();
    alice.form("UpdateTicket", "id", id, "timeSpentInSeconds", "100").ok();

    assertEquals(100, ticket(id).get("TimeSpentInSeconds").asInt());
    assertEquals(2, ticket(id).get("StatusID").asInt());
    Answer log = carol.get("TimeSpentLog?ticketId=" + id).ok();
    List<Integer> times = new ArrayList<>();
    log.json().forEach(line -> times.add(line.get("TimeSpentInSeconds").asInt()));
    assertEquals(List.of(90, 30, -20), times);
    assertEquals("alice", log.json().get(0).get("UserName").asText());
    assertEquals(id, log.json().get(0).get("TicketID").asText());
    Visitor.helpdesk(desk, "dave").get("TimeSpentLog?ticketId=" + id).has(404);
  }

  @ParameterizedTest
  @CsvSource({"-101", "2147483648", "many", "''", "99999999999999999999"})
  void impossibleTimesShouldBeRefused(String seconds) {
    String id = open("Work");
    alice.form("AddTimeSpent", "ticketId", id, "timeSpentInSeconds", "100").ok();

    alice
        .form("AddTimeSpent", "ticketId", id, "timeSpentInSeconds", seconds, "statusId", "3")
        .has(400);
    alice
        .form("AddTimeSpent", "ticketId", id, "timeSpentInSeconds", "1", "statusId", "77777")
        .has(400);
    carol.form("AddTimeSpent", "ticketId", id, "timeSpentInSeconds", "1").has(403);
    alice.form("AddTimeSpent", "ticketId", "99999999", "timeSpentInSeconds", "1").has(404);

    assertEquals(100, ticket(id).get("TimeSpentInSeconds").asInt());
    assertEquals(1, ticket(id).get("StatusID").asInt());
  }

  @Test
  void forwardShouldMailAndBeALineForTechniciansOnly() {
    String id = open("Forwarded");

    String answer =
        alice
            .form(
                "ForwardTicket",
                "id",
                id,
                "to",
                "x@other.test; y@other.test",
                "cc",
                "z@other.test",
                "body",
                "Please look")
            .ok()
            .body();

    assertEquals("", answer);
    JsonNode line = alice.get("comments?id=" + id).ok().json().get(0);
    assertEquals("<!--html-->Please look", line.get("Body").asText());
    assertEquals("x@other.test,y@other.test,z@other.test", line.get("Recipients").asText());
    assertTrue(line.get("ForTechsOnly").asBoolean());
    assertFalse(carol.get("comments?id=" + id).ok().body().contains("Please look"));
    alice.form("ForwardTicket", "id", id, "body", "To nobody").has(400);
    alice.form("ForwardTicket", "id", id, "to", "no address", "body", "No").has(400);
    alice.form("ForwardTicket", "id", "99999999", "to", "x@other.test").has(404);
    carol.form("ForwardTicket", "id", id, "to", "x@other.test", "body", "No").has(403);
  }

  /** What only technicians may see, in every method that tells of a ticket. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ticket?id=%s",
        "comments?id=%s",
        "Attachments?id=%s",
        "Search?query=%s",
        "Tickets?count=300",
        "TimeSpentLog?ticketId=%s",
        "Subscribers?id=%s"
      })
  void whatIsForTechniciansShouldNeverReachAUser(String method) {
    String word = "secret" + System.identityHashCode(new Object());
    String id = open("Public");
    alice.form("comment", "id", id, "body", word + " note", "forTechsOnly", "true").ok();
    Answer file = alice.upload("comment?forTechsOnly=1&body=" + word, id, "f", word + ".txt", word);
    file.ok();
    String path = method.formatted(method.startsWith("Search") ? word : id);

    for (String name : List.of("carol", "mona")) {
      Answer answer = Visitor.helpdesk(desk, name).get(path).ok();
      assertFalse(answer.body().contains(word), answer.body());
    }
    JsonNode files = alice.get("Attachments?id=" + id).ok().json();
    assertEquals(1, files.size());
    carol.get("attachment?id=" + files.get(0).get("FileID").asText()).has(404);
    assertEquals(1, alice.get("Search?query=" + word).ok().json().size());
  }

  /** Rows: method and parameters, then what alice, the owner, his manager and a stranger get. */
  @ParameterizedTest
  @CsvSource({
    "'ticket?id=%s', GET, 200, 200, 200, 404",
    "'comments?id=%s', GET, 200, 200, 200, 404",
    "'Attachments?id=%s', GET, 200, 200, 200, 404",
    "'Subscribers?id=%s', GET, 200, 200, 200, 404",
    "'LinkedTickets?id=%s', GET, 200, 200, 200, 404",
    "'SubTickets?id=%s', GET, 200, 200, 200, 404",
    "'TimeSpentLog?id=%s', GET, 200, 200, 200, 404",
    "'UpdateTicket?id=%s&subject=Other', POST, 200, 200, 403, 404",
    "'UpdateTicket?id=%s&assignedUserId=2', POST, 200, 403, 403, 404",
    "'UpdateTicket?id=%s&timeSpentInSeconds=5', POST, 200, 403, 403, 404",
    "'UpdateTicket?id=%s&tags=a', POST, 200, 403, 403, 404",
    "'AddTimeSpent?id=%s&timeSpentInSeconds=5', POST, 200, 403, 403, 403",
    "'ForwardTicket?id=%s&to=a@b.test&body=x', POST, 200, 403, 403, 403",
    "'Close?id=%s', POST, 200, 200, 200, 404",
    "'deleteTicket?id=%s', POST, 403, 403, 403, 403"
  })
  void methodsShouldAskWhoseTheTicketIs(
      String path, String verb, int toTech, int toOwner, int toManager, int toStranger) {
    List<String> names = List.of("alice", "carol", "mona", "dave");
    List<Integer> wanted = List.of(toTech, toOwner, toManager, toStranger);
    for (int i = 0; i < names.size(); i++) {
      String id = open("Whose");
      Visitor who = Visitor.helpdesk(desk, names.get(i));
      Answer answer = who.send(verb, path.formatted(id), "text/plain", "");
      assertEquals(wanted.get(i), answer.status(), names.get(i) + " " + answer.body());
    }
  }

  @Test
  void everyCommentShouldBeFoundOnASurvivorOfMergesAtTheSameTime() throws Exception {
    int merges = 20;
    int comments = 200;
    String survivor = open("Survivor");
    List<String> tickets = IntStream.range(0, merges).mapToObj(i -> open("Gone " + i)).toList();
    Set<String> said = new TreeSet<>();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < comments; i++) {
        String body = "said-%03d".formatted(i);
        String id = tickets.get(i % merges);
        answers.add(
            pool.submit(
                () -> {
                  Answer answer = alice.form("comment", "id", id, "body", body);
                  return answer.status() == 404 ? "" : answer.ok().body().isEmpty() ? "" : body;
                }));
        if (i % (comments / merges) == 0) {
          String gone = tickets.get(i / (comments / merges));
          answers.add(
              pool.submit(
                  () -> {
                    alice.form("MergeTickets", "id", survivor, "id2", gone).ok();
                    return "";
                  }));
        }
      }
      for (Future<String> answer : answers) {
        said.add(answer.get());
      }
    } finally {
      pool.shutdown();
    }
    said.remove("");

    String found = alice.get("comments?id=" + survivor).ok().body();

    assertFalse(said.isEmpty());
    assertEquals(Set.of(), lost(said, found));
    tickets.forEach(id -> alice.get("ticket?id=" + id).has(404));
  }

  private static Set<String> lost(Set<String> said, String found) {
    Set<String> lost = new TreeSet<>(said);
    lost.removeIf(found::contains);
    return lost;
  }
}
