package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/**
 * Custom fields of tickets through the two doors that have them: docs/dialects/helpdesk.md and
 * docs/dialects/taas.md, sections "Custom fields".
 */
@OnEveryStore
final class CustomFieldsTest {
  private static final String UUID_HEAD = "c0000000-0000-4000-8000-00000000000";
  private static final String ANN =
      "{\"id\":\"u-1\",\"name\":\"Ann\",\"email\":\"ann@example.test\"}";
  private static final List<String> KEYS =
      List.of(
          "FieldID",
          "FieldName",
          "Type",
          "UsageType",
          "AccessType",
          "ForTechsOnly",
          "Mandatory",
          "OrderByNumber",
          "ShowInGrid",
          "SelectionComboOptions",
          "Value",
          "OptionID",
          "ValueWithOption");

  private final TestDesk desk;
  private final Visitor alice;
  private final Visitor carol;
  private final Visitor dave;

  CustomFieldsTest(Store store) {
    this.desk = store.shared();
    this.alice = Visitor.helpdesk(desk, "alice");
    this.carol = Visitor.helpdesk(desk, "carol");
    this.dave = Visitor.helpdesk(desk, "dave");
  }

  private String open(Visitor who, String... more) {
    List<String> pairs =
        new ArrayList<>(List.of("categoryId", "11", "subject", "Fields", "body", "It burns."));
    pairs.addAll(List.of(more));
    return who.form("ticket", pairs.toArray(String[]::new)).ok().body();
  }

  private Answer teams(String verb, String path, String body) {
    return new Visitor(desk, "/ticketing/v1/tickets", "X-None", "x")
        .json(verb, path + "?key=demo-primary-key", body);
  }

  private JsonNode inTeams(String ticket) {
    return teams("GET", "/" + ticket, "").ok().json().path("item").path("customFields");
  }

  private String value(String ticket, int field) {
    for (JsonNode one : alice.get("TicketCustomFields?id=" + ticket).ok().json()) {
      if (one.path("FieldID").asInt() == field) {
        return one.path("Value").asText();
      }
    }
    return "unset";
  }

  @Test
  void aCategoryShouldShowItsFieldsAsTheyAreDefined() {
    JsonNode fields = alice.get("CustomFieldsForCategory?id=11").ok().json();

    assertEquals(4, fields.size());
    List<String> keys = new ArrayList<>();
    fields.path(2).fieldNames().forEachRemaining(keys::add);
    assertEquals(KEYS, keys);
    assertEquals(
        "[\"Serial number\",\"Warranty until\",\"Building\",\"On site\"]",
        fields.findValues("FieldName").toString().replace(", ", ","));
    assertEquals("[1, 2, 3, 4]", fields.findValues("Type").toString());
    assertEquals(
        "[{\"OptionID\":1,\"OptionName\":\"North\"},{\"OptionID\":2,\"OptionName\":\"South\"}]",
        fields.path(2).path("SelectionComboOptions").toString());
    assertTrue(fields.path(0).path("SelectionComboOptions").isNull());
    assertTrue(fields.path(0).path("Value").isNull());
    assertEquals(fields, alice.get("CustomFieldsForCategory?categoryId=12").ok().json());
    assertEquals(fields, alice.get("customfields").ok().json());
    assertEquals(400, alice.get("CustomFieldsForCategory?id=9999").status());
    assertEquals(400, alice.get("CustomFieldsForCategory").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | SN-77 | SN-77 | \"SN-77\"",
        "2 | 2026-05-01 | 2026-05-01 | \"2026-05-01\"",
        "2 | 05/01/2026 00:00:00 | 2026-05-01 | \"2026-05-01\"",
        "2 | 2026-05-01T10:00:00.000Z | 2026-05-01 | \"2026-05-01\"",
        "3 | 2 | South | [\"South\"]",
        "3 | sOuth | South | [\"South\"]",
        "4 | True | true | true",
        "4 | 0 | false | false",
      })
  void aValueShouldBeSetAndShowAtBothDoors(int field, String sent, String shown, String json) {
    String ticket = open(alice);

    Answer done =
        alice.form(
            "SetCustomField",
            "ticketId",
            ticket,
            "fieldId",
            Integer.toString(field),
            "value",
            sent);

    assertEquals("", done.ok().body());
    assertEquals(shown, value(ticket, field));
    assertEquals(json, inTeams(ticket).path(UUID_HEAD + field).toString());
    alice.query("setcustomfield", "ticketid", ticket, "fieldid", "" + field, "value", "").ok();
    assertEquals("unset", value(ticket, field));
    assertTrue(inTeams(ticket).path(UUID_HEAD + field).isMissingNode());
  }

  @Test
  void aDropDownShouldTellItsOption() {
    String ticket = open(alice, "cf3", "North");

    JsonNode field = alice.get("TicketCustomFields/" + ticket).ok().json().path(0);

    assertEquals("North", field.path("Value").asText());
    assertEquals("North", field.path("ValueWithOption").asText());
    assertEquals(1, field.path("OptionID").asInt());
    assertEquals(
        4, alice.get("TicketCustomFields?id=" + ticket + "&returnUnset=true").json().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"1\":\"SN-9\",\"4\":\"true\"}",
        "\"{\\\"1\\\":\\\"SN-9\\\",\\\"4\\\":\\\"true\\\"}\"",
      })
  void openingShouldTakeFieldsAsText(String sent) {
    String ticket = open(alice, "customFields", sent);

    assertEquals("SN-9", value(ticket, 1));
    assertEquals("true", value(ticket, 4));
  }

  @Test
  void openingShouldTakeFieldsAsAnObject() {
    String ticket =
        alice
            .json(
                "POST",
                "ticket",
                """
                {"categoryId":11,"subject":"x","body":"y","customFields":{"1":"SN-8","3":2,"4":true,
                "2":null}}
                """)
            .ok()
            .body();

    assertEquals("SN-8", value(ticket, 1));
    assertEquals("South", value(ticket, 3));
    assertEquals("true", value(ticket, 4));
    assertEquals("unset", value(ticket, 2));
  }

  @Test
  void severalFieldsShouldBeSetAtOnceOrNotAtAll() {
    String ticket = open(alice);

    alice.form("SetCustomFields", "ticketId", ticket, "cf1", "A", "CF4", "true").ok();
    Answer refused = alice.form("SetCustomFields", "ticketId", ticket, "cf1", "B", "cf3", "West");

    assertEquals(400, refused.status());
    assertEquals("A", value(ticket, 1));
    assertEquals("true", value(ticket, 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fieldId=99&value=x",
        "fieldId=x&value=x",
        "value=x",
        "fieldId=1",
        "fieldId=2&value=tomorrow",
        "fieldId=2&value=2026-02-30",
        "fieldId=3&value=West",
        "fieldId=4&value=perhaps",
        "fieldId=1&value=%00",
      })
  void aValueThatDoesNotFitShouldBeRefused(String query) {
    String ticket = open(alice, "cf1", "kept");

    Answer refused = alice.get("SetCustomField?ticketId=" + ticket + "&" + query);

    assertEquals(400, refused.status(), refused.body());
    assertEquals("kept", value(ticket, 1));
  }

  @Test
  void openingWithAWrongFieldShouldOpenNothing() {
    int before = alice.get("Stats").ok().json().path("TotalTickets").asInt();

    for (String sent : List.of("{\"99\":\"x\"}", "{\"3\":\"West\"}", "{\"3\":", "[1]")) {
      Answer refused =
          alice.form(
              "ticket", "categoryId", "11", "subject", "s", "body", "b", "customFields", sent);
      assertEquals(400, refused.status(), sent);
    }

    assertEquals(before, alice.get("Stats").ok().json().path("TotalTickets").asInt());
  }

  @Test
  void aRequesterShouldSetFieldsOfHisOwnTicketOnly() {
    String own = open(carol, "cf1", "mine");
    String hers = open(alice, "cf1", "hers");

    carol.form("SetCustomField", "ticketId", own, "fieldId", "1", "value", "still mine").ok();

    assertEquals("still mine", value(own, 1));
    for (Visitor stranger : List.of(carol, dave)) {
      assertEquals(404, stranger.get("TicketCustomFields?id=" + hers).status());
      Answer refused =
          stranger.form("SetCustomField", "ticketId", hers, "fieldId", "1", "value", "x");
      assertEquals(404, refused.status());
    }
    assertEquals("hers", value(hers, 1));
  }

  @Test
  void aChangeShouldBeALineAtBothDoorsAndNoneWhenNothingChanges() {
    String ticket = open(alice, "cf3", "North");
    for (int i = 0; i < 2; i++) {
      alice.form("SetCustomField", "ticketId", ticket, "fieldId", "3", "value", "South").ok();
    }

    JsonNode comments = alice.get("comments?id=" + ticket).ok().json();
    JsonNode activities = teams("GET", "/" + ticket + "/activities", "").ok().json().path("items");

    assertEquals(1, comments.size());
    assertTrue(comments.path(0).path("IsSystem").asBoolean());
    assertEquals("<!--html-->Building: North → South.", comments.path(0).path("Body").asText());
    JsonNode change = activities.path(0).path("changes").path(0);
    assertEquals("customFields." + UUID_HEAD + "3", change.path("name").asText());
    assertEquals("North", change.path("oldValue").asText());
    assertEquals("South", change.path("newValue").asText());
    assertEquals(2, activities.size());
  }

  @Test
  void listsShouldShowFieldsToThoseWhoAsk() {
    String ticket = open(alice, "cf1", "SN-1", "tags", "listed-fields");

    JsonNode with =
        alice.get("Tickets?tagName=listed-fields&includeCustomFields=true").ok().json().path(0);
    JsonNode without = alice.get("Tickets?tagName=listed-fields").ok().json().path(0);

    assertEquals(ticket, with.path("IssueID").asText());
    assertEquals("SN-1", with.path("CustomFields").path(0).path("Value").asText());
    assertFalse(without.has("CustomFields"));
  }

  @Test
  void teamsShouldReadTheDefinitions() {
    JsonNode instance =
        new Visitor(desk, "/ticketing/v1", "X-None", "x")
            .get("/instance?key=demo-primary-key")
            .ok()
            .json()
            .path("item");

    JsonNode fields = instance.path("customFields");
    assertEquals(4, fields.size());
    assertEquals(UUID_HEAD + "3", fields.path(2).path("id").asText());
    assertEquals("Building", fields.path(2).path("title").asText());
    assertEquals("5_list", fields.path(2).path("type").path("key").asText());
    assertTrue(fields.path(2).path("type").path("data").isObject());
    assertEquals(
        "[{\"key\":\"North\",\"text\":\"North\"},{\"key\":\"South\",\"text\":\"South\"}]",
        fields.path(2).path("options").toString());
    assertEquals("visible", fields.path(0).path("status").asText());
    assertFalse(fields.path(0).path("isMandatory").asBoolean());
    assertEquals(fields, instance.path("customFieldsLeft"));
  }

  @Test
  void teamsShouldSetMergeAndClearFields() {
    String body =
        """
        {"ticket":{"title":"t","requestor":%1$s,"customFields":{"%2$s1":"SN-3","%2$s3":["North"],
        "%2$s4":true,"timestamp":"as sent"}},"user":%1$s}
        """
            .formatted(ANN, UUID_HEAD);
    JsonNode item = teams("POST", "", body).json().path("item");
    String ticket = item.path("ticketNo").asText();
    assertEquals("SN-3", value(ticket, 1));
    assertEquals("North", value(ticket, 3));
    assertEquals("true", value(ticket, 4));

    teams(
            "PUT",
            "/" + ticket,
            """
            {"ticket":{"customFields":{"%2$s1":null,"%2$s2":"2026-07-01","%2$s3":[]}},"user":%1$s}
            """
                .formatted(ANN, UUID_HEAD))
        .ok();

    assertEquals(
        "{\"timestamp\":\"as sent\",\"%1$s2\":\"2026-07-01\",\"%1$s4\":true}".formatted(UUID_HEAD),
        inTeams(ticket).toString());
    assertEquals("unset", value(ticket, 1));
    assertEquals("2026-07-01", value(ticket, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 5",
        "1 | [\"x\"]",
        "2 | \"tomorrow\"",
        "2 | 20260701",
        "2 | \"+999999999-12-31T23:59:59-18:00\"",
        "2 | \"+10000-01-01\"",
        "2 | \"-0001-01-01\"",
        "3 | [\"West\"]",
        "3 | [\"North\",\"South\"]",
        "3 | true",
        "4 | \"true\"",
        "4 | 1",
      })
  void teamsShouldBeToldOfWrongTypes(int field, String json) {
    String ticket = open(alice, "cf1", "kept");

    Answer refused =
        teams(
            "PUT",
            "/" + ticket,
            "{\"ticket\":{\"title\":\"new\",\"customFields\":{\"%s\":%s}},\"user\":%s}"
                .formatted(UUID_HEAD + field, json, ANN));

    assertEquals(400, refused.status(), refused.body());
    assertTrue(refused.body().contains(UUID_HEAD + field), refused.body());
    assertEquals("kept", value(ticket, 1));
    assertEquals("Fields", alice.get("ticket?id=" + ticket).json().path("Subject").asText());
  }
}
