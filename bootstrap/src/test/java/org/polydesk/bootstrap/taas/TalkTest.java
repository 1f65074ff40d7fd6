package org.polydesk.bootstrap.taas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.taas.TaasDesk.Reply;

/** Comments, activities and files. */
@OnEachStore
final class TalkTest {
  private final TaasDesk desk;
  private final String path;
  private final JsonNode ticket;

  TalkTest(TaasDesk desk) {
    this.desk = desk;
    ticket = desk.open("Talk", "");
    path = "/tickets/" + ticket.path("id").asText();
  }

  private Reply comment(String way, String text, String more) {
    return desk.post(
        path + way,
        "{\"comment\":%s,\"user\":%s%s}"
            .formatted(JsonNodeFactory.instance.textNode(text), TaasDesk.ALICE, more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/activities", "/comments"})
  void aCommentShouldComeBackAsItWas(String way) {
    String text = "  <b>x</b> & \"é\" \uD83D\uDE00\r\n tab\t ";

    JsonNode item = comment(way, text, "").has(201).item();

    assertEquals(text, item.path("comment").asText());
    assertEquals(item.path("id"), item.path("activityId"));
    assertEquals("u-7", item.path("user").path("id").asText());
    JsonNode newest = desk.get(path + "/activities?limit=100").has(200).items();
    JsonNode said = null;
    for (JsonNode activity : newest) {
      if (activity.path("id").equals(item.path("id"))) {
        said = activity;
      }
    }
    assertEquals(text, said.path("comment").asText());
    assertEquals("commented", said.path("action").asText());
    assertEquals("u-7", said.path("createdBy").path("id").asText());
    assertEquals(ticket.path("id"), said.path("ticketId"));
    assertEquals(
        "Started", desk.get(path).has(200).item().path("status").asText("a first answer starts"));
  }

  @Test
  void aPrivateCommentShouldBePrivate() {
    assertTrue(
        comment("/comments", "psst", ",\"isPrivate\":true")
            .has(201)
            .item()
            .path("isPrivate")
            .asBoolean());
    assertEquals("Open", desk.get(path).has(200).item().path("status").asText());
  }

  /** Section "Activities": a plain text that says nothing does not win over HTML. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"comment\":\"\",\"comment_HTML\":\"<b>html</b>\"|html",
        "\"comment\":null,\"comment_HTML\":\"<b>html</b>\"|html",
        "\"comment\":\"plain\",\"comment_HTML\":\"<b>html</b>\"|plain"
      })
  void aWordInHtmlShouldDo(String members, String said) {
    String body = "{%s,\"user\":%s}".formatted(members, TaasDesk.BO);

    assertEquals(
        said, desk.post(path + "/comments", body).has(201).item().path("comment").asText());
  }

  @Test
  void aCommentWithoutAWordShouldBeRefused() {
    for (String said : new String[] {"", " ", "\\n"}) {
      String body = "{\"comment\":\"%s\",\"user\":%s}".formatted(said, TaasDesk.BO);
      desk.post(path + "/comments", body).has(400);
    }
    desk.post(path + "/comments", "{\"user\":%s}".formatted(TaasDesk.BO)).has(400);
    desk.post(path + "/comments", "{\"comment\":\"x\"}").has(400);
    desk.post("/tickets/4711-no/comments", "{\"comment\":\"x\",\"user\":%s}".formatted(TaasDesk.BO))
        .has(404);
  }

  @Test
  void bothSidesShouldKnowWhatTheyHaveNotSeen() {
    comment("/comments", "from the desk", "").has(201);
    assertEquals(1, desk.get(path).item().path("requestorUnseenEventCnt").asInt());
    desk.post(path + "/comments", "{\"comment\":\"from Ann\",\"user\":%s}".formatted(TaasDesk.ANN))
        .has(201);
    JsonNode item = desk.get(path).item();
    assertEquals(0, item.path("requestorUnseenEventCnt").asInt());
    assertEquals(1, item.path("assigneeUnseenEventCnt").asInt());
  }

  @Test
  void activitiesShouldComeInPages() {
    for (int i = 0; i < 5; i++) {
      comment("/comments", "no " + i, "").has(201);
    }
    int all = desk.get(path + "/activities").has(200).items().size();
    int seen = 0;
    String token = null;
    do {
      String next = token;
      Reply page =
          desk.send(
                  "GET",
                  TaasDesk.keyed(TaasDesk.BASE + path + "/activities?limit=2", "demo-primary-key"),
                  r -> next == null ? r : r.header("continuationToken", next))
              .has(200);
      seen += page.items().size();
      token = page.json().path("continuationToken").asText(null);
    } while (token != null);
    assertEquals(all, seen);
  }

  @Test
  void linksShouldBeAttachments() {
    JsonNode item =
        desk.post(
                path + "/attachments",
                """
                {"comment":"see","attachments":[{"src":"https://example.test/a.png","caption":"A"},
                {"src":"https://example.test/b"}],"isPrivate":false,"user":%s}
                """
                    .formatted(TaasDesk.BO))
            .has(201)
            .item();

    assertEquals(2, item.path("attachments").size());
    JsonNode first = desk.get(path + "/attachments").has(200).items().path(0);
    assertEquals("https://example.test/a.png", first.path("src").asText());
    assertEquals("Bo Helper", first.path("createdBy").asText());
    assertTrue(first.path("isHyperlink").asBoolean());
    assertEquals(
        2,
        desk.get("/tickets/activity/" + item.path("activityId").asText() + "/attachments")
            .has(200)
            .items()
            .size());
    desk.get("/tickets/activity/99999999/attachments").has(404);
    desk.get("/tickets/activity/nonsense/attachments").has(404);
    desk.post(path + "/attachments", "{\"comment\":\"x\",\"user\":%s}".formatted(TaasDesk.BO))
        .has(400);
  }

  private Reply upload(String quote, String name, String content) {
    String boundary = "b0undary";
    String body =
        """
        --b0undary
        Content-Disposition: form-data; name=%1$sfiles%1$s; filename="%2$s"
        Content-Type: text/plain

        %3$s
        --b0undary
        Content-Disposition: form-data; name=%1$suser%1$s

        %4$s
        --b0undary--
        """
            .formatted(quote, name, content, TaasDesk.BO)
            .replace("\n", "\r\n");
    return desk.send(
        "POST",
        TaasDesk.keyed(TaasDesk.BASE + path + "/attachments", "demo-primary-key"),
        r ->
            r.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", ""})
  void filesShouldBeReadableByTheirAddressAlone(String quote) {
    JsonNode file = upload(quote, "note.txt", "hello").has(201).item().path("attachments").path(0);
    URI src = URI.create(file.path("src").asText());

    assertEquals("note.txt", file.path("filename").asText());
    assertTrue(!file.path("src").asText().contains("demo-primary-key"));
    String target = src.getRawPath() + "?" + src.getRawQuery();
    assertEquals("hello", desk.send("GET", target, r -> r).has(200).body());
    assertEquals(
        "hello",
        desk.send("GET", TaasDesk.keyed(src.getRawPath(), "demo-primary-key"), r -> r)
            .has(200)
            .body());
    desk.send("GET", src.getRawPath(), r -> r).has(401);
    String bare = src.getRawPath().substring(TaasDesk.BASE.length());
    assertEquals(
        "hello",
        desk.send("GET", TaasDesk.keyed(bare, "demo-primary-key"), r -> r).has(200).body());
    assertEquals(
        "unauthorized", desk.send("GET", bare, r -> r).has(401).json().path("code").asText());
    desk.send("GET", target + "x", r -> r).has(401);
    desk.send("GET", TaasDesk.keyed(src.getRawPath(), "other-primary-key"), r -> r).has(404);
  }

  @Test
  void aProgramShouldBeRefused() {
    upload("\"", "evil.exe", "MZ").has(400);
  }
}
