package org.polydesk.application.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.TicketBuilder;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.ticket.in.CloseTicketUseCase.CloseTicketCommand;
import org.polydesk.application.ticket.in.ResolveTicketUseCase.ResolveTicketCommand;
import org.polydesk.application.ticket.out.TicketTasks.TicketTask;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.ticket.Closure;
import org.polydesk.domain.ticket.ClosureCode;
import org.polydesk.domain.ticket.Ticket;

class CloseAndResolveTest {
  private final ActingDesk desk = new ActingDesk();
  private final CloseTicketService close = new CloseTicketService(desk.turns, desk.people);
  private final ResolveTicketService resolve =
      new ResolveTicketService(desk.turns, desk.people, desk.ports.resolutions());

  private CloseTicketCommand closing(Ticket ticket, Optional<Instant> closedAt) {
    return new CloseTicketCommand(
        ActingDesk.ref(ticket),
        desk.colleague.id(),
        true,
        Body.plain("Replaced"),
        Optional.of(ClosureCode.SUCCESS),
        closedAt,
        List.of(),
        UnfitFiles.SKIPPED);
  }

  private ResolveTicketCommand resolving(Ticket ticket, String details) {
    return new ResolveTicketCommand(
        ActingDesk.ref(ticket), Body.plain(details), desk.technician.id(), Optional.empty());
  }

  @Test
  void closeShouldNoteWhoAndHowAndStopTheClock() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    assertTrue(close.close(closing(ticket, Optional.empty()), desk.staff).closed());

    Ticket closed = desk.stored(ticket);
    assertEquals(Setups.CLOSED, closed.lifecycle().status());
    assertEquals(Optional.of(ActingDesk.NOW), closed.lifecycle().closedAt());
    assertEquals(
        Optional.of(
            new Closure(Optional.of(ClosureCode.SUCCESS), Optional.of(desk.colleague.id()))),
        closed.lifecycle().closure());
    assertTrue(desk.clocks(ticket).clock(ClockKind.RESOLUTION).orElseThrow().isFulfilled());
    assertEquals(Optional.of(desk.colleague.id()), desk.lastEntry(ticket).onBehalfOf());
  }

  @Test
  void closeShouldDoNothingTheSecondTime() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    close.close(closing(ticket, Optional.empty()), desk.staff);
    Ticket once = desk.stored(ticket);

    assertFalse(close.close(closing(ticket, Optional.empty()), desk.staff).closed());

    assertEquals(once, desk.stored(ticket));
    assertEquals(List.of(EntryKind.CREATED, EntryKind.CLOSURE), desk.kinds(ticket));
  }

  @Test
  void closeShouldRefuseADateBeforeTheTicketOrAfterNow() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    for (Instant wrong :
        List.of(TicketBuilder.MONDAY.minusSeconds(1), ActingDesk.NOW.plusSeconds(1))) {
      var refusal =
          assertThrows(
              DeskException.class,
              () -> close.close(closing(ticket, Optional.of(wrong)), desk.staff));
      assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
      assertEquals("closedAt", refusal.violations().get(0).field());
    }
    assertEquals(Setups.OPEN, desk.stored(ticket).lifecycle().status());
  }

  @Test
  void closeShouldWaitForTasksAndResolveShouldNot() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    desk.ports.tasks().save(ActingDesk.DESK, task(ticket, false));

    var refusal =
        assertThrows(
            DeskException.class, () -> close.close(closing(ticket, Optional.empty()), desk.staff));
    assertTrue(resolve.resolve(resolving(ticket, "New fuse"), desk.staff));
    desk.ports.tasks().save(ActingDesk.DESK, task(ticket, true));

    assertEquals(ErrorCode.ILLEGAL_TRANSITION, refusal.code());
    assertEquals("The ticket has open tasks.", refusal.sentence());
    assertEquals(List.of(EntryKind.CREATED, EntryKind.RESOLUTION), desk.kinds(ticket));
    assertTrue(close.close(closing(ticket, Optional.empty()), desk.staff).closed());
  }

  private TicketTask task(Ticket ticket, boolean completed) {
    return new TicketTask(ticket.id(), 1, "Look", desk.colleague.id(), completed);
  }

  @Test
  void resolveShouldWriteItDownAndOfferToClose() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    assertTrue(resolve.resolve(resolving(ticket, "New fuse"), desk.staff));

    assertEquals(Setups.RESOLVED, desk.stored(ticket).lifecycle().status());
    assertEquals("New fuse", desk.ports.resolutions().find(ticket.id()).orElseThrow().details());
    assertEquals(List.of(Event.RESOLVED, Event.RESOLVED), desk.told());
    assertEquals(Optional.of(ActingDesk.NOW), desk.stored(ticket).firstResponseAt());
  }

  @Test
  void resolveShouldLeaveADoneTicketAlone() {
    for (var status : List.of(Setups.RESOLVED, Setups.CLOSED)) {
      Ticket ticket = desk.ticketIn(status);

      assertFalse(resolve.resolve(resolving(ticket, "Again"), desk.staff));

      assertEquals(status, desk.stored(ticket).lifecycle().status());
      assertEquals(Optional.empty(), desk.ports.resolutions().find(ticket.id()));
    }
  }

  @Test
  void resolveShouldReplaceTheTextOfAnEarlierRound() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    resolve.resolve(resolving(ticket, "First"), desk.staff);
    desk.ports
        .tickets()
        .save(desk.stored(ticket).reopen(Setups.REOPENED, ActingDesk.NOW), desk.clocks(ticket));

    resolve.resolve(resolving(ticket, "Second"), desk.staff);

    var resolution = desk.ports.resolutions().find(ticket.id()).orElseThrow();
    assertEquals(2, resolution.round());
    assertEquals("Second", resolution.details());
    assertTrue(
        desk.ports.audit().about(ActingDesk.DESK, "ticket", ticket.number().toString()).stream()
            .anyMatch(fact -> fact.oldValue().equals(Optional.of("First"))));
  }

  @Test
  void resolveShouldNameAResolverNobodyKnows() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    var unknown =
        new ResolveTicketCommand(
            ActingDesk.ref(ticket),
            Body.plain("x"),
            new org.polydesk.domain.user.UserId(java.util.UUID.randomUUID()),
            Optional.empty());

    var refusal = assertThrows(DeskException.class, () -> resolve.resolve(unknown, desk.staff));

    assertEquals("resolvedBy", refusal.violations().get(0).field());
  }

  @Test
  void resolveShouldTakeADateBetweenTheCreationAndNow() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    Instant opened = ticket.lifecycle().openedAt();

    for (Instant wrong : List.of(opened.minusSeconds(1), ActingDesk.NOW.plusMillis(1))) {
      var refusal =
          assertThrows(
              DeskException.class, () -> resolve.resolve(resolvedAt(ticket, wrong), desk.staff));
      assertEquals("submittedAt", refusal.violations().get(0).field());
    }

    assertTrue(resolve.resolve(resolvedAt(ticket, opened), desk.staff));
    assertTrue(resolve.resolve(resolvedAt(desk.ticketIn(Setups.OPEN), ActingDesk.NOW), desk.staff));
  }

  private ResolveTicketCommand resolvedAt(Ticket ticket, Instant at) {
    return new ResolveTicketCommand(
        ActingDesk.ref(ticket), Body.plain("x"), desk.technician.id(), Optional.of(at));
  }
}
