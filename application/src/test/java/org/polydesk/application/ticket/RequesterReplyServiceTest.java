package org.polydesk.application.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.ticket.Ticket;

class RequesterReplyServiceTest {
  private final ActingDesk desk = new ActingDesk();
  private final RequesterReplyService service =
      new RequesterReplyService(desk.turns, desk.people, desk.talk, desk.ports.unitOfWork());

  private void reply(Ticket ticket) {
    service.reply(
        ActingDesk.saying(ActingDesk.ref(ticket), "Still burning"),
        desk.requester.userName().orElseThrow(),
        desk.client);
  }

  /** Row ids: 1 Open, 2 Pending, 3 Resolved, 4 Closed, 5 On Hold, 6 In Progress, 7 Reopened. */
  @ParameterizedTest
  @CsvSource({"1,1", "2,6", "3,7", "4,7", "5,5", "6,6", "7,7"})
  void replyShouldMoveTheTicketAsItsStatusSays(int before, int after) {
    Ticket ticket = desk.ticketIn(status(before));

    reply(ticket);

    assertEquals(after, desk.stored(ticket).lifecycle().status().id());
  }

  private static StatusRow status(int id) {
    return Setups.aCatalogue().existingStatus(id);
  }

  @Test
  void replyShouldReopenAndLetTheClockRunOn() {
    Ticket ticket = desk.ticketIn(Setups.RESOLVED);

    reply(ticket);

    assertTrue(desk.clocks(ticket).clock(ClockKind.RESOLUTION).orElseThrow().isRunning());
    assertEquals(Optional.empty(), desk.stored(ticket).lifecycle().resolvedAt());
    assertEquals(1, desk.stored(ticket).lifecycle().reopenCount());
    assertEquals(
        List.of(EntryKind.CREATED, EntryKind.REQUESTER_REPLY, EntryKind.REOPENING),
        desk.kinds(ticket));
    assertTrue(desk.told().contains(Event.REOPENED));
  }

  @Test
  void replyShouldBeKeptButReopenNothingThatIsLocked() {
    Ticket ticket = desk.ticketIn(Setups.CLOSED);
    desk.ports.tickets().save(desk.stored(ticket).lock(ActingDesk.NOW), desk.clocks(ticket));

    reply(ticket);

    assertEquals(Setups.CLOSED, desk.stored(ticket).lifecycle().status());
    assertEquals(List.of(EntryKind.CREATED, EntryKind.REQUESTER_REPLY), desk.kinds(ticket));
  }

  @Test
  void replyShouldBeTheClientsWordWhoeverSendsIt() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    service.reply(
        ActingDesk.saying(ActingDesk.ref(ticket), "Hello"),
        desk.requester.userName().orElseThrow(),
        desk.staff);

    assertEquals(Side.CLIENT, desk.lastEntry(ticket).side());
    assertEquals(Optional.of(desk.requester.id()), desk.lastEntry(ticket).author());
  }

  @Test
  void replyShouldMissATicketOfSomebodyElse() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    var refusal =
        assertThrows(
            DeskException.class,
            () ->
                service.reply(
                    ActingDesk.saying(ActingDesk.ref(ticket), "x"),
                    desk.colleague.userName().orElseThrow(),
                    desk.staff));

    assertEquals(ErrorCode.NOT_FOUND, refusal.code());
  }

  @Test
  void replyShouldRefuseAMemberWhoNamesAnother() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    var refusal =
        assertThrows(
            DeskException.class,
            () ->
                service.reply(
                    ActingDesk.saying(ActingDesk.ref(ticket), "x"),
                    desk.colleague.userName().orElseThrow(),
                    desk.client));

    assertEquals(ErrorCode.NOT_ALLOWED, refusal.code());
  }
}
