package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When a ticket is due after it was changed. Source: docs/dialects/tikting.md, section "Changing a
 * ticket"; docs/sla.md.
 */
@OnEveryStore
final class DueDatesTest {
  /** A Monday, 9:00 in Paris, when the business day begins. */
  private static final String START = "2026-03-02T08:00:00Z";

  private final TestDesk desk;
  private final Tickets tickets;

  DueDatesTest(Store store) {
    desk = TestDesk.standingAt(store, Instant.parse(START));
    tickets = new Tickets(desk);
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  private void at(String instant) {
    desk.setClock(Instant.parse(instant)).ok();
    desk.forgetTokens();
  }

  private void update(String id, String... fields) {
    Form form = Form.empty();
    for (int i = 0; i < fields.length; i += 2) {
      form = form.and(fields[i], fields[i + 1]);
    }
    tickets.update(id, form).has(204);
  }

  private void assertDue(String expected, String id) {
    assertEquals(expected, tickets.field(id, "dueDate"));
  }

  /** Three of eight hours are used when four become the target: one is left. */
  @Test
  void aChangedPriorityShouldSetTheTargetAnew() {
    String high = tickets.open();
    String wished = tickets.open();
    String silent = tickets.open(form -> form.without("TicketPriorityId"));
    assertDue("2026-03-02T16:00:00Z", high);
    assertDue("null", silent);

    at("2026-03-02T11:00:00Z");
    update(high, "TicketPriorityId", "3");
    assertDue("2026-03-02T16:00:00Z", high);
    update(high, "TicketPriorityId", "4", "DueDate", "2026-03-05T00:00:00Z");
    assertDue("2026-03-02T12:00:00Z", high);
    update(silent, "TicketPriorityId", "4");
    assertDue("2026-03-02T12:00:00Z", silent);

    update(wished, "DueDate", "2026-03-04T10:00:00Z");
    assertDue("2026-03-04T10:00:00Z", wished);
    update(wished, "SiteId", "2");
    assertDue("2026-03-04T10:00:00Z", wished);
    update(wished, "TicketPriorityId", "2");
    assertDue("2026-03-03T16:00:00Z", wished);

    at("2026-03-02T12:00:01Z");
    assertEquals("true", tickets.field(high, "isOverdue"));
    assertEquals("false", tickets.field(wished, "isOverdue"));
  }

  /** Seven of eight hours were used when it was resolved: one is left when it goes on. */
  @ParameterizedTest
  @ValueSource(strings = {"3", "4"})
  void aReopenedTicketsClockShouldGoOn(String done) {
    String id = tickets.openFor("carol");
    assertDue("2026-03-02T16:00:00Z", id);

    at("2026-03-02T15:00:00Z");
    if (done.equals("3")) {
      tickets.resolve(id, "alice").ok();
    } else {
      tickets.close(id, "alice").has(204);
    }
    at("2026-03-05T09:00:00Z");
    assertEquals("false", tickets.field(id, "isOverdue"));
    tickets.act("reqreply", id, Tickets.requesterReply(id, "carol"), "carol").ok();

    assertDue("2026-03-05T10:00:00Z", id);
    at("2026-03-05T10:00:00Z");
    assertEquals("false", tickets.field(id, "isOverdue"));
    at("2026-03-05T10:00:01Z");
    assertEquals("true", tickets.field(id, "isOverdue"));
  }

  /** It was done when somebody says, not when he says so. */
  @Test
  void aClosingDateShouldStopTheClock() {
    String id = tickets.openFor("carol");

    at("2026-03-02T17:00:00Z");
    assertEquals("true", tickets.field(id, "isOverdue"));
    Form form = Tickets.closing(id).and("ClosingDate", "2026-03-02T15:00:00Z");
    tickets.act("close", id, form, "alice").has(204);

    assertEquals("2026-03-02T15:00:00Z", tickets.field(id, "closedOn"));
    assertEquals("2026-03-02T15:00:00Z", tickets.field(id, "firstResponseOn"));
    assertEquals("2026-03-02T17:00:00Z", tickets.field(id, "updatedOn"));
    tickets.act("reqreply", id, Tickets.requesterReply(id, "carol"), "carol").ok();
    assertDue("2026-03-03T09:00:00Z", id);
  }

  /** Two hours on hold move the due date by two hours; a manual one stays where it is. */
  @Test
  void aHeldClockShouldHaveNoDueDateInForce() {
    String running = tickets.open(form -> form.with("TicketPriorityId", "4"));
    String wished =
        tickets.open(
            form -> form.without("TicketPriorityId").and("DueDate", "2026-03-02T10:00:00Z"));
    assertDue("2026-03-02T12:00:00Z", running);

    at("2026-03-02T09:00:00Z");
    update(running, "TicketStatusId", "5");
    update(wished, "TicketStatusId", "2");
    at("2026-03-02T11:00:00Z");
    assertEquals("false", tickets.field(running, "isOverdue"));
    assertEquals("true", tickets.field(wished, "isOverdue"));
    update(running, "TicketStatusId", "6");

    assertDue("2026-03-02T14:00:00Z", running);
    assertDue("2026-03-02T10:00:00Z", wished);
    at("2026-03-02T14:00:00Z");
    assertEquals("false", tickets.field(running, "isOverdue"));
    at("2026-03-02T14:00:01Z");
    assertEquals("true", tickets.field(running, "isOverdue"));
    tickets.resolve(running, "alice").ok();
    assertEquals("false", tickets.field(running, "isOverdue"));
  }

  /** A client reads a ticket, changes a field and sends all of it back. */
  @Test
  void aDateThatIsSentBackAsItWasReadShouldBeAsIfNotSent() {
    String running = tickets.open(form -> form.with("TicketPriorityId", "4"));
    String wished =
        tickets.open(
            form -> form.without("TicketPriorityId").and("DueDate", "2026-03-02T10:00:00.5Z"));
    Tickets.Trace before = tickets.trace(running);

    update(running, "DueDate", "2026-03-02T12:00:00Z");
    update(running, "DueDate", "2026-03-02T13:00:00.999+01:00");
    assertEquals(before, tickets.trace(running));

    update(running, "TicketStatusId", "5", "DueDate", "2026-03-02T12:00:00Z");
    before = tickets.trace(running);
    at("2026-03-02T09:00:00Z");
    update(running, "DueDate", "2026-03-02T12:00:00Z");
    assertEquals(before, tickets.trace(running));
    update(running, "TicketStatusId", "1");
    assertDue("2026-03-02T13:00:00Z", running);

    at("2026-03-02T15:00:00Z");
    update(running, "DueDate", "2026-03-02T13:00:00Z", "AssignedUser", TestDesk.ALICE);
    update(wished, "DueDate", "2026-03-02T10:00:00Z", "AssignedUser", TestDesk.ALICE);
    for (String id : new String[] {running, wished}) {
      assertEquals("true", tickets.field(id, "isOverdue"));
      assertEquals(TestDesk.ALICE, tickets.field(id, "assignedUser"));
      for (String past : new String[] {"2026-03-02T12:00:00Z", "2026-03-02T10:00:01Z"}) {
        tickets
            .update(id, Form.empty().and("DueDate", past))
            .refuses("DueDate", "The due date must be after now.");
      }
    }
  }
}
