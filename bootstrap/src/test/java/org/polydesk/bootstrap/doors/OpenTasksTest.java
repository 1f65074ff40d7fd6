package org.polydesk.bootstrap.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polydesk.bootstrap.tikting.Answer;
import org.polydesk.bootstrap.tikting.OnEveryStore;
import org.polydesk.bootstrap.tikting.Store;
import org.polydesk.bootstrap.tikting.TestDesk;

/**
 * Tickets with open tasks at a desk that wants them done before it closes a ticket, and at one that
 * does not. Source: docs/dialects/tikting.md, section "Acting on a ticket".
 */
@OnEveryStore
final class OpenTasksTest {
  private static final String ALICE = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

  /** Tikting's problem, of which other members are left out. */
  private static final String ON_STATUS =
      "\"errors\":{\"TicketStatusId\":[\"The ticket has open tasks.\"]}";

  private final TestDesk desk;
  private final Visitor tikting;
  private final Visitor helpdesk;
  private final Visitor taas;
  private final Visitor panel;
  private final List<Way> ways;

  /** A way to close a ticket, and what is part of the body that refuses it. */
  private record Way(String name, Function<String, Answer> close, String refusal) {}

  OpenTasksTest(Store store) {
    desk = store.shared();
    tikting = Visitor.tikting(desk, "alice");
    helpdesk = Visitor.helpdesk(desk, "alice");
    taas = new Visitor(desk, "/ticketing/v1", "Ocp-Apim-Subscription-Key", "demo-primary-key");
    panel = Visitor.panel(desk, "demo-panel-token");
    ways =
        List.of(
            new Way(
                "Tikting close",
                id -> tikting.form("/close/" + id, "TicketId", id, "CloseBy", ALICE),
                ON_STATUS),
            new Way("Tikting update", id -> moveTo("4", id), ON_STATUS),
            new Way(
                "Helpdesk Close",
                id -> helpdesk.form("Close", "id", id),
                "The ticket has open tasks."),
            new Way(
                "Helpdesk UpdateTicket",
                id -> helpdesk.form("UpdateTicket", "id", id, "statusId", "3"),
                "The ticket has open tasks."),
            new Way(
                "Taas status",
                id -> status("Closed", id),
                "{\"error\":true,\"message\":\"The ticket has open tasks.\",\"statusCode\":400}"),
            new Way(
                "Panel close",
                id -> panel.json("POST", "/tickets/" + id + "/close", "{\"score\":9}"),
                "{\"code\":\"wrong_state\",\"message\":\"The ticket has open tasks.\"}"));
  }

  @AfterEach
  void letTheOthersCloseAsTheyLike() {
    want("false");
  }

  @Test
  void everyDoorShouldCloseATicketWithOpenTasksUnlessToldOtherwise() {
    for (Way way : ways) {
      String id = aTicketWithAnOpenTask();

      Answer closed = way.close.apply(id);

      assertTrue(closed.status() < 300, way.name + ": " + closed.body());
      assertEquals("4", status(id), way.name);
    }
  }

  @Test
  void noDoorShouldCloseATicketBeforeItsTasksAreDoneWhereTheyMustBe() {
    want("true");
    for (Way way : ways) {
      String id = aTicketWithAnOpenTask();
      String before = traces(id);

      Answer refused = way.close.apply(id);

      assertEquals(400, refused.status(), way.name + ": " + refused.body());
      assertTrue(refused.body().contains(way.refusal), way.name + ": " + refused.body());
      assertEquals(before, traces(id), way.name);
      status("Resolved", id).ok();
      assertEquals(400, way.close.apply(id).status(), way.name);
      assertEquals("3", status(id), way.name);
      desk.completeTasks(id);
      assertTrue(way.close.apply(id).status() < 300, way.name);
      assertEquals("4", status(id), way.name);
    }
  }

  /** Sets the desk's setting; the server sees that a little later. */
  private void want(String tasksDone) {
    desk.execute(
        "update desk_setting set setting = '%s'".formatted(tasksDone)
            + " where desk_id = 1 and name = 'closingNeedsTasksDone'");
    desk.execute("update desk set setup_version = setup_version + 1 where desk_id = 1");
    String probe = aTicketWithAnOpenTask();
    assertTrue(
        desk.until(
            () -> {
              boolean closed = moveTo("4", probe).status() == 204;
              moveTo("1", probe).has(204);
              return closed != Boolean.parseBoolean(tasksDone);
            }));
  }

  private String aTicketWithAnOpenTask() {
    String id =
        Visitor.helpdesk(desk, "carol")
            .form("ticket", "categoryId", "11", "subject", "Two things to do", "body", "b")
            .ok()
            .body();
    desk.giveTask(id, "bob", false);
    return id;
  }

  private Answer moveTo(String statusId, String id) {
    String creator = tikting.get("/" + id).ok().json("creatorId").asText();
    return tikting.form("/update/" + id, "CreatorId", creator, "TicketStatusId", statusId);
  }

  private Answer status(String state, String id) {
    return taas.json(
        "PUT",
        "/tickets/" + id + "/status",
        "{\"status\":\"%s\",\"user\":{\"id\":\"a\",\"name\":\"A\",\"email\":\"alice@demo.test\"}}"
            .formatted(state));
  }

  private String status(String id) {
    return tikting.get("/" + id).ok().json("ticketStatusId").asText();
  }

  /** The ticket's version and how many entries and facts there are of it. */
  private String traces(String id) {
    return desk.query(
        """
        select concat(version, ' ',
          (select count(*) from entry e where e.ticket_id = t.ticket_id), ' ',
          (select count(*) from audit a where a.desk_id = 1 and a.entity = 'ticket' and a.entity_key = '%1$s'))
        from ticket t where desk_id = 1 and ticket_number = %1$s
        """
            .formatted(id));
  }
}
