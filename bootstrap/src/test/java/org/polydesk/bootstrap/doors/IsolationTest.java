package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Nothing crosses from desk to desk, from client to client, or from door to door. */
@OnEveryStore
final class IsolationTest {
  private static final String MISSING_NUMBER = "987654321";
  private static final String USER = "{\"id\":\"x\",\"name\":\"X\",\"email\":\"x@other.test\"}";

  private final TestDesk desk;
  private final Visitor carol;
  private final Visitor dave;
  private final Visitor alice;
  private final Visitor ours;
  private final Visitor theirs;
  private final String secret = "s" + UUID.randomUUID().toString().replace("-", "");
  private final String number;
  private final String guid;
  private final String comment;

  IsolationTest(Store store) {
    this.desk = store.shared();
    this.carol = Visitor.panel(desk, "demo-panel-token");
    this.dave = Visitor.panel(desk, "demo-panel-token-dave");
    this.alice = Visitor.helpdesk(desk, "alice");
    this.ours = taas("demo-primary-key");
    this.theirs = taas("other-primary-key");
    this.number =
        carol
            .json(
                "POST",
                "/tickets",
                "{\"summary\":\"%1$s\",\"comment_body\":\"%1$s\"}".formatted(secret))
            .ok()
            .json()
            .get("number")
            .asText();
    ours.json(
            "PUT",
            "/tickets/" + number,
            "{\"ticket\":{\"tags\":[{\"text\":\"%s\"}]},\"user\":%s}".formatted(secret, USER))
        .ok();
    this.guid = ours.get("/tickets/" + number).ok().json().get("item").get("id").asText();
    this.comment =
        carol
            .get("/support/tickets/" + number + "/comments")
            .ok()
            .json("items")
            .get(0)
            .get("id")
            .asText();
  }

  private Visitor taas(String key) {
    return new Visitor(desk, "/ticketing/v1", "Ocp-Apim-Subscription-Key", key);
  }

  private void looksMissing(Answer hidden, Answer missing) {
    assertEquals(404, hidden.status(), hidden.body());
    assertEquals(missing.status(), hidden.status());
    assertEquals(missing.body(), hidden.body());
    assertEquals(missing.headers().keySet(), hidden.headers().keySet());
    assertFalse(hidden.body().contains(secret), hidden.body());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /tickets/T",
    "PUT, /tickets/T",
    "PUT, /tickets/T/status",
    "POST, /tickets/T/status",
    "GET, /tickets/T/activities",
    "GET, /tickets/T/comments",
    "POST, /tickets/T/activities",
    "POST, /tickets/T/comments",
    "GET, /tickets/T/attachments",
    "POST, /tickets/T/attachments"
  })
  void anotherDesksTicketShouldLookMissing(String verb, String path) {
    String body =
        verb.equals("GET")
            ? ""
            : """
              {"ticket":{"title":"x"},"status":"Closed","comment":"x","user":%s,
               "attachments":[{"src":"https://example.test/a"}]}
              """
                .formatted(USER);

    looksMissing(
        theirs.json(verb, path.replace("T", number), body),
        theirs.json(verb, path.replace("T", MISSING_NUMBER), body));
    looksMissing(
        theirs.json(verb, path.replace("T", guid), body),
        theirs.json(verb, path.replace("T", UUID.randomUUID().toString()), body));
  }

  @Test
  void anotherDesksActivitiesAndFilesShouldLookMissing() {
    looksMissing(
        theirs.get("/tickets/activity/" + comment + "/attachments"),
        theirs.get("/tickets/activity/" + MISSING_NUMBER + "/attachments"));
    JsonNode file = carol.upload("/files/public/files", null, "file", "a.txt", secret).ok().json();
    carol
        .json(
            "POST",
            "/support/tickets/" + number + "/comments",
            "{\"body\":\"b\",\"files\":[\"%s\"]}".formatted(file.get("id").asText()))
        .ok();
    String missing = UUID.randomUUID().toString();
    looksMissing(
        theirs.get("/attachments/" + file.get("id").asText()),
        theirs.get("/attachments/" + missing));
    looksMissing(
        dave.get("/files/public/files/" + file.get("id").asText()),
        dave.get("/files/public/files/" + missing));
    assertEquals(secret, ours.get("/attachments/" + file.get("id").asText()).ok().body());
  }

  @ParameterizedTest
  @CsvSource({
    "search=S",
    "title=S",
    "tags=S",
    "status=Open",
    "isResolved=false",
    "priority=Medium",
    "orderBy=requestorName",
    "orderBy=assigneeEmail&order=ASC",
    "orderBy=lastInteraction",
    "createdAfter=2000-01-01",
    "limit=1000",
    "select=title,tags,requestor",
    "search=carol"
  })
  void noFilterShouldShowAnotherDesksTicket(String query) {
    Answer list = theirs.get("/tickets?" + query.replace("S", secret)).ok();

    assertFalse(list.json("items").toString().contains(secret), list.body());
    assertFalse(list.body().contains("acme.test"), list.body());
  }

  @Test
  void anotherDesksCatalogueShouldNotBeShown() {
    for (String path : List.of("/instance", "/tags")) {
      Answer shown = theirs.get(path).ok();
      assertFalse(shown.body().contains(secret), shown.body());
      assertFalse(shown.body().contains("alice@demo.test"), shown.body());
    }
    assertTrue(ours.get("/tags").ok().body().contains(secret));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /support/tickets/T",
    "PATCH, /support/tickets/T",
    "POST, /support/tickets/T/close",
    "POST, /support/tickets/T/reopen",
    "POST, /support/tickets/T/vote",
    "GET, /support/tickets/T/comments",
    "POST, /support/tickets/T/comments",
    "GET, /support/comments/C",
    "POST, /support/comments/C/vote",
    "GET, /support/tickets/T/comments/C"
  })
  void anotherClientsTicketShouldLookMissing(String verb, String path) {
    String body = verb.equals("GET") ? "" : "{\"body\":\"x\",\"score\":1}";

    looksMissing(
        dave.json(verb, path.replace("T", number).replace("C", comment), body),
        dave.json(verb, path.replace("T", MISSING_NUMBER).replace("C", MISSING_NUMBER), body));
  }

  @Test
  void noListShouldShowAnotherClientsTicket() {
    for (String query :
        List.of("?q=" + secret, "?items_per_page=1000", "?only_opened=true", "?q=" + number)) {
      Answer list = dave.get("/support/tickets" + query).ok();
      assertFalse(list.body().contains(secret), list.body());
    }
    Visitor member = Visitor.helpdesk(desk, "dave");
    for (String path : List.of("Tickets?mode=all&count=300", "Search?query=" + secret)) {
      assertFalse(member.get(path).ok().body().contains(secret), path);
    }
    looksMissing(member.get("ticket?id=" + number), member.get("ticket?id=" + MISSING_NUMBER));
    looksMissing(member.get("comments?id=" + number), member.get("comments?id=" + MISSING_NUMBER));
  }

  @Test
  void notesShouldReachNoClientThroughAnyDoor() {
    String note = "n" + UUID.randomUUID().toString().replace("-", "");
    alice.form("comment", "id", number, "body", note, "forTechsOnly", "true").ok();
    ours.json(
            "POST",
            "/tickets/" + number + "/comments",
            "{\"comment\":\"%s too\",\"isPrivate\":true,\"user\":%s}".formatted(note, USER))
        .has(201);
    Visitor member = Visitor.helpdesk(desk, "carol");
    Visitor tikting = Visitor.tikting(desk, "carol");
    List<Answer> shown =
        List.of(
            carol.get("/support/tickets/" + number),
            carol.get("/support/tickets/" + number + "/comments"),
            carol.get("/support/tickets?q=" + note),
            member.get("ticket?id=" + number),
            member.get("comments?id=" + number),
            member.get("Search?query=" + note),
            tikting.get("/" + number));

    for (Answer answer : shown) {
      assertFalse(answer.ok().body().contains(note), answer.body());
    }
    assertEquals(0, carol.get("/support/tickets?q=" + note).json("item_count").asInt());
    assertTrue(alice.get("comments?id=" + number).ok().body().contains(note));
    assertTrue(ours.get("/tickets/" + number + "/activities").ok().body().contains(note));
  }

  /** A browser remembers who signed in, and says so for the forms of other sites' pages too. */
  @ParameterizedTest
  @CsvSource({
    "cross-site, navigate, 401",
    "cross-site, no-cors, 401",
    "cross-site, cors, 200",
    "same-origin, navigate, 200"
  })
  void pagesOfOtherSitesShouldNotWriteByWhatABrowserRemembers(
      String site, String mode, int expected) {
    Visitor helpdesk = Visitor.helpdesk(desk, "alice");

    desk.send(
            "POST",
            "/api/ticket",
            r ->
                r.header(helpdesk.header(), helpdesk.credential())
                    .header("Sec-Fetch-Site", site)
                    .header("Sec-Fetch-Mode", mode)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("categoryId=11&subject=Foreign&body=b")))
        .has(expected);
  }

  /** Each door with the credentials of the others in the place of its own. */
  @Test
  void everyDoorShouldRefuseTheCredentialsOfTheOthers() {
    String tikting = desk.tokenOf("alice");
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("tikting", tikting);
    secrets.put("helpdesk", "demo-token-alice");
    secrets.put("taas", "demo-primary-key");
    secrets.put("panel", "demo-panel-token");
    List<String> opened = new ArrayList<>();
    secrets.forEach(
        (owner, credential) -> {
          Map<String, Answer> doors = new LinkedHashMap<>();
          doors.put(
              "tikting", desk.ask("GET", "/api/TicketsApi/appmetadata", "Bearer " + credential));
          doors.put("helpdesk", desk.ask("GET", "/api/Tickets", "Bearer " + credential));
          doors.put("taas", taas(credential).get("/tags"));
          doors.put("panel", Visitor.panel(desk, credential).get("/support/tickets"));
          doors.forEach(
              (door, answer) -> {
                assertTrue(answer.status() == 200 || answer.status() == 401, answer.body());
                assertFalse(answer.body().contains(credential), answer.body());
                if (answer.status() == 200) {
                  opened.add(owner + " at " + door);
                }
              });
        });

    assertEquals(
        List.of("tikting at tikting", "helpdesk at helpdesk", "taas at taas", "panel at panel"),
        opened);
    assertEquals(
        401, alice.desk().ask("GET", "/api/TicketsApi/appmetadata", alice.credential()).status());
    assertEquals(401, desk.send("GET", "/tickets?key=demo-panel-token", r -> r).status());
    assertEquals(
        401, desk.send("GET", "/tickets", r -> r.header("X-Token", "demo-primary-key")).status());
  }
}
