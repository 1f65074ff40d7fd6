package org.polydesk.application.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.ticket.Ticket;

class ReplyServiceTest {
  private final ActingDesk desk = new ActingDesk();
  private final ReplyService service = new ReplyService(desk.turns, desk.talk);

  @Test
  void replyShouldBeTheFirstResponseAndStartTheWork() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    service.reply(ActingDesk.saying(ActingDesk.ref(ticket), "On my way"), desk.staff);

    Ticket answered = desk.stored(ticket);
    assertEquals(Optional.of(ActingDesk.NOW), answered.firstResponseAt());
    assertEquals(Setups.IN_PROGRESS, answered.lifecycle().status());
    assertTrue(desk.clocks(ticket).clock(ClockKind.FIRST_RESPONSE).orElseThrow().isFulfilled());
    assertEquals(Side.STAFF, desk.lastEntry(ticket).side());
    assertEquals(List.of(Event.REPLIED), desk.told());
  }

  @Test
  void replyShouldLeaveADoneTicketDone() {
    Ticket ticket = desk.ticketIn(Setups.CLOSED);

    service.reply(ActingDesk.saying(ActingDesk.ref(ticket), "By the way"), desk.staff);

    assertEquals(Setups.CLOSED, desk.stored(ticket).lifecycle().status());
  }

  @Test
  void forwardShouldBeNoResponseAndStayInside() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    service.forward(ActingDesk.saying(ActingDesk.ref(ticket), "Can you help?"), desk.staff);

    assertEquals(Optional.empty(), desk.stored(ticket).firstResponseAt());
    assertEquals(Setups.OPEN, desk.stored(ticket).lifecycle().status());
    assertEquals(Visibility.INTERNAL, desk.lastEntry(ticket).visibility());
    assertEquals(List.of(EntryKind.CREATED, EntryKind.FORWARD), desk.kinds(ticket));
  }

  @Test
  void replyShouldRefuseACallerWithoutTheRight() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    var refusal =
        assertThrows(
            DeskException.class,
            () -> service.reply(ActingDesk.saying(ActingDesk.ref(ticket), "x"), desk.client));

    assertEquals(ErrorCode.NOT_ALLOWED, refusal.code());
  }

  @Test
  void replyShouldMissATicketThatIsNotThere() {
    var refusal =
        assertThrows(
            DeskException.class,
            () -> service.reply(ActingDesk.saying(ActingDesk.missing(), "x"), desk.staff));

    assertEquals(ErrorCode.NOT_FOUND, refusal.code());
  }

  @Test
  void replyShouldRefuseAnotherVersionThanTheCallerKnows() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    TicketRef stale = new TicketRef(ticket.number(), version -> version == 77);

    var refusal =
        assertThrows(
            DeskException.class, () -> service.reply(ActingDesk.saying(stale, "x"), desk.staff));

    assertEquals(ErrorCode.PRECONDITION_FAILED, refusal.code());
    assertEquals(List.of(EntryKind.CREATED), desk.kinds(ticket));
  }
}
