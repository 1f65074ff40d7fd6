package org.polydesk.application.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.ticket.Ticket;

class PickUpAndUpkeepTest {
  private final ActingDesk desk = new ActingDesk();
  private final PickUpTicketService pickUp = new PickUpTicketService(desk.turns);
  private final TicketUpkeepService upkeep =
      new TicketUpkeepService(desk.turns, desk.ports.readMarks(), desk.ports.conversations());

  private Caller colleague() {
    return Caller.of(desk.colleague, EnumSet.allOf(Right.class), Scope.DESK, "test");
  }

  @Test
  void pickUpShouldTellWhoeverWorkedOnIt() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    pickUp.pickUp(ActingDesk.ref(ticket), desk.staff);

    pickUp.pickUp(ActingDesk.ref(ticket), colleague());

    assertEquals(Optional.of(desk.colleague.id()), desk.stored(ticket).people().technician());
    assertEquals(List.of(Event.TAKEN_OVER), desk.told());
    assertEquals(Optional.empty(), desk.stored(ticket).firstResponseAt());
  }

  @Test
  void pickUpShouldChangeNothingTheSecondTime() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    pickUp.pickUp(ActingDesk.ref(ticket), desk.staff);
    Ticket mine = desk.stored(ticket);

    pickUp.pickUp(ActingDesk.ref(ticket), desk.staff);

    assertEquals(mine, desk.stored(ticket));
    assertEquals(List.of(EntryKind.CREATED, EntryKind.ASSIGNMENT), desk.kinds(ticket));
  }

  @Test
  void pickUpShouldRefuseAMemberWhateverHisRights() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    Caller member = Caller.of(desk.requester, EnumSet.allOf(Right.class), Scope.OWN, "test");

    var refusal =
        assertThrows(DeskException.class, () -> pickUp.pickUp(ActingDesk.ref(ticket), member));

    assertEquals(ErrorCode.NOT_ALLOWED, refusal.code());
  }

  @Test
  void pickUpShouldRefuseALockedTicket() {
    Ticket ticket = desk.ticketIn(Setups.CLOSED);
    desk.ports.tickets().save(desk.stored(ticket).lock(ActingDesk.NOW), desk.clocks(ticket));

    var refusal =
        assertThrows(DeskException.class, () -> pickUp.pickUp(ActingDesk.ref(ticket), desk.staff));

    assertEquals(ErrorCode.INVALID_REQUEST, refusal.code());
  }

  @Test
  void deleteShouldMakeTheTicketMissingAndKeepItsHistory() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    var deleted = upkeep.delete(ActingDesk.ref(ticket), desk.staff);

    assertEquals(Optional.of(ActingDesk.NOW), deleted.ticket().lifecycle().deletedAt());
    assertEquals(desk.stored(ticket), deleted.ticket());
    assertEquals(
        Optional.empty(),
        desk.clocks(ticket)
            .clock(ClockKind.RESOLUTION)
            .orElseThrow()
            .dueInForceAt(ActingDesk.terms().hours()));
    var again =
        assertThrows(DeskException.class, () -> upkeep.delete(ActingDesk.ref(ticket), desk.staff));
    assertEquals(ErrorCode.NOT_FOUND, again.code());
  }

  @Test
  void markReadShouldMissATicketTheCallerDoesNotSee() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    Caller stranger = Caller.of(desk.colleague, EnumSet.allOf(Right.class), Scope.OWN, "test");

    var refusal =
        assertThrows(DeskException.class, () -> upkeep.markRead(ActingDesk.ref(ticket), stranger));

    assertEquals(ErrorCode.NOT_FOUND, refusal.code());
  }
}
