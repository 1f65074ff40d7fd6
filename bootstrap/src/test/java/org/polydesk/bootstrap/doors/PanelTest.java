package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** The Panel dialect as its clients meet it; sections are those of docs/dialects/panel.md. */
@OnEveryStore
final class PanelTest {
  private final TestDesk desk;
  private final Visitor carol;
  private final Visitor dave;
  private final Visitor alice;

  PanelTest(Store store) {
    this.desk = store.shared();
    this.carol = Visitor.panel(desk, "demo-panel-token");
    this.dave = Visitor.panel(desk, "demo-panel-token-dave");
    this.alice = Visitor.helpdesk(desk, "alice");
  }

  private JsonNode open(String summary) {
    return carol
        .json(
            "POST",
            "/support/tickets",
            "{\"summary\":\"%s\",\"comment_body\":\"It burns.\"}".formatted(summary))
        .ok()
        .json();
  }

  private String path(JsonNode ticket) {
    return "/support/tickets/" + ticket.get("number").asText();
  }

  private JsonNode comments(JsonNode ticket) {
    return carol.get(path(ticket) + "/comments").ok().json().get("items");
  }

  @Test
  void aTicketShouldHaveTheDocumentedMembers() {
    JsonNode ticket = open("Members");

    assertEquals(
        List.of(
            "number",
            "summary",
            "type",
            "status",
            "status_key",
            "is_closed",
            "is_resolved",
            "closed_at",
            "created_at",
            "updated_at",
            "is_client_author",
            "is_client_read",
            "client_aliased_name",
            "client_emails",
            "splitted_from_ticket_number",
            "vote",
            "access_level",
            "keystone_projects",
            "notice_id"),
        Answer.keysOf(ticket));
    assertEquals("{\"en\":\"Open\",\"ru\":\"Открыт\"}", ticket.get("status").toString());
    assertTrue(ticket.get("is_client_author").asBoolean());
    assertTrue(ticket.get("is_client_read").asBoolean());
    assertTrue(ticket.get("client_emails").isArray());
    assertTrue(ticket.get("vote").isNull());
  }

  /** Section "Reading". */
  @Test
  void supportsAnswerShouldBeUnreadUntilTheClientReacts() {
    JsonNode ticket = open("Unread");
    String id = ticket.get("number").asText();
    alice.form("comment", "id", id, "body", "We look.").ok();
    alice.form("comment", "id", id, "body", "a secret", "forTechsOnly", "true").ok();
    JsonNode answered = carol.get(path(ticket)).ok().json();
    JsonNode before = comments(ticket);
    carol.json("POST", path(ticket) + "/comments", "{\"body\":\"Thanks\"}").ok();
    JsonNode after = comments(ticket);

    assertFalse(answered.get("is_client_author").asBoolean());
    assertFalse(answered.get("is_client_read").asBoolean());
    assertEquals("in_progress", answered.get("status_key").asText());
    assertEquals(2, before.size());
    assertFalse(before.get(1).get("is_client_author").asBoolean());
    assertFalse(before.get(1).get("is_client_read").asBoolean());
    assertEquals(3, after.size());
    assertTrue(after.get(1).get("is_client_read").asBoolean());
    assertTrue(carol.get(path(ticket)).json().get("is_client_read").asBoolean());
    assertTrue(carol.get(path(ticket)).json().get("is_client_author").asBoolean());
  }

  @Test
  void closingAndReopeningShouldFollowTheContract() {
    JsonNode ticket = open("Closing");
    carol.json("POST", path(ticket) + "/reopen", "{\"body\":\"again\"}").has(400);
    JsonNode closed =
        carol
            .json("POST", path(ticket) + "/close", "{\"score\":9,\"comment\":\"thanks\"}")
            .ok()
            .json();
    carol.json("POST", path(ticket) + "/close", "").ok();
    carol.json("POST", path(ticket) + "/comments", "{\"body\":\"late\"}").has(400);
    JsonNode reopened =
        carol.json("PUT", path(ticket) + "/reopen", "{\"body\":\"again\"}").ok().json();

    assertTrue(closed.get("is_closed").asBoolean());
    assertTrue(closed.get("is_resolved").asBoolean());
    assertFalse(closed.get("closed_at").isNull());
    assertEquals(9, closed.get("vote").get("score").asInt());
    assertFalse(reopened.get("is_closed").asBoolean());
    assertTrue(reopened.get("closed_at").isNull());
    assertEquals("in_progress", reopened.get("status_key").asText());
    assertEquals("again", comments(ticket).get(1).get("body").asText());
    assertEquals(
        "Reopened",
        alice.get("ticket?id=" + ticket.get("number").asText()).json().get("Status").asText());
  }

  @Test
  void theLastVoteShouldCount() {
    JsonNode ticket = open("Votes");
    alice.form("comment", "id", ticket.get("number").asText(), "body", "Done.").ok();
    String comment = comments(ticket).get(1).get("id").asText();
    carol.json("POST", path(ticket) + "/vote", "{\"score\":3}").ok();
    carol.json("PUT", path(ticket) + "/rate", "{\"score\":10,\"comment\":\"well\"}").ok();
    carol.json("POST", "/support/comments/" + comment + "/vote", "{\"score\":-1}").ok();
    carol.json("POST", "/comments/" + comment + "/vote", "{\"score\":1}").ok();

    assertEquals(10, carol.get(path(ticket)).json().get("vote").get("score").asInt());
    assertEquals(1, comments(ticket).get(1).get("vote").get("score").asInt());
    assertTrue(comments(ticket).get(1).get("is_client_read").asBoolean());
  }

  @Test
  void filesShouldTravelWithComments() {
    JsonNode file = carol.upload("/files/public/files", null, "file", "a.txt", "bytes").ok().json();
    String id = file.get("id").asText();
    dave.get("/files/public/files/" + id).has(404);
    JsonNode ticket = open("With files");
    dave.json(
            "POST",
            "/support/tickets",
            "{\"summary\":\"s\",\"comment_body\":\"b\",\"files\":[\"%s\"]}".formatted(id))
        .has(404);
    carol
        .json(
            "POST",
            path(ticket) + "/comments",
            "{\"body\":\"see\",\"files\":[\"%s\"]}".formatted(id))
        .ok();

    assertEquals(id, comments(ticket).get(1).get("files").get(0).asText());
    assertEquals("bytes", carol.get("/files/public/files/" + id).ok().body());
    assertTrue(
        alice.get("Attachments?id=" + ticket.get("number").asText()).ok().body().contains("a.txt"));
    assertTrue(carol.get("/files/public/files/extensions").ok().json().get("items").isArray());
    carol.upload("/files", null, "file", "evil.exe", "MZ").has(400);
  }

  @Test
  void otherClientsTicketsShouldLookMissing() {
    JsonNode ticket = open("Isolated");
    String comment = comments(ticket).get(0).get("id").asText();

    for (String path :
        List.of(path(ticket), path(ticket) + "/comments", "/support/comments/" + comment)) {
      dave.get(path).has(404);
    }
    for (String verb : List.of("close", "vote", "comments", "reopen")) {
      dave.json("POST", path(ticket) + "/" + verb, "{\"score\":1,\"body\":\"x\"}").has(404);
    }
    dave.json("PATCH", path(ticket), "{\"client_aliased_name\":\"x\"}").has(404);
    assertFalse(dave.get("/support/tickets?items_per_page=1000").body().contains("Isolated"));
  }

  @Test
  void detailsShouldBeKeptAndChanged() {
    JsonNode ticket =
        carol
            .json(
                "POST",
                "/tickets",
                """
                {"summary":"Details","comment_body":"b","topic_key":"billing",
                 "client_aliased_name":"C.","client_emails":["c@acme.test"],"notice_id":7,
                 "access_level":"project_users","keystone_projects":["p1"]}
                """)
            .ok()
            .json();
    JsonNode changed =
        carol
            .json("PATCH", path(ticket), "{\"client_aliased_name\":null,\"client_emails\":[]}")
            .ok()
            .json();

    assertEquals("C.", ticket.get("client_aliased_name").asText());
    assertEquals("[\"p1\"]", ticket.get("keystone_projects").toString());
    assertTrue(changed.get("client_aliased_name").isNull());
    assertEquals(0, changed.get("client_emails").size());
    assertEquals(7, changed.get("notice_id").asInt());
  }

  /** Section "Lists": what monitoring scripts send. */
  @ParameterizedTest
  @CsvSource({
    "/support/tickets?only_opened=True, 200",
    "/support/tickets?only_opened=True&only_closed=1, 400",
    "/support/tickets?page=999999, 200",
    "/support/tickets?page=0, 400",
    "/support/tickets?items_per_page=1001, 400",
    "/support/tickets?q=, 400",
    "/support/tickets?only_closed=maybe, 400",
    "/support/topics, 200",
    "/tickets/topics, 200",
    "/support/tickets/abc, 404",
    "/support/comments/999999999, 404",
    "/support/unknown, 404"
  })
  void listsShouldJudgeTheirParameters(String path, int status) {
    Answer answer = carol.get(path).has(status);

    assertTrue(answer.json().isObject(), answer.body());
  }

  /** Section "Requests". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{bad",
        "[]",
        "{}",
        "{\"summary\":\"\",\"comment_body\":\"b\"}",
        "{\"summary\":7,\"comment_body\":\"b\"}",
        "{\"summary\":\"s\",\"comment_body\":\"\"}",
        "{\"summary\":\"s\",\"comment_body\":\"b\",\"files\":[]}",
        "{\"summary\":\"s\",\"comment_body\":\"b\",\"files\":[\"x\"]}",
        "{\"summary\":\"s\",\"comment_body\":\"b\",\"client_emails\":[]}",
        "{\"summary\":\"s\",\"comment_body\":\"b\",\"client_emails\":[\"nobody\"]}",
        "{\"summary\":\"s\",\"comment_body\":\"b\",\"access_level\":\"all\"}",
        "{\"summary\":\"s\",\"comment_body\":\"\\u0000\"}"
      })
  void badTicketsShouldBeRefused(String body) {
    Answer answer = carol.json("POST", "/support/tickets", body).has(400);

    assertEquals(List.of("code", "message"), answer.keys());
  }

  @Test
  void boundsShouldBeExact() {
    JsonNode ticket = open("Bounds");
    carol
        .json("POST", path(ticket) + "/comments", "{\"body\":\"%s\"}".formatted("x".repeat(50_000)))
        .ok();
    carol
        .json("POST", path(ticket) + "/comments", "{\"body\":\"%s\"}".formatted("x".repeat(50_001)))
        .has(400);
    for (String score : List.of("0", "11", "1.5", "\"9\"", "null")) {
      carol.json("POST", path(ticket) + "/vote", "{\"score\":%s}".formatted(score)).has(400);
    }
    carol
        .json(
            "POST",
            "/support/tickets",
            "{\"summary\":\"s\",\"comment_body\":\"b\",\"topic_key\":\"nope\"}")
        .has(404);
    carol
        .json(
            "POST",
            path(ticket) + "/comments",
            "{\"body\":\"b\",\"files\":[\"00000000-0000-0000-0000-000000000001\"]}")
        .has(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "demo-token-carol", "demo-primary-key"})
  void foreignCredentialsShouldBeRefused(String token) {
    Answer answer = Visitor.panel(desk, token).get("/support/tickets").has(401);

    assertEquals(List.of("code", "message"), answer.keys());
  }
}
