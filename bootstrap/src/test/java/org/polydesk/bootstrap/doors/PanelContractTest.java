package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** The tables of docs/dialects/panel.md, row by row. */
@OnEveryStore
final class PanelContractTest {
  private static final String CREATE = "/support/tickets";

  private final TestDesk desk;
  private final Visitor carol;
  private final Visitor alice;

  PanelContractTest(Store store) {
    this.desk = store.shared();
    this.carol = Visitor.panel(desk, "demo-panel-token");
    this.alice = Visitor.helpdesk(desk, "alice");
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  private String open(String summary) {
    return carol
        .json(
            "POST",
            CREATE,
            "{\"summary\":\"%s\",\"comment_body\":\"It burns.\"}".formatted(summary))
        .ok()
        .json()
        .get("number")
        .asText();
  }

  private String openWithComment(String summary) {
    String ticket = open(summary);
    alice.form("comment", "id", ticket, "body", "We look.").ok();
    return ticket;
  }

  private JsonNode ticket(String number) {
    return carol.get(CREATE + "/" + number).ok().json();
  }

  private JsonNode comments(String number) {
    return carol.get(CREATE + "/" + number + "/comments").ok().json().get("items");
  }

  private String comment(String number, int position) {
    return comments(number).get(position).get("id").asText();
  }

  private String file(String name) {
    return carol
        .upload("/files/public/files", null, "file", name, "bytes of " + name)
        .ok()
        .json()
        .get("id")
        .asText();
  }

  /** Section "Tickets"; rows from 20 on are the desk's own. */
  @ParameterizedTest
  @CsvSource({
    "1, open, Open, Открыт, false, false",
    "2, in_progress, In progress, В работе, false, false",
    "107, in_progress, In progress, В работе, false, false",
    "105, in_progress, In progress, В работе, false, false",
    "102, awaiting_client, Awaiting response, Ожидает ответа, false, false",
    "103, in_progress, In progress, В работе, false, true",
    "3, closed, Closed, Закрыт, true, true",
    "120, in_progress, In progress, В работе, false, false",
    "121, awaiting_client, Awaiting response, Ожидает ответа, false, false",
    "122, in_progress, In progress, В работе, false, false",
    "123, in_progress, In progress, В работе, false, true",
    "124, closed, Closed, Закрыт, true, true"
  })
  void everyStateShouldHaveItsWords(
      String status, String key, String en, String ru, boolean closed, boolean resolved) {
    OwnRowsTest.add(desk);
    String number = openWithComment("States");
    assertTrue(
        desk.until(
            () -> alice.form("UpdateTicket", "id", number, "statusId", status).status() == 200));
    JsonNode shown = ticket(number);

    assertEquals(key, shown.get("status_key").asText());
    assertEquals(en, shown.get("status").get("en").asText());
    assertEquals(ru, shown.get("status").get("ru").asText());
    assertEquals(closed, shown.get("is_closed").asBoolean());
    assertEquals(resolved, shown.get("is_resolved").asBoolean());
    assertEquals(closed, shown.get("closed_at").isTextual());
    assertTrue(shown.get("type").isNull());
  }

  @Test
  void whatSupportResolvesAndClosesWithShouldBeShown() {
    String number = open("Texts");
    taas(number, "/status", "{\"status\":\"Resolved\",\"comment\":\"Mended.\",\"user\":%s}");
    taas(number, "/status", "{\"status\":\"Closed\",\"comment\":\"Filed.\",\"user\":%s}");

    List<String> bodies = new ArrayList<>();
    comments(number)
        .forEach(c -> bodies.add(c.get("body").asText() + " " + c.get("is_client_author")));
    assertEquals(List.of("It burns. true", "Mended. false", "Filed. false"), bodies);
    assertFalse(ticket(number).get("is_client_author").asBoolean());
    assertFalse(ticket(number).get("is_client_read").asBoolean());
  }

  private void taas(String number, String path, String body) {
    new Visitor(desk, "/ticketing/v1/tickets/", "Ocp-Apim-Subscription-Key", "demo-primary-key")
        .json(
            "POST",
            number + path,
            body.formatted("{\"id\":\"a\",\"name\":\"Alice\",\"email\":\"alice@demo.test\"}"))
        .ok();
  }

  @Test
  void aTicketOpenedBySupportShouldNotBeTheClients() {
    String number =
        alice
            .form("ticket", "categoryId", "11", "subject", "For you", "body", "b", "userId", "5")
            .ok()
            .body();
    JsonNode shown = ticket(number);

    assertFalse(shown.get("is_client_author").asBoolean(), shown.toString());
    assertFalse(shown.get("is_client_read").asBoolean(), shown.toString());
    assertFalse(comments(number).get(0).get("is_client_author").asBoolean());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "-2", "10", "1.5", "\"1\"", "null", "[1]", "true"})
  void aCommentsScoreShouldBeOneOrMinusOne(String score) {
    String id = comment(openWithComment("Scores"), 1);

    carol
        .json("POST", "/support/comments/" + id + "/vote", "{\"score\":%s}".formatted(score))
        .has(400);
    carol.json("POST", "/support/comments/" + id + "/vote", "{\"comment\":\"x\"}").has(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "-1", "1.5", "\"9\"", "null", "3000000000"})
  void aTicketsScoreShouldBeFromOneToTen(String score) {
    String path = CREATE + "/" + open("Scores");
    String body = "{\"score\":%s}".formatted(score);

    carol.json("POST", path + "/vote", body).has(400);
    carol.json("POST", path + "/close", body).has(score.equals("null") ? 200 : 400);
  }

  @Test
  void aCommentWithoutAScoreShouldBeIgnoredAtClosing() {
    String number = open("Closing");
    JsonNode closed =
        carol.json("POST", CREATE + "/" + number + "/close", "{\"comment\":\"fine\"}").ok().json();

    assertTrue(closed.get("is_closed").asBoolean());
    assertTrue(closed.get("vote").isNull());
    carol.json("POST", CREATE + "/" + number + "/close", "{\"comment\":\"\"}").has(400);
  }

  /** Section "Paths", the spellings beside the first. */
  @ParameterizedTest
  @CsvSource({
    "PUT, /support/tickets/N, {}",
    "PATCH, /tickets/N, {}",
    "PATCH, /support/tickets/N/, {}",
    "PUT, /support/tickets/N/close, ''",
    "POST, /tickets/N/close, {}",
    "PUT, /support/tickets/N/vote, S",
    "POST, /support/tickets/N/evaluate, S",
    "PUT, /tickets/N/rate, S",
    "POST, /support/tickets/N/rate, S",
    "POST, /support/tickets/N/comments/, B",
    "POST, /tickets/N/comments, B",
    "GET, /support/tickets/N/comments/, ''",
    "GET, /tickets/comments/C, ''",
    "GET, /support/tickets/comments/C, ''",
    "GET, /support/tickets/N/comments/C, ''",
    "GET, /comments/C, ''",
    "POST, /support/comments/C/vote, S",
    "PUT, /support/comments/C/evaluate, S",
    "POST, /tickets/comments/C/rate, S",
    "PUT, /support/tickets/N/comments/C/vote, S",
    "GET, /topics, ''",
    "GET, /support/tickets/topics, ''"
  })
  void everySpellingShouldBeUnderstood(String verb, String path, String body) {
    String number = openWithComment("Spelling");
    String id = comment(number, 1);
    String sent = body.replace("S", "{\"score\":1}").replace("B", "{\"body\":\"x\"}");

    Answer answer = carol.json(verb, path.replace("N", number).replace("C", id), sent).ok();

    assertTrue(answer.json().isObject());
  }

  @Test
  void aCommentShouldBelongToTheTicketOfItsPath() {
    String number = openWithComment("One");
    String other = comment(openWithComment("Other"), 1);

    carol.get("/support/tickets/" + number + "/comments/" + other).has(404);
    carol
        .json(
            "POST", "/support/tickets/" + number + "/comments/" + other + "/vote", "{\"score\":1}")
        .has(404);
  }

  @Test
  void upToTenFilesShouldBeTaken() {
    String number = open("Files");
    String path = CREATE + "/" + number + "/comments";
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      keys.add(file("f%d.txt".formatted(i)));
    }

    carol.json("POST", path, "{\"body\":\"b\",\"files\":[%s]}".formatted(quoted(keys))).has(400);
    JsonNode taken =
        carol
            .json(
                "POST",
                path,
                "{\"body\":\"b\",\"files\":[%s]}".formatted(quoted(keys.subList(0, 10))))
            .ok()
            .json();
    List<String> shown = new ArrayList<>();
    taken.get("files").forEach(key -> shown.add(key.asText()));

    assertEquals(keys.subList(0, 10), shown);
    carol.json("POST", path, "{\"body\":\"b\",\"files\":[\"%s\"]}".formatted(keys.get(0))).has(404);
    assertEquals(2, comments(number).size());
  }

  private static String quoted(List<String> keys) {
    return keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(","));
  }

  @Test
  void aFileShouldHaveTwentyMillionBytesAndNoMore() {
    String most = "x".repeat(20_000_000);
    JsonNode file = carol.upload("/files", null, "file", "large.txt", most).ok().json();
    Answer refused = carol.upload("/files", null, "file", "larger.txt", most + "x").has(413);

    assertEquals(20_000_000, file.get("size").asInt());
    assertEquals(List.of("id", "name", "size"), Answer.keysOf(file));
    assertEquals(List.of("code", "message"), refused.keys());
    assertEquals("too_large", refused.json("code").asText());
  }

  /** Section "Lists". */
  @Test
  void theLastUpdatedShouldComeFirst() {
    String word = word();
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      opened.add(open(word + " " + i));
    }
    carol.json("POST", CREATE + "/" + opened.get(1) + "/comments", "{\"body\":\"again\"}").ok();

    List<String> expected = new ArrayList<>(opened);
    Collections.reverse(expected);
    expected.remove(opened.get(1));
    expected.add(0, opened.get(1));
    assertEquals(expected, numbers("?q=" + word));
    assertEquals(expected.subList(2, 4), numbers("?items_per_page=2&page=2&q=" + word));
    JsonNode page = carol.get(CREATE + "?items_per_page=2&page=3&q=" + word).ok().json();
    assertEquals(
        List.of("item_count", "items", "items_per_page", "page", "page_count"),
        Answer.keysOf(page));
    assertEquals(5, page.get("item_count").asInt());
    assertEquals(3, page.get("page_count").asInt());
    assertEquals(1, page.get("items").size());
    JsonNode beyond = carol.get(CREATE + "?page=4&items_per_page=2&q=" + word).ok().json();
    assertEquals(0, beyond.get("items").size());
    assertEquals(5, beyond.get("item_count").asInt());
    JsonNode nothing = carol.get(CREATE + "?q=" + word()).ok().json();
    assertEquals(0, nothing.get("page_count").asInt());
    assertEquals(0, nothing.get("item_count").asInt());
  }

  private List<String> numbers(String query) {
    List<String> numbers = new ArrayList<>();
    carol
        .get(CREATE + query)
        .ok()
        .json()
        .get("items")
        .forEach(item -> numbers.add(item.get("number").asText()));
    return numbers;
  }

  @Test
  void wordsShouldBeFoundWhereTheClientReadsThem() {
    String summary = word();
    String comment = word();
    String note = word();
    String forward = word();
    String number = open(summary.toUpperCase(Locale.ROOT));
    alice.form("comment", "id", number, "body", comment).ok();
    alice.form("comment", "id", number, "body", note, "forTechsOnly", "true").ok();
    Visitor.tikting(desk, "alice")
        .form(
            "/forward/" + number,
            "Id",
            number,
            "Title",
            forward,
            "SendTo",
            "else@where.test",
            "Message",
            forward)
        .ok();

    for (String found : List.of(summary, comment, summary + "%20" + comment, summary + "+burns")) {
      assertEquals(List.of(number), numbers("?q=" + found), found);
    }
    for (String hidden : List.of(note, forward, summary + "%20" + note)) {
      assertEquals(List.of(), numbers("?q=" + hidden), hidden);
    }
    assertTrue(numbers("?items_per_page=1000&q=" + number).contains(number));
    assertEquals(List.of(number), numbers("?only_opened=true&q=" + summary));
    assertEquals(List.of(), numbers("?only_closed=TRUE&q=" + summary));
    carol.json("POST", CREATE + "/" + number + "/close", "").ok();
    assertEquals(List.of(), numbers("?only_opened=1&q=" + summary));
    assertEquals(List.of(number), numbers("?only_closed=1&only_opened=0&q=" + summary));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|200",
        "{\"client_aliased_name\":\"C. D.\"}|200",
        "{\"client_aliased_name\":null}|200",
        "{\"client_aliased_name\":\"\"}|400",
        "{\"client_aliased_name\":7}|400",
        "{\"client_emails\":[]}|200",
        "{\"client_emails\":[\"a@b.test\",\"c@d.test\"]}|200",
        "{\"client_emails\":null}|400",
        "{\"client_emails\":\"a@b.test\"}|400",
        "{\"client_emails\":[\"nobody\"]}|400",
        "{\"client_emails\":[null]}|400",
        "{\"something\":\"else\"}|200",
        "[]|400"
      })
  void propertiesShouldBeModifiedAsTheContractSays(String body, int status) {
    String path = CREATE + "/" + open("Properties");
    carol
        .json(
            "PATCH",
            path,
            "{\"client_aliased_name\":\"Before\",\"client_emails\":[\"before@b.test\"]}")
        .ok();
    carol.json("PATCH", path, body).has(status);
    JsonNode after = carol.get(path).ok().json();

    assertEquals(
        body.contains("C. D.") ? "\"C. D.\"" : body.contains("name\":null") ? "null" : "\"Before\"",
        after.get("client_aliased_name").toString());
    assertEquals(
        status == 200 && body.contains("emails")
            ? body.substring(body.indexOf('['), body.indexOf(']') + 1)
            : "[\"before@b.test\"]",
        after.get("client_emails").toString());
  }

  /** Section "Refusals". */
  @ParameterizedTest
  @CsvSource({
    "DELETE, /support/tickets/1, 405, method_not_allowed",
    "GET, /support/nothing, 404, not_found",
    "GET, /support/tickets/99999999, 404, not_found",
    "POST, /support/tickets/99999999/close, 404, not_found",
    "GET, /files/public/files/11111111-1111-4111-8111-111111111111, 404, not_found",
    "GET, /files/public/files/x, 404, not_found",
    "POST, /files/public/files, 400, bad_request",
    "GET, /support/tickets/0, 404, not_found",
    "GET, /support/tickets/-1, 404, not_found",
    "GET, /support/tickets?items_per_page=0, 400, bad_request",
    "GET, /support/tickets?page=9999999999, 400, bad_request",
    "GET, /support/tickets?page=%D9%A1, 400, bad_request",
    "GET, /support/tickets/%D9%A1, 404, not_found",
    "GET, /support/tickets?only_opened=, 400, bad_request"
  })
  void everyRefusalShouldBeAnObject(String verb, String path, int status, String code) {
    Answer refused = carol.json(verb, path, "").has(status);

    assertEquals(List.of("code", "message"), refused.keys());
    assertEquals(code, refused.json("code").asText());
  }
}
