package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/** Rows that a desk has beside the standard ones are told by their types. */
@OnEveryStore
final class OwnRowsTest {
  private static final String USER =
      "{\"id\":\"a\",\"name\":\"Alice\",\"email\":\"alice@demo.test\"}";

  private final TestDesk desk;
  private final Visitor carol;
  private final Visitor alice;
  private final Visitor program;

  OwnRowsTest(Store store) {
    this.desk = store.shared();
    this.carol = Visitor.panel(desk, "demo-panel-token");
    this.alice = Visitor.helpdesk(desk, "alice");
    this.program =
        new Visitor(desk, "/ticketing/v1", "Ocp-Apim-Subscription-Key", "demo-primary-key");
    add(desk);
  }

  /** Adds rows 20 to 24; a node sees them at once or a moment later. */
  static void add(TestDesk desk) {
    if (desk.query("select count(*) from status_row where desk_id = 1 and status_id = 24")
        .equals("0")) {
      desk.execute(
          """
          insert into status_row (desk_id, status_id, name, type, pauses_clock) values
            (1, 20, 'Waiting for parts', 'ON_HOLD', true), (1, 21, 'Asked back', 'PENDING', true),
            (1, 22, 'Being looked at', 'OPEN', false), (1, 23, 'Mended', 'RESOLVED', false),
            (1, 24, 'Filed', 'CLOSED', false)
          """);
      desk.execute("update desk set setup_version = setup_version + 1 where desk_id = 1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "120, Waiting for parts, Started, in_progress, Started 200, Reopened 400",
    "121, Asked back, Started, awaiting_client, Started 200, Reopened 400",
    "122, Being looked at, Open, in_progress, Started 200, Open 200",
    "123, Mended, Resolved, in_progress, Started 400, Resolved 200",
    "124, Filed, Closed, closed, Started 400, Closed 200"
  })
  void everyDoorShouldHaveAWordForTheDesksOwnRows(
      String row, String helpdesk, String taas, String panel, String way, String other) {
    String number =
        carol
            .json("POST", "/tickets", "{\"summary\":\"Rows\",\"comment_body\":\"b\"}")
            .ok()
            .json("number")
            .asText();
    assertTrue(
        desk.until(
            () -> alice.form("UpdateTicket", "id", number, "statusId", row).status() == 200));

    assertEquals(helpdesk, alice.get("ticket?id=" + number).ok().json("Status").asText());
    assertEquals(taas, item(number).get("status").asText());
    assertEquals(panel, carol.get("/tickets/" + number).ok().json("status_key").asText());
    go(number, other);
    assertEquals(helpdesk, alice.get("ticket?id=" + number).ok().json("Status").asText());
    go(number, way);
    assertEquals(
        way.endsWith("200") ? "In progress" : helpdesk,
        alice.get("ticket?id=" + number).ok().json("Status").asText());
  }

  private JsonNode item(String number) {
    return program.get("/tickets/" + number).ok().json("item");
  }

  private void go(String number, String way) {
    String[] wordAndStatus = way.split(" ");
    program
        .json(
            "PUT",
            "/tickets/" + number + "/status",
            "{\"status\":\"%s\",\"user\":%s}".formatted(wordAndStatus[0], USER))
        .has(Integer.parseInt(wordAndStatus[1]));
  }
}
