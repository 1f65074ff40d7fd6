package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.User;

/** What every store of tasks does. */
public interface TicketTasksContract extends TicketContract {

  private Ticket aBurningTicket() {
    DeskId desk = aNewDesk();
    return open(aTicketFor(desk, aUserIn(desk).id()).build(), "It burns.");
  }

  private boolean has(Ticket ticket, User user) {
    return ports().tasks().hasTask(ticket.id(), user.id());
  }

  @Test
  default void hasTaskShouldBeTrueForOpenAndCompletedOnes() {
    Ticket ticket = aBurningTicket();
    User worker = aUserIn(ticket.desk());
    User done = aUserIn(ticket.desk());

    giveTask(ticket, 1, worker, false);
    giveTask(ticket, 2, done, true);

    assertTrue(has(ticket, worker));
    assertTrue(has(ticket, done));
  }

  @Test
  default void hasTaskShouldBeFalseForOthersAndOtherTickets() {
    Ticket ticket = aBurningTicket();
    User worker = aUserIn(ticket.desk());
    giveTask(ticket, 1, worker, false);

    assertFalse(has(ticket, aUserIn(ticket.desk())));
    assertFalse(has(aBurningTicket(), worker));
  }

  @Test
  default void hasOpenTaskShouldBeTrueUntilAllAreCompleted() {
    Ticket ticket = aBurningTicket();
    User worker = aUserIn(ticket.desk());
    List<Boolean> seen = new ArrayList<>();

    giveTask(aBurningTicket(), 1, worker, false);
    seen.add(ports().tasks().hasOpenTask(ticket.id()));
    assertFalse(ports().tasks().hasTask(ticket.id()));
    giveTask(ticket, 1, worker, true);
    seen.add(ports().tasks().hasOpenTask(ticket.id()));
    giveTask(ticket, 2, worker, false);
    seen.add(ports().tasks().hasOpenTask(ticket.id()));
    giveTask(ticket, 2, worker, true);
    seen.add(ports().tasks().hasOpenTask(ticket.id()));

    assertEquals(List.of(false, false, true, false), seen);
    assertTrue(ports().tasks().hasTask(ticket.id()));
  }

  @Test
  default void saveShouldReplaceTheTaskOfThatNumber() {
    Ticket ticket = aBurningTicket();
    User former = aUserIn(ticket.desk());
    User present = aUserIn(ticket.desk());
    giveTask(ticket, 1, former, false);

    giveTask(ticket, 1, present, true);

    assertEquals(List.of(false, true), List.of(has(ticket, former), has(ticket, present)));
  }
}
