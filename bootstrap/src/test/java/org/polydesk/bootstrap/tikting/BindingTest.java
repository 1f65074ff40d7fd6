package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/dialects/tikting.md, section "What is read and written". */
@OnEveryStore
final class BindingTest {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final TestDesk desk;

  BindingTest(Store store) {
    desk = store.shared();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\":\"alice\",\"password\":\"alice-demo\"}",
        "{\"EMAIL\":\"alice\",\"PASSWORD\":\"alice-demo\"}",
        "{\"Email\":\"alice\",\"Password\":\"alice-demo\",\"More\":{\"a\":[1]}}",
        "{\"Email\":\"alice\",\"Password\":\"alice-demo\",\"RememberMe\":true,\"Domain\":null}",
        "{\"Email\":\"alice\",\"Password\":\"alice-demo\",\"RememberMe\":null}",
        "\uFEFF{\"Email\":\"alice\",\"Password\":\"alice-demo\"}"
      })
  void jsonShouldBeReadByNameInAnyCase(String body) {
    desk.post(TestDesk.AUTHENTICATE, JSON, body).ok();
  }

  @Test
  void jsonShouldBeTakenUnderItsMediaTypesParameters() {
    String body = "{\"Email\":\"alice\",\"Password\":\"alice-demo\"}";

    desk.post(TestDesk.AUTHENTICATE, "application/json; charset=utf-8", body).ok();
    desk.post(TestDesk.AUTHENTICATE, "APPLICATION/JSON;charset=UTF-8", body).ok();
  }

  @Test
  void anEmptyBodyShouldBeRefusedUnderTheEmptyKey() {
    desk.post(TestDesk.AUTHENTICATE, JSON, "").refuses("", "A non-empty request body is required.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"Email\":", "x", "{\"Email\" \"alice\"}", "[1,", "{} x"})
  void malformedJsonShouldBeRefusedUnderTheRoot(String body) {
    Answer answer = desk.post(TestDesk.AUTHENTICATE, JSON, body).has(400);

    assertTrue(answer.json("errors").has("$"), answer.body());
    assertTrue(
        !answer.body().contains("jackson") && !answer.body().contains("com."), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"maybe", "1", "on", "yes"})
  void aFlagThatIsNoneShouldBeRefused(String value) {
    String body = "{\"Email\":\"a\",\"Password\":\"b\",\"RememberMe\":\"%s\"}".formatted(value);

    desk.post(TestDesk.AUTHENTICATE, JSON, body)
        .refuses("RememberMe", "The value '%s' is not valid for RememberMe.".formatted(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Email|[\"alice\"]|a string",
        "Email|1|a string",
        "Email|true|a string",
        "Email|{\"a\":1}|a string",
        "Password|[\"alice-demo\"]|a string",
        "Password|[]|a string",
        "Domain|7|a string",
        "RememberMe|[true]|a boolean"
      })
  void aValueOfAnotherKindShouldBeRefusedAtTheLogIn(String field, String value, String kind) {
    String body = "{\"%s\":%s,\"Email\":\"alice\",\"Password\":\"alice-demo\"}";

    desk.post(TestDesk.AUTHENTICATE, JSON, body.formatted(field.toLowerCase(Locale.ROOT), value))
        .refuses(field, "The JSON value could not be converted to %s.".formatted(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page|[1]|a number",
        "page|{\"a\":1}|a number",
        "length|[[1]]|a number",
        "search|1|a string",
        "search|[\"a\",\"b\"]|a string",
        "listType|[\"AllTickets\"]|a string",
        "listType|20|a string",
        "filterBy|[\"Subject\"]|a string"
      })
  void aValueOfAnotherKindShouldBeRefusedInLists(String field, String value, String kind) {
    list("{\"%s\":%s}".formatted(field, value))
        .refuses(field, "The JSON value could not be converted to %s.".formatted(kind));
  }

  @Test
  void valuesOfOtherKindsShouldBeToldAtOnceAndNeverRepeated() {
    desk.post(TestDesk.AUTHENTICATE, JSON, "{\"Password\":[\"secret\"],\"RememberMe\":{}}")
        .refuses(
            Map.of(
                "Email", "The Email field is required.",
                "Password", "The JSON value could not be converted to a string.",
                "RememberMe", "The JSON value could not be converted to a boolean."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"page\":\"1\",\"length\":\"5\"}",
        "{\"page\":null,\"length\":null,\"search\":null,\"listType\":null,\"filterBy\":null}",
        "{\"unknown\":[1],\"more\":{\"page\":[1]}}"
      })
  void numbersMayBeTextsAndWhatIsUnknownMayBeAnything(String body) {
    list(body).ok();
  }

  private Answer list(String body) {
    return desk.send(
        "POST",
        "/api/TicketsApi",
        r ->
            r.header("Authorization", "Bearer " + desk.tokenOf("alice"))
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", FORM, "multipart/form-data; boundary=x"})
  void logInShouldTakeJsonOnly(String mediaType) {
    Answer answer = desk.post(TestDesk.AUTHENTICATE, mediaType, "Email=alice").has(415);

    assertEquals("Unsupported Media Type", answer.json("title").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, "text/plain", "application/octet-stream", "nonsense"})
  void registerShouldTakeFormsOnly(String mediaType) {
    assertEquals(415, register(mediaType, "{\"Title\":\"x\"}", "alice").status());
  }

  @Test
  void registerShouldTakeUrlEncodedForms() {
    Answer answer = register(FORM, Form.howTo().with("Title", "Käse & Brot").urlEncoded(), "alice");

    assertEquals("Käse & Brot", answer.created().json("title").asText());
  }

  @Test
  void aScalarThatComesTwiceShouldCountOnce() {
    Answer answer =
        desk.register(Form.howTo().and("Title", "Second").and("SiteId", "2"), "alice").created();

    assertEquals("Laptop screen is broken", answer.json("title").asText());
    assertEquals(1, answer.json("siteId").asInt());
  }

  @Test
  void textsShouldBeKeptAsTheyWereSent() {
    Answer answer = desk.registerWith("Title", "  two blanks, then: \t").created();

    assertEquals("  two blanks, then: \t", answer.json("title").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TicketPriorityId", "TicketCategoryId", "GroupId", "TierLevelId", "ClientId", "DueDate",
        "Guid", "AssignedUser", "SLAId", "SelectedTags", "Cc", "ServiceId"
      })
  void whatIsOptionalMayComeEmpty(String field) {
    desk.registerWith(field, "").created();
    desk.registerWith(field, " ").created();
  }

  @ParameterizedTest
  @CsvSource({
    "SiteId,abc",
    "SiteId,1.5",
    "SiteId,2147483648",
    "SiteId,0x1",
    "DepartmentId,one",
    "TicketStatusId,1e0",
    "TicketPriorityId,high",
    "GroupId,--1",
    "TierLevelId,١",
    "SelectedTags,１",
    "TicketType,１",
    "Guid,not-a-guid",
    "DueDate,tomorrow",
    "SelectedTags,x"
  })
  void aValueThatCannotBeReadShouldBeTold(String field, String value) {
    desk.registerWith(field, value)
        .refuses(field, "The value '%s' is not valid for %s.".formatted(value, field));
  }

  @ParameterizedTest
  @CsvSource({
    "SiteId,' 1 ',1",
    "SiteId,+1,1",
    "SiteId,00000000001,1",
    "TicketType,' 2',2",
    "TicketType,000000000002,2"
  })
  void numbersShouldBeReadAsTheyAreWritten(String field, String sent, int read) {
    String key = field.substring(0, 1).toLowerCase(Locale.ROOT) + field.substring(1);

    assertEquals(read, desk.registerWith(field, sent).created().json(key).asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "{%s}", "(%s)", " %s "})
  void aKeyShouldBeReadInEveryForm(String form) {
    for (String key : List.of(TestDesk.ALICE, TestDesk.ALICE.toUpperCase(Locale.ROOT))) {
      String guid = UUID.randomUUID().toString();
      Form sent =
          Form.howTo().with("CreatorId", form.formatted(key)).with("Guid", form.formatted(guid));

      Answer answer = desk.register(sent, "alice").created();

      assertEquals(TestDesk.ALICE, answer.json("creatorId").asText());
      assertEquals(guid, answer.json("guid").asText());
    }
  }

  @Test
  void aKeyShouldBeReadWithoutHyphens() {
    UUID guid = UUID.randomUUID();
    Form sent =
        Form.howTo()
            .with("CreatorId", TestDesk.ALICE.replace("-", ""))
            .with("Guid", guid.toString().replace("-", ""));

    Answer answer = desk.register(sent, "alice").created();

    assertEquals(TestDesk.ALICE, answer.json("creatorId").asText());
    assertEquals(guid.toString(), answer.json("guid").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "2,2",
    "3,3",
    "4,4",
    "ticket,1",
    "TICKET,1",
    "Problem,2",
    "change,3",
    "ServiceRequest,4",
    "servicerequest,4"
  })
  void anEnumerationShouldComeAsNumberOrName(String sent, int number) {
    assertEquals(
        number, desk.registerWith("TicketType", sent).created().json("ticketType").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "99,The value '99' is invalid.",
    "5,The value '5' is invalid.",
    "-1,The value '-1' is invalid.",
    "0,The TicketType field is required.",
    "tickets,The value 'tickets' is not valid for TicketType.",
    "1.0,The value '1.0' is not valid for TicketType."
  })
  void anEnumerationShouldRefuseWhatItDoesNotHave(String sent, String sentence) {
    desk.registerWith("TicketType", sent).refuses("TicketType", sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "2099-03-04T10:00:00Z,2099-03-04T10:00:00Z",
    "2099-03-04T10:00:00z,2099-03-04T10:00:00Z",
    "2099-03-04T10:00Z,2099-03-04T10:00:00Z",
    "2099-03-04T10:00:00.123Z,2099-03-04T10:00:00Z",
    "2099-03-04T10:00:00+02:00,2099-03-04T08:00:00Z",
    "2099-03-04T10:00:00-03:30,2099-03-04T13:30:00Z",
    "2099-03-04T10:00:00,2099-03-04T10:00:00Z",
    "2099-03-04T10:00,2099-03-04T10:00:00Z",
    "2099-03-04,2099-03-04T00:00:00Z"
  })
  void aDateShouldBeReadInEveryForm(String sent, String read) {
    Form form = Form.howTo().without("TicketPriorityId").with("DueDate", sent);

    assertEquals(read, desk.register(form, "alice").created().json("dueDate").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04/03/2099",
        "2099-3-4",
        "2099-02-30",
        "2099-03-04 10:00:00",
        "4102444800",
        "2099-03-04T25:00:00Z",
        "20990304",
        "2099-03-04T10:00:00+99:00",
        "99999-01-01T00:00:00Z"
      })
  void aDateInAnotherFormShouldBeRefused(String sent) {
    desk.registerWith("DueDate", sent)
        .refuses("DueDate", "The value '%s' is not valid for DueDate.".formatted(sent));
  }

  @Test
  void listsOfNumbersShouldBeReadInThreeNotations() {
    String expected = "[1,2]";
    Form form = Form.howTo();

    assertEquals(expected, tags(form.and("SelectedTags", "1").and("SelectedTags", "2")));
    assertEquals(expected, tags(form.and("SelectedTags[]", "1").and("SelectedTags[]", "2")));
    assertEquals(expected, tags(form.and("SelectedTags[0]", "1").and("SelectedTags[1]", "2")));
    assertEquals(expected, tags(form.and("selectedtags[0]", "1").and("SELECTEDTAGS[1]", "2")));
    assertEquals("[]", tags(form));
    desk.register(form.and("SelectedTags", "1").and("SelectedTags", "99"), "alice")
        .refuses("SelectedTags", "Invalid SelectedTags.");
  }

  private String tags(Form form) {
    return desk.register(form, "alice").created().json("tags").toString();
  }

  private Answer register(String mediaType, String body, String userName) {
    return desk.send(
        "POST",
        TestDesk.REGISTER,
        r ->
            r.header("Authorization", "Bearer " + desk.tokenOf(userName))
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString(body)));
  }

  /** The token comes before the body, whatever the body is. */
  @Test
  void theTokenShouldBeJudgedBeforeTheBody() {
    desk.post(TestDesk.REGISTER, JSON, "{").has(401);
    desk.post(TestDesk.REGISTER, Form.empty(), "Bearer x").has(401);
  }

  @Test
  void whatCannotBeReadShouldBeToldBeforeThePermission() {
    assertEquals(415, register(JSON, "{}", "dave").status());
    desk.register(Form.empty().and("Unknown", "x"), "dave").refuses(RegisterRules.ALL_REQUIRED);
    Answer answer = desk.register(Form.howTo().with("SiteId", "999"), "dave").has(400);
    assertEquals("Permission denied.", answer.json("detail").asText());
  }

  @Test
  void registerShouldAskForTheFieldsOfAnEmptyBody() {
    Answer empty = register(FORM, "", "alice").has(400);

    assertTrue(empty.json("errors").size() > 0, empty.body());
  }
}
