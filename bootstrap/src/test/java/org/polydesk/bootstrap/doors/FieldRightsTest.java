package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/**
 * Custom fields that only technicians know of, that only one category has, and those of people and
 * companies: docs/dialects/helpdesk.md, section "Custom fields".
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FieldRightsTest {
  private static final String UUID_HEAD = "c0000000-0000-4000-8000-00000000000";

  private TestDesk desk;
  private Visitor admin;
  private Visitor alice;
  private Visitor carol;

  @BeforeAll
  void defineFields() {
    desk = TestDesk.running(Store.H2);
    define(5, "TICKET", "Secret", "TEXT", true, false);
    define(6, "USER", "Badge", "TEXT", false, false);
    define(7, "COMPANY", "Contract until", "DATE", false, false);
    define(10, "ASSET", "Rack", "TEXT", false, false);
    define(8, "TICKET", "Model", "TEXT", false, false);
    define(9, "TICKET", "Watchers", "PEOPLE", false, true);
    desk.execute(
        "insert into custom_field_category (desk_id, field_id, category_id) values (1, 8, 10)");
    desk.restart();
    admin = Visitor.helpdesk(desk, "admin");
    alice = Visitor.helpdesk(desk, "alice");
    carol = Visitor.helpdesk(desk, "carol");
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private void define(
      int id, String subject, String name, String kind, boolean technicians, boolean multiple) {
    desk.execute(
        """
        insert into custom_field (desk_id, field_id, public_id, subject, name, kind,
          technicians_only, mandatory, hidden, multiple, field_position, active)
        values (1, %d, '%s', '%s', '%s', '%s', %b, true, false, %b, %d, true)
        """
            .formatted(id, uuid(id), subject, name, kind, technicians, multiple, id));
  }

  private static String uuid(int id) {
    return id < 10 ? UUID_HEAD + id : UUID_HEAD.substring(0, UUID_HEAD.length() - 1) + id;
  }

  private String open(Visitor who, int category) {
    return who.form(
            "ticket",
            "categoryId",
            Integer.toString(category),
            "subject",
            "Rights",
            "body",
            "It burns.")
        .ok()
        .body();
  }

  private Answer set(Visitor who, String ticket, int field, String value) {
    return who.form(
        "SetCustomField", "ticketId", ticket, "fieldId", Integer.toString(field), "value", value);
  }

  @Test
  void aFieldForTechniciansShouldNeverReachAMember() {
    String ticket = open(carol, 11);
    set(alice, ticket, 5, "needle").ok();
    set(alice, ticket, 5, "needle again").ok();
    set(alice, ticket, 1, "seen").ok();

    assertTrue(alice.get("TicketCustomFields?id=" + ticket).body().contains("needle again"));
    assertTrue(alice.get("comments?id=" + ticket).body().contains("Secret"));
    Answer refused = set(carol, ticket, 5, "x");
    Answer unknown = set(carol, ticket, 99, "x");
    assertEquals(400, refused.status());
    assertEquals(unknown.body(), refused.body());
    for (String path :
        new String[] {
          "TicketCustomFields?returnUnset=true&id=" + ticket,
          "CustomFieldsForCategory?id=11",
          "CustomFields",
          "comments?id=" + ticket,
          "ticket?id=" + ticket,
          "Tickets?includeCustomFields=true",
          "Search?includeCustomFields=true&query=needle",
        }) {
      String body = carol.get(path).ok().body();
      assertFalse(body.contains("needle") || body.contains("Secret"), path + " " + body);
    }
    assertEquals(1, carol.get("comments?id=" + ticket).json().size());
    assertTrue(carol.get("comments?id=" + ticket).body().contains("Serial number"));
  }

  @Test
  void aFieldOfOneCategoryShouldGoWithIt() {
    String software = open(alice, 11);
    String hardware = open(alice, 10);

    assertEquals(400, set(alice, software, 8, "X1").status());
    set(alice, hardware, 8, "X1").ok();
    assertTrue(alice.get("TicketCustomFields?id=" + hardware).body().contains("X1"));
    alice.form("UpdateTicket", "id", hardware, "categoryId", "11").ok();
    assertEquals("[]", alice.get("TicketCustomFields?id=" + hardware).ok().body());
    alice.form("UpdateTicket", "id", software, "categoryId", "10", "cf8", "X2").ok();
    assertTrue(alice.get("TicketCustomFields?id=" + software).body().contains("X2"));
  }

  @Test
  void peopleShouldBeTakenAndGivenAsTheyWereNamed() {
    String ticket = open(alice, 11);
    Visitor teams = new Visitor(desk, "/ticketing/v1/tickets", "X-None", "x");
    String people =
        "[{\"id\":\"a b\",\"name\":\"Ann, Other\",\"email\":\"ann@x.test\"},"
            + "{\"id\":\"\",\"name\":\"Bo\",\"email\":\"\"}]";

    JsonNode item =
        teams
            .json(
                "PUT",
                "/" + ticket + "?key=demo-primary-key",
                "{\"ticket\":{\"customFields\":{\"%s9\":%s}},\"user\":%s}"
                    .formatted(
                        UUID_HEAD, people, "{\"id\":\"u\",\"name\":\"U\",\"email\":\"u@x.test\"}"))
            .ok()
            .json()
            .path("item");

    assertEquals(people, item.path("customFields").path(UUID_HEAD + "9").toString());
    assertTrue(alice.get("TicketCustomFields?id=" + ticket).body().contains("Ann, Other, Bo"));
    set(alice, ticket, 9, "x@x.test; y@x.test").ok();
    assertTrue(alice.get("TicketCustomFields?id=" + ticket).body().contains("x@x.test, y@x.test"));
  }

  @ParameterizedTest
  @CsvSource({
    "SetCustomFieldForUser,    UserCustomFields,    userId, 5, 6, B-17,       B-17",
    "SetCustomFieldForCompany, CompanyCustomFields, id,     1, 7, 2027-01-31, 2027-01-31",
  })
  void recordsShouldHaveFieldsThatAdministratorsSet(
      String write, String read, String name, String key, String field, String sent, String shown) {
    admin.form(write, name, key, "fieldId", field, "value", sent).ok();

    assertEquals(
        shown, alice.get(read + "?" + name + "=" + key).json().path(0).path("Value").asText());
    assertEquals(403, alice.form(write, name, key, "fieldId", field, "value", sent).status());
    assertEquals(404, admin.form(write, name, "99", "fieldId", field, "value", sent).status());
    assertEquals(400, admin.form(write, name, key, "fieldId", "1", "value", sent).status());
    assertEquals(404, alice.get(read + "?" + name + "=99").status());
    assertEquals(400, alice.get(read + "?" + name + "=x").status());
  }

  @Test
  void anAssetShouldHaveFieldsThatTechniciansSet() {
    String rack = "SetCustomFieldForAsset";

    alice.json("POST", rack, "{\"id\":1,\"fieldId\":10,\"value\":\"R7\"}").ok();
    alice.form(rack, "id", "1", "fieldId", "10", "value", "R8").ok();

    JsonNode asset = alice.get("Asset?id=1").ok().json();
    assertEquals("Rack", asset.path("Fields").path(0).path("FieldName").asText());
    assertEquals("R8", asset.path("Fields").path(0).path("Value").asText());
    assertEquals(3, asset.path("Fields").path(0).path("UsageType").asInt());
    assertEquals(asset.path("Fields"), alice.get("Assets").ok().json().path(0).path("Fields"));
    assertTrue(asset.path("LogEntries").toString().contains("R7"), asset.toString());
    assertEquals(403, carol.form(rack, "id", "1", "fieldId", "10", "value", "x").status());
    assertEquals(404, alice.form(rack, "id", "99", "fieldId", "10", "value", "x").status());
    assertEquals(400, alice.form(rack, "id", "1", "fieldId", "1", "value", "x").status());
  }

  @ParameterizedTest
  @CsvSource({"DeleteUser, userId", "MergeUsers, userId2"})
  void whoeverIsForgottenShouldLeaveNoFields(String method, String name) {
    String user =
        admin
            .form("CreateUser", "email", method + "@fields.test", "username", method + "-fields")
            .ok()
            .body();
    admin
        .form("SetCustomFieldForUser", "userId", user, "fieldId", "6", "value", "gone-" + method)
        .ok();

    if (method.equals("MergeUsers")) {
      admin.form(method, "userId", "5", name, user).ok();
    } else {
      admin.form(method, name, user).ok();
    }

    assertEquals(
        "0",
        desk.query("select count(*) from field_value where kept = 'gone-%s'".formatted(method)));
  }

  /** Rows: what is done with him, and whom a field then names that named him beside another. */
  @ParameterizedTest
  @CsvSource({"DeleteUser, userId, z@x.test", "MergeUsers, userId2, 'Carol Demo, z@x.test'"})
  void fieldsShouldNotNameWhoeverIsForgotten(String method, String name, String named) {
    String address = "Named." + method + "@fields.test";
    String user = admin.form("CreateUser", "email", address).ok().body();
    String both = open(alice, 11);
    String him = open(alice, 11);
    set(alice, both, 9, address.toUpperCase(Locale.ROOT) + "; z@x.test").ok();
    set(alice, him, 9, address).ok();

    admin.form(method, "userId", method.equals("MergeUsers") ? "5" : user, name, user).ok();

    assertTrue(alice.get("TicketCustomFields?id=" + both).body().contains('"' + named + '"'));
    assertEquals(
        method.equals("MergeUsers"),
        alice.get("TicketCustomFields?id=" + him).body().contains("\"Carol Demo\""));
    for (String ticket : List.of(both, him)) {
      String fields = alice.get("TicketCustomFields?id=" + ticket).ok().body();
      assertFalse(fields.toLowerCase(Locale.ROOT).contains("named."), fields);
    }
  }

  @Test
  void aMemberShouldReadHisOwnFieldsOnly() {
    assertEquals(200, carol.get("UserCustomFields?userId=5").status());
    assertEquals(403, carol.get("UserCustomFields?userId=6").status());
    assertEquals(403, carol.get("CompanyCustomFields?id=1").status());
  }
}
