package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Articles in the Helpdesk dialect, section "Knowledge". */
@OnEveryStore
final class HelpdeskKnowledgeTest {
  private static final List<String> SUMMARY =
      List.of(
          "ArticleId",
          "Subject",
          "CategoryID",
          "CategoryName",
          "ForTechsOnly",
          "TagString",
          "Tags",
          "UrlId",
          "DateCreated",
          "LastUpdated",
          "Url",
          "Attachments");

  private final TestDesk desk;
  private final Visitor admin;
  private final Visitor alice;
  private final Visitor carol;

  HelpdeskKnowledgeTest(Store store) {
    this.desk = store.shared();
    this.admin = Visitor.helpdesk(desk, "admin");
    this.alice = Visitor.helpdesk(desk, "alice");
    this.carol = Visitor.helpdesk(desk, "carol");
  }

  private static List<String> ids(Answer articles) {
    List<String> ids = new ArrayList<>();
    articles.ok().json("Articles").forEach(item -> ids.add(item.get("ArticleId").asText()));
    return ids;
  }

  private String article(String subject, String... more) {
    List<String> pairs =
        new ArrayList<>(List.of("categoryId", "10", "subject", subject, "body", "Text."));
    pairs.addAll(List.of(more));
    return alice.form("article", pairs.toArray(String[]::new)).ok().body();
  }

  @Test
  void articlesShouldBeAnObjectWithTheDemosTwo() {
    Answer articles = alice.get("Articles").ok();

    assertEquals(List.of("Articles", "Categories"), articles.keys());
    assertTrue(ids(articles).containsAll(List.of("1", "2")), articles::body);
    assertEquals(SUMMARY, Answer.keysOf(articles.json("Articles").get(0)));
    assertEquals("Hardware", articles.json("Categories").get(0).get("Name").asText());
    assertEquals(7, Answer.keysOf(articles.json("Categories").get(0)).size());
  }

  @Test
  void articleShouldHaveItsText() {
    JsonNode article = carol.get("Article/1").ok().json();

    List<String> keys = new ArrayList<>(SUMMARY);
    keys.add("Body");
    assertEquals(keys, Answer.keysOf(article));
    assertEquals(1, article.get("ArticleId").intValue());
    assertEquals("Connect to the office from home", article.get("Subject").asText());
    assertEquals("connect-to-the-office-from-home", article.get("UrlId").asText());
    assertEquals("Network", article.get("CategoryName").asText());
    assertEquals("", article.get("TagString").asText());
    assertEquals("[]", article.get("Tags").toString());
    assertTrue(article.get("Body").asText().startsWith("<p>From home"), article::toString);
    assertTrue(article.get("Url").asText().endsWith("/api/Article/1"), article::toString);
    for (String path : List.of("article?id=1", "ARTICLE/1", "/Article?articleId=1")) {
      assertEquals(article, carol.get(path).ok().json(), path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"carol", "dave", "mona", "svc"})
  void techniciansArticlesShouldBeMissingToUsers(String user) {
    Visitor visitor = Visitor.helpdesk(desk, user);

    Answer hidden = visitor.get("Article/2").has(404);
    Answer missing = visitor.get("Article/999999").has(404);
    String all = visitor.get("Articles").ok().body() + visitor.get("Articles?categoryId=12").body();

    assertEquals(missing.body(), hidden.body());
    assertFalse(all.contains("gateway"), all);
    assertTrue(all.contains("from home"), all);
    assertTrue(
        visitor.get("Articles").json("Articles").findValuesAsText("ForTechsOnly").stream()
            .noneMatch("true"::equals));
  }

  @Test
  void techniciansArticlesShouldBeThereForThem() {
    for (String user : List.of("admin", "alice", "rita")) {
      JsonNode article = Visitor.helpdesk(desk, user).get("Article/2").ok().json();
      assertTrue(article.get("ForTechsOnly").booleanValue());
      assertTrue(article.get("Body").asText().startsWith("Certificates end"));
    }
  }

  @Test
  void writeShouldMakeAnArticleThatEverybodyReads() {
    String subject = "Über drücken & « Drucker » " + UUID.randomUUID();

    Answer made =
        alice.json(
            "POST",
            "article",
            """
            {"CategoryID":10,"Subject":"%s","Body":"<!--html-->a < b","tags":"hardware,printer"}
            """
                .formatted(subject));
    JsonNode article = carol.get("Article/" + made.ok().body()).ok().json();

    assertTrue(made.json().isInt(), made::body);
    assertEquals(subject, article.get("Subject").asText());
    assertTrue(article.get("UrlId").asText().startsWith("uber-drucken-drucker-"));
    assertEquals("a < b", article.get("Body").asText());
    assertEquals("hardware,printer", article.get("TagString").asText());
    assertEquals(article.get("DateCreated"), article.get("LastUpdated"));
    assertEquals(
        "created",
        desk.query(
            "select action from audit where entity = 'article' and entity_key = '%s'"
                .formatted(made.body())));
  }

  @Test
  void writeShouldTakeWhatIsHarmfulOut() {
    String evil =
        alice
            .form(
                "Article",
                "categoryId",
                "10",
                "subject",
                "<b>Evil</b>",
                "body",
                "<p>Hi<script>alert(1)</script></p>")
            .ok()
            .body();

    assertEquals("<p>Hi</p>", carol.get("Article/" + evil).ok().json("Body").asText());
  }

  @Test
  void articlesShouldBeFilteredAndCutIntoPagesTheNewestFirst() {
    String first = article("First");
    String second = article("Second", "forTechsOnly", "True");
    String third = article("Third");

    assertEquals(List.of(third, second, first), ids(alice.get("Articles?categoryId=10&count=3")));
    assertEquals(List.of(third, first), ids(carol.get("Articles?categoryId=10&count=2")));
    assertEquals(List.of(second), ids(alice.get("articles?categoryid=10&count=1&page=2")));
    assertFalse(ids(alice.get("Articles?categoryId=11")).contains(third));
    assertEquals(List.of(), ids(alice.get("Articles?categoryId=999")));
    assertEquals(List.of(), ids(alice.query("Articles", "page", "2147483647")));
  }

  @Test
  void writeWithAKeyShouldMakeOneArticle() {
    String key = UUID.randomUUID().toString();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(
          desk.send(
                  "POST",
                  "/api/article?categoryId=10&subject=Once&body=x",
                  r -> r.header(alice.header(), alice.credential()).header("Idempotency-Key", key))
              .ok()
              .body());
    }

    assertEquals(ids.get(0), ids.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "alice, '', Subject, Text, 400",
    "alice, 999, Subject, Text, 400",
    "alice, ten, Subject, Text, 400",
    "alice, 10, '', Text, 400",
    "alice, 10, Subject, '', 400",
    "alice, 10, Subject, '<!--html-->', 400",
    "carol, 10, Subject, Text, 403",
    "mona, 10, Subject, Text, 403"
  })
  void writeShouldRefuse(String user, String category, String subject, String body, int status) {
    Visitor.helpdesk(desk, user)
        .form("article", "categoryId", category, "subject", subject, "body", body)
        .has(status);
  }

  @Test
  void writeShouldTellEverythingThatIsWrong() {
    Answer answer = admin.query("article").has(400);

    for (String field : List.of("categoryId", "subject", "body")) {
      assertTrue(answer.body().contains(field), answer::body);
    }
    alice.form("article", "categoryId", "10", "subject", "x".repeat(256), "body", "x").has(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Article", "Article?id=", "Article/x", "Articles?count=0", "Articles?page=x"})
  void readingShouldRefuseWhatMakesNoSense(String path) {
    carol.get(path).has(400);
  }
}
