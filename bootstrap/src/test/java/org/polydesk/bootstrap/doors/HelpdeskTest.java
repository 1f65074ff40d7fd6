package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** The Helpdesk dialect as its clients meet it; sections are those of docs/dialects/helpdesk.md. */
@OnEveryStore
final class HelpdeskTest {
  private static final List<String> SUMMARY =
      List.of(
          "IssueID",
          "TicketID",
          "Priority",
          "StatusID",
          "IssueDate",
          "Subject",
          "Status",
          "UpdatedByUser",
          "UpdatedByPerformer",
          "CategoryID",
          "UserName",
          "Technician",
          "FirstName",
          "LastName",
          "DueDate",
          "TechFirstName",
          "TechLastName",
          "LastUpdated",
          "UpdatedForTechView",
          "UserID",
          "CompanyID",
          "CompanyName",
          "AssignedToUserID",
          "ResolvedDate",
          "SectionID",
          "Category",
          "Origin",
          "Email",
          "HasChildren",
          "LastUpdatedByUserID",
          "LastUpdatedUsername",
          "StartDate",
          "ViewingTechs");

  private final TestDesk desk;
  private final Visitor alice;
  private final Visitor carol;
  private final Visitor dave;

  HelpdeskTest(Store store) {
    this.desk = store.shared();
    this.alice = Visitor.helpdesk(desk, "alice");
    this.carol = Visitor.helpdesk(desk, "carol");
    this.dave = Visitor.helpdesk(desk, "dave");
  }

  private String open(Visitor who, String subject) {
    return who.form("ticket", "categoryId", "11", "subject", subject, "body", "It burns.")
        .ok()
        .body();
  }

  private JsonNode ticket(String id) {
    return alice.get("ticket?id=" + id).ok().json();
  }

  /** Section "Parameters": where they may travel. */
  private static Map<String, Function<String[], Answer>> encodings(Visitor who, String method) {
    Map<String, Function<String[], Answer>> encodings = new LinkedHashMap<>();
    encodings.put("query without type", pairs -> who.query(method, pairs));
    encodings.put("form", pairs -> who.form(method, pairs));
    encodings.put("multipart", pairs -> who.multipart(method, pairs));
    encodings.put("JSON", pairs -> who.json("POST", method, json(pairs)));
    for (String type :
        List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
      encodings.put(
          "query with an empty body of " + type.replace("/", " "),
          pairs -> who.send("POST", method + "?" + Visitor.encoded(pairs), type, ""));
    }
    return encodings;
  }

  private static String json(String... pairs) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < pairs.length; i += 2) {
      text.append(i == 0 ? "" : ",").append("\"%s\":\"%s\"".formatted(pairs[i], pairs[i + 1]));
    }
    return text.append("}").toString();
  }

  @Test
  void ticketUpdateAndCommentShouldBeReadInEveryEncoding() {
    encodings(carol, "Ticket")
        .forEach(
            (name, post) -> {
              String id =
                  post.apply(
                          new String[] {
                            "CategoryID", "11", "SUBJECT", name, "body", "Plain & text"
                          })
                      .ok()
                      .body();
              assertEquals(name, ticket(id).get("Subject").asText(), name);
              assertEquals("<!--html-->Plain & text", ticket(id).get("Body").asText(), name);
              encodings(alice, "updateTICKET")
                  .get(name)
                  .apply(new String[] {"id", id, "priority", "-1", "statusId", "2"})
                  .ok();
              assertEquals(-1, ticket(id).get("Priority").asInt(), name);
              assertEquals("In progress", ticket(id).get("Status").asText(), name);
              String comment =
                  encodings(alice, "comment")
                      .get(name)
                      .apply(new String[] {"id", id, "body", "said by " + name})
                      .ok()
                      .body();
              JsonNode newest = alice.get("comments?id=" + id).ok().json().get(0);
              assertEquals(comment, newest.get("CommentID").asText(), name);
              assertEquals("<!--html-->said by " + name, newest.get("Body").asText(), name);
            });
  }

  /** Section "Paths". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/API/tickets",
        "/api/Tickets/",
        "/api//tickets?",
        "/helpdesk/api/TICKETS",
        "/api/tickets?mode=HandledByMe&categoryid=&dateFrom=&userId=undefined"
      })
  void ticketsShouldBeFoundUnderEverySpelling(String path) {
    Answer answer = desk.send("GET", path, r -> r.header("Authorization", alice.credential())).ok();

    assertTrue(answer.json().isArray());
  }

  /** Section "Tickets". */
  @Test
  void ticketsShouldHaveExactlyTheDocumentedKeys() {
    String id = open(carol, "Keys");

    JsonNode row = alice.get("tickets?count=1").ok().json().get(0);

    assertEquals(SUMMARY, Answer.keysOf(row));
    assertEquals(id, row.get("TicketID").asText());
    assertEquals("New", row.get("Status").asText());
    assertTrue(row.get("Technician").isNull());
    assertEquals(37, Answer.keysOf(ticket(id)).size());
    assertTrue(ticket(id).get("AssigneeUserInfo").isNull());
    assertEquals("carol", ticket(id).get("SubmitterUserInfo").get("Username").asText());
  }

  @Test
  void answersShouldMoveTheTicketAndItsFlags() {
    String id = open(carol, "Flags");
    alice.form("comment", "id", id, "body", "We are on it.").ok();
    JsonNode answered = alice.get("Search?query=Flags").ok().json().get(0);
    carol.form("comment", "id", id, "body", "Thanks.").ok();
    JsonNode replied = ticket(id);
    carol.get("Close?id=" + id).ok();
    JsonNode closed = ticket(id);
    carol.form("comment", "id", id, "body", "Not yet.").ok();

    assertEquals(2, answered.get("StatusID").asInt());
    assertTrue(answered.get("UpdatedByPerformer").asBoolean());
    assertFalse(answered.get("UpdatedByUser").asBoolean());
    assertTrue(replied.get("UpdatedByUser").asBoolean());
    assertEquals(3, closed.get("StatusID").asInt());
    assertFalse(closed.get("ResolvedDate").isNull());
    assertEquals(107, ticket(id).get("StatusID").asInt());
    assertTrue(ticket(id).get("ResolvedDate").isNull());
  }

  /** Section "Roles": what is for technicians only. */
  @Test
  void notesShouldNeverReachUsers() {
    String id = open(carol, "Secrets");
    alice.form("comment", "id", id, "body", "hush-hush word", "forTechsOnly", "True").ok();
    String file =
        alice
            .upload("comment?forTechsOnly=true&body=hush-hush+file", id, "x", "plan.txt", "bytes")
            .ok()
            .body();
    JsonNode files = alice.get("Attachments?id=" + id).ok().json();

    assertEquals(1, files.size());
    assertEquals(file, files.get(0).get("CommentID").asText());
    assertFalse(carol.get("comments?id=" + id).ok().body().contains("hush"));
    assertEquals(0, carol.get("Attachments?id=" + id).ok().json().size());
    assertEquals(0, carol.get("ticket?id=" + id).ok().json().get("Attachments").size());
    assertEquals(0, carol.get("Search?query=hush-hush").ok().json().size());
    assertEquals(1, alice.get("Search?query=hush-hush").ok().json().size());
    carol.get("attachment?id=" + files.get(0).get("FileID").asText()).has(404);
    carol.form("updatecomment", "id", file, "body", "mine").has(404);
    assertFalse(carol.get("ticket?id=" + id).json().get("UpdatedForTechView").asBoolean());
  }

  /** Hidden looks like missing. */
  @Test
  void otherPeoplesTicketsShouldLookMissing() {
    String id = open(carol, "Hidden");
    List<Answer> hidden = everywhere(dave, id);
    List<Answer> missing = everywhere(dave, "99999999");

    for (int i = 0; i < hidden.size(); i++) {
      assertEquals(missing.get(i).status(), hidden.get(i).status());
      assertEquals(missing.get(i).body(), hidden.get(i).body());
      assertEquals(404, hidden.get(i).status(), hidden.get(i).body());
    }
    assertEquals(0, dave.get("Search?query=Hidden").ok().json().size());
  }

  private static List<Answer> everywhere(Visitor who, String id) {
    return new ArrayList<>(
        List.of(
            who.get("ticket?id=" + id),
            who.get("comments/" + id),
            who.get("Attachments?id=" + id),
            who.get("Subscribers?id=" + id),
            who.get("SubTickets?id=" + id),
            who.get("LinkedTickets?id=" + id),
            who.get("Close?id=" + id),
            who.form("comment", "id", id, "body", "x"),
            who.form("UpdateTicket", "id", id, "subject", "x"),
            who.form("AddSubscriber", "id", id),
            who.upload("AttachFile", id, "f", "a.txt", "x")));
  }

  /** Section "Roles". */
  @Test
  void usersShouldChangeLittleAndTechniciansMore() {
    String id = open(carol, "Rights");

    carol.form("UpdateTicket", "id", id, "subject", "Renamed").ok();
    carol.form("UpdateTicket", "id", id, "statusId", "2").has(403);
    carol.form("UpdateTicket", "id", id, "assignedUserId", "2").has(403);
    carol.form("MergeTickets", "id", id, "id2", open(carol, "Other")).has(403);
    carol.form("deleteTicket", "id", id).has(403);
    alice.form("deleteTicket", "id", id).has(403);
    carol
        .form("ticket", "categoryId", "11", "subject", "s", "body", "b", "assignedToUserId", "2")
        .has(403);
    Visitor mona = Visitor.helpdesk(desk, "mona");
    mona.get("Close?id=" + id).ok();

    assertEquals("Renamed", ticket(id).get("Subject").asText());
    assertEquals(3, ticket(id).get("StatusID").asInt());
    Visitor.helpdesk(desk, "admin").form("deleteTicket", "id", id).ok();
    carol.get("ticket?id=" + id).has(404);
  }

  /** Section "Relations". */
  @Test
  void mergedTicketsShouldBeGoneAndTheirCommentsFound() {
    String kept = open(carol, "Survivor");
    String gone = open(carol, "Gone");
    alice.form("comment", "id", gone, "body", "said over there").ok();
    alice.upload("AttachFile", gone, "f", "there.txt", "there").ok();

    assertEquals(kept, alice.query("MergeTickets", "id", kept, "id2", gone).ok().body());

    carol.get("ticket?id=" + gone).has(404);
    desk.send(
            "GET",
            "/api/TicketsApi/" + gone,
            r -> r.header("Authorization", "Bearer " + desk.tokenOf("alice")))
        .has(404);
    String comments = carol.get("comments?id=" + kept).ok().body();
    assertTrue(comments.contains("said over there"));
    assertTrue(comments.contains("It burns."));
    assertTrue(comments.contains("merged into this one"));
    assertTrue(carol.get("Attachments?id=" + kept).ok().body().contains("there.txt"));
    alice.query("MergeTickets", "id", kept, "id2", kept).has(400);
    alice.query("MergeTickets", "id", kept, "id2", gone).has(404);
  }

  @Test
  void linksAndSubTicketsShouldBeListedAndCirclesRefused() {
    String a = open(carol, "A");
    String b = open(carol, "B");
    String c = open(carol, "C");
    alice.form("LinkTickets", "id", a, "id2", b).ok();
    alice.form("LinkTickets", "id", b, "id2", a).ok();
    alice.form("AddSubTicket", "parentId", a, "childId", b).ok();
    alice.form("AddSubTicket", "parentId", b, "childId", c).ok();

    assertEquals(1, alice.get("LinkedTickets?id=" + a).ok().json().size());
    assertEquals(b, alice.get("SubTickets?id=" + a).ok().json().get(0).get("TicketID").asText());
    alice.form("AddSubTicket", "parentId", c, "childId", a).has(400);
    alice.form("AddSubTicket", "parentId", a, "childId", a).has(400);
    alice.form("UnlinkTickets", "id", a, "id2", b).ok();
    alice.form("RemoveSubTicket", "childId", b).ok();
    assertEquals(0, alice.get("LinkedTickets?id=" + a).ok().json().size());
    assertEquals(0, alice.get("SubTickets?id=" + a).ok().json().size());
  }

  /** Section "Files". */
  @ParameterizedTest
  @CsvSource({
    "a.txt, x, a.txt",
    "empty.txt, '', empty.txt",
    "../../etc/passwd.txt, x, passwd.txt",
    "Ünï cödé.txt, x, Ünï cödé.txt",
    "semi;colon.txt, x, semi;colon.txt"
  })
  void filesShouldComeBackAsTheyWent(String sent, String content, String kept) {
    String id = open(carol, "Files");
    carol.upload("AttachFile", id, "whatever", sent, content).ok();

    JsonNode file = carol.get("Attachments/" + id).ok().json().get(0);
    Answer bytes = carol.get("attachment?id=" + file.get("FileID").asText()).ok();

    assertEquals(kept, file.get("FileName").asText());
    assertEquals(content, bytes.body());
    assertEquals("nosniff", bytes.header("X-Content-Type-Options"));
    assertTrue(bytes.header("Content-Disposition").startsWith("attachment; filename="));
  }

  /** Section "Refusals": one plain sentence and nothing half done. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ticket?categoryId=999&subject=s&body=b",
        "ticket?categoryId=x&subject=s&body=b",
        "ticket?categoryId=11&subject=&body=b",
        "ticket?categoryId=11&subject=s",
        "ticket?categoryId=11&subject=s&body=b&priorityId=77",
        "ticket?categoryId=11&subject=s&body=b&userId=999",
        "ticket?categoryId=11&subject=s&body=b&dueDate=yesterday",
        "tickets?mode=wrong",
        "tickets?dueInDays=2147483647",
        "tickets?count=0",
        "tickets?statusId=999",
        "tickets?dateFrom=2026-13-01",
        "Search?query=",
        "Search",
        "UpdateTicket",
        "comment?id=1",
        "AttachFile?id=1",
        "Attachments?id=x",
        "TechsForCategory?id=999"
      })
  void badInputShouldBeRefusedInOneSentence(String request) {
    long before = Long.parseLong(desk.query("select count(*) from ticket"));

    Answer answer =
        desk.send("POST", "/api/" + request, r -> r.header("Authorization", alice.credential()));

    assertEquals(400, answer.status(), answer.body());
    assertTrue(answer.header("Content-Type").startsWith("text/plain"), answer.body());
    assertTrue(answer.body().endsWith("."), answer.body());
    assertEquals(before, Long.parseLong(desk.query("select count(*) from ticket")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-7", "99999999"})
  void numbersThatNoTicketHasShouldTouchNone(String id) {
    String kept = open(carol, "Kept");

    everywhere(alice, id).forEach(answer -> answer.has(404));
    alice.form("MergeTickets", "id", kept, "id2", id).has(404);
    alice.form("AddSubTicket", "parentId", kept, "childId", id).has(404);
  }

  @Test
  void anOwnerShouldCloseByUpdatingToo() {
    String id = open(carol, "Own");
    carol.form("UpdateTicket", "id", id, "statusId", "3").ok();
    carol.form("UpdateTicket", "id", id, "statusId", "1").has(403);

    assertEquals(3, ticket(id).get("StatusID").asInt());
  }

  @Test
  void anAuthorShouldMendHisCommentAndTheHistoryKeepTheOldText() {
    String id = open(carol, "Mend");
    String comment = carol.form("comment", "id", id, "body", "old text of mine").ok().body();
    dave.form("updatecomment", "id", comment, "body", "x").has(404);
    carol.form("updatecomment", "id", comment, "body", "new text of mine").ok();

    assertEquals(
        "<!--html-->new text of mine",
        carol.get("comments?id=" + id).ok().json().get(0).get("Body").asText());
    assertEquals(
        "1",
        desk.query(
            "select count(*) from audit where action = 'edited' and old_value = 'old text of mine'"
                + " and entity_key = '%s'".formatted(id)));
  }

  @Test
  void updatesShouldBeAllOrNothing() {
    String id = open(carol, "Whole");
    alice
        .form("UpdateTicket", "id", id, "subject", "Half", "priority", "2", "statusId", "999")
        .has(400);

    assertEquals("Whole", ticket(id).get("Subject").asText());
    assertEquals(0, ticket(id).get("Priority").asInt());
  }

  @Test
  void tagsShouldBeMadeByTheirTexts() {
    String id =
        carol
            .form(
                "ticket",
                "categoryId",
                "11",
                "subject",
                "Tags",
                "body",
                "",
                "tags",
                "tags=Brand-New,hardware")
            .ok()
            .body();

    assertEquals("Brand-New", ticket(id).get("Tags").get(0).get("Name").asText());
    assertEquals("hardware", ticket(id).get("Tags").get(1).get("Name").asText());
    assertEquals(
        id, alice.get("tickets?tagName=brand-new").ok().json().get(0).get("IssueID").asText());
    alice.form("UpdateTicket", "id", id, "tags", "").ok();
    assertEquals(0, ticket(id).get("Tags").size());
  }

  @Test
  void aRepeatedRequestShouldOpenOneTicket() {
    String key = "helpdesk-" + System.nanoTime();
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      bodies.add(
          desk.send(
                  "POST",
                  "/api/ticket?categoryId=11&subject=Once&body=b",
                  r -> r.header("Authorization", carol.credential()).header("Idempotency-Key", key))
              .ok()
              .body());
    }

    assertEquals(bodies.get(0), bodies.get(1));
  }
}
