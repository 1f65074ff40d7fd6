package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The vendor's guide "Create a Ticket via API", step by step. Source: docs/dialects/tikting.md,
 * sections "What is served", "Logging in" and "Registering a ticket".
 */
@OnEveryStore
final class HowToTest {
  private static final String BODY =
      """
      {
      "Email": "%s",
      "Password": "%s",
      "RememberMe": false,
      "Domain": ""
      }
      """;

  private final TestDesk desk;

  HowToTest(Store store) {
    desk = store.shared();
  }

  @Test
  void authenticateShouldAnswerWhatTheGuideShows() {
    Answer answer =
        desk.post(TestDesk.AUTHENTICATE, "application/json", BODY.formatted("alice", "alice-demo"))
            .ok();

    assertEquals(
        List.of("Id", "Username", "FirstName", "LastName", "Avatar", "UserSettings", "Token"),
        answer.keys());
    assertEquals(TestDesk.ALICE, answer.json("Id").asText());
    assertEquals("alice", answer.json("Username").asText());
    assertEquals("Alice", answer.json("FirstName").asText());
    assertEquals("Demo", answer.json("LastName").asText());
    assertTrue(answer.json("Avatar").isNull());
    assertEquals(
        List.of(
            "TimeZone",
            "Language",
            "DateFormat",
            "PageSize",
            "EmailNotifications",
            "PushNotifications"),
        Answer.keysOf(answer.json("UserSettings")));
    assertEquals("application/json; charset=utf-8", answer.header("Content-Type"));
    assertTrue(answer.json("Token").asText().startsWith("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."));
  }

  @Test
  void authenticateShouldClaimWhatTheTokenIsFor() {
    Answer answer = desk.logIn("alice", "alice-demo").ok();

    String claims = answer.json("Token").asText().split("\\.")[1];
    JsonNode told = new Answer(200, Map.of(), Segments.decoded(claims)).json();
    assertEquals(TestDesk.ALICE, told.path("sub").asText());
    assertEquals("alice", told.path("unique_name").asText());
    assertEquals("Technician", told.path("role").asText());
    assertEquals(7 * 24 * 3600, told.path("exp").asLong() - told.path("iat").asLong());
    assertTrue(told.path("permission").toString().contains("\"Tickets.Create\""));
    for (String claim : List.of("jti", "iss", "aud", "sst")) {
      assertTrue(told.hasNonNull(claim), claim);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice@demo.test", "ALICE@demo.test", "ALICE", " alice "})
  void authenticateShouldTakeUserNamesAndAddresses(String name) {
    Answer answer = desk.logIn(name, "alice-demo").ok();

    assertEquals(TestDesk.ALICE, answer.json("Id").asText());
  }

  @ParameterizedTest
  @CsvSource({"alice,wrong", "nobody,alice-demo", "alice,ALICE-DEMO", "alice,' alice-demo'"})
  void authenticateShouldSayTheSameOfEveryWrongPair(String name, String password) {
    Answer answer = desk.logIn(name, password).has(401);

    assertEquals("Unauthorized", answer.json("title").asText());
    assertEquals("Invalid username or password.", answer.json("detail").asText());
    desk.logIn("alice", "alice-demo").ok();
  }

  @Test
  void authenticateShouldRefuseADomain() {
    String body = BODY.replace("\"Domain\": \"\"", "\"Domain\": \"CORP\"");

    desk.post(TestDesk.AUTHENTICATE, "application/json", body.formatted("alice", "alice-demo"))
        .has(401);
  }

  @Test
  void authenticateShouldNameWhatIsMissing() {
    desk.post(TestDesk.AUTHENTICATE, "application/json", "{}")
        .refuses(
            Map.of(
                "Email", "The Email field is required.",
                "Password", "The Password field is required."));
  }

  @Test
  void appMetadataShouldAnswerWhatTheGuideShows() {
    Answer answer = desk.get(TestDesk.METADATA, "alice").ok();

    assertEquals(
        """
        {"groups":[{"id":1,"group":"Network Team"},{"id":2,"group":"Hardware Support"}],\
        "levels":[{"id":1,"title":"Level 1"},{"id":2,"title":"Level 2"}],\
        "priorities":[{"id":1,"priority":"Low"},{"id":2,"priority":"Medium"},\
        {"id":3,"priority":"High"},{"id":4,"priority":"Critical"}],\
        "categories":[{"id":10,"name":"Hardware"},{"id":11,"name":"Software"},\
        {"id":12,"name":"Network"}],\
        "status":[{"id":1,"status":"Open","statusType":1},\
        {"id":2,"status":"Pending","statusType":2},{"id":3,"status":"Resolved","statusType":3},\
        {"id":4,"status":"Closed","statusType":4},{"id":5,"status":"On Hold","statusType":5},\
        {"id":6,"status":"In Progress","statusType":1},\
        {"id":7,"status":"Reopened","statusType":1}],\
        "clients":[{"id":1,"name":"Acme Corp"}],\
        "sites":[{"id":1,"title":"Head Office"},{"id":2,"title":"Branch Office"}],\
        "departments":[{"id":1,"title":"IT Department"},{"id":2,"title":"Finance"},\
        {"id":3,"title":"HR"}]}""",
        answer.body());
  }

  @Test
  void registerShouldAnswerWhatTheGuideShows() {
    Answer answer = desk.register(Form.howTo(), "alice").created();

    assertTrue(answer.json("id").asLong() > 0);
    assertEquals("Laptop screen is broken", answer.json("title").asText());
    assertEquals(
        "The screen cracked after a fall. Needs replacement.", answer.json("description").asText());
    assertEquals(1, answer.json("siteId").asInt());
    assertEquals(1, answer.json("departmentId").asInt());
    assertEquals(1, answer.json("ticketStatusId").asInt());
    assertEquals(3, answer.json("ticketPriorityId").asInt());
    assertEquals(10, answer.json("ticketCategoryId").asInt());
    assertEquals(TestDesk.ALICE, answer.json("creatorId").asText());
  }

  @Test
  void registerShouldSayWhereTheTicketIs() {
    Answer created = desk.register(Form.howTo(), "alice").created();
    String location = created.header("Location");

    assertEquals(desk.at("/api/TicketsApi/" + created.json("id")).toString(), location);
    Answer found = desk.get(location.substring(desk.at("").toString().length()), "alice").ok();
    assertEquals(created.json("id"), found.json("id"));
    assertEquals(created.header("ETag"), found.header("ETag"));
    assertTrue(created.header("ETag").matches("\"\\d+\""), created.header("ETag"));
  }

  /** The guide's JavaScript reads {@code ticket.Id}, its sample shows {@code id}. */
  @Test
  void registerShouldGiveTheIdInBothSpellings() {
    Answer answer = desk.register(Form.howTo(), "alice").created();

    assertEquals(answer.json("id"), answer.json("Id"));
  }

  @Test
  void registerShouldTakeFieldNamesInAnyCase() {
    desk.register(Form.howTo().spelled(name -> name.toLowerCase(Locale.ROOT)), "alice").created();
    desk.register(Form.howTo().spelled(name -> name.toUpperCase(Locale.ROOT)), "alice").created();
  }

  /** .NET's client quotes the boundary, quotes no names and gives each text a media type. */
  @Test
  void registerShouldTakeWhatTheGuidesCSharpSends() {
    StringBuilder body = new StringBuilder();
    for (String[] field :
        new String[][] {
          {"Title", "Laptop screen is broken"},
          {"Description", "The screen cracked after a fall. Needs replacement."},
          {"CreatorId", TestDesk.ALICE},
          {"SiteId", "1"},
          {"DepartmentId", "1"},
          {"TicketStatusId", "1"},
          {"TicketType", "1"},
          {"TicketPriorityId", "3"},
          {"TicketCategoryId", "10"}
        }) {
      body.append("--7f1c2a3b\r\nContent-Type: text/plain; charset=utf-8\r\n")
          .append("Content-Disposition: form-data; name=%s\r\n\r\n".formatted(field[0]))
          .append(field[1])
          .append("\r\n");
    }
    body.append("--7f1c2a3b--\r\n");

    Answer answer =
        desk.send(
            "POST",
            TestDesk.REGISTER,
            r ->
                r.header("Authorization", "Bearer " + desk.tokenOf("alice"))
                    .header("Content-Type", "multipart/form-data; boundary=\"7f1c2a3b\"")
                    .POST(BodyPublishers.ofString(body.toString())));

    assertEquals("Laptop screen is broken", answer.created().json("title").asText());
  }

  @Test
  void registerShouldNameEveryRequiredFieldThatIsMissing() {
    desk.register(Form.empty().and("Unknown", "x"), "alice").refuses(RegisterRules.ALL_REQUIRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Title",
        "Description",
        "CreatorId",
        "SiteId",
        "DepartmentId",
        "TicketStatusId",
        "TicketType"
      })
  void registerShouldNameTheOneRequiredFieldThatIsMissing(String field) {
    String sentence = "The %s field is required.".formatted(field);

    desk.register(Form.howTo().without(field), "alice").refuses(field, sentence);
    desk.registerWith(field, "").refuses(field, sentence);
    desk.registerWith(field, "  \t ").refuses(field, sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "CreatorId,00000000-0000-4000-8000-00000000abcd",
    "CreatorId,nobody",
    "SiteId,999",
    "DepartmentId,999"
  })
  void registerShouldNameTheIdThatMatchesNothing(String field, String value) {
    desk.registerWith(field, value).refuses(field, "Invalid %s.".formatted(field));
  }

  @Test
  void registerShouldAnswerAMissingPermissionWith400() {
    Answer answer =
        desk.register(Form.howTo().with("CreatorId", desk.idOf("dave")), "dave").has(400);

    assertEquals("Bad Request", answer.json("title").asText());
    assertEquals("Permission denied.", answer.json("detail").asText());
    assertTrue(answer.json("errors").isMissingNode());
  }

  @Test
  void registerShouldAnswerAMissingTokenWith401() {
    Answer answer = desk.post(TestDesk.REGISTER, Form.howTo(), null).has(401);

    assertEquals("", answer.body());
    assertEquals("Bearer", answer.header("WWW-Authenticate"));
  }
}
