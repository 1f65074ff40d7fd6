package org.polydesk.application.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.ticket.in.UpdateTicketCommand;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.desk.Desk;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.desk.DeskSettings.AssignmentSettings;
import org.polydesk.domain.desk.DeskSettings.AssignmentStrategy;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

class UpdateTicketServiceTest {
  private static final Instant TOMORROW = ActingDesk.NOW.plus(Duration.ofDays(1));

  private final ActingDesk desk = new ActingDesk();
  private final UpdateTicketService service =
      new UpdateTicketService(
          desk.turns,
          desk.people,
          new AutoAssignment(desk.ports.pool(), desk.ports.users()),
          desk.ports.conversations());

  private UpdateTicketCommand update(
      Ticket ticket,
      Edit<UserId> technician,
      Optional<Integer> statusId,
      Edit<Integer> priorityId,
      Edit<Instant> dueAt) {
    return new UpdateTicketCommand(
        ActingDesk.ref(ticket),
        Optional.of(desk.requester.id()),
        technician,
        Edit.keep(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        statusId,
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        priorityId,
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        Edit.keep(),
        dueAt);
  }

  private UpdateTicketCommand nothing(Ticket ticket) {
    return update(ticket, Edit.keep(), Optional.empty(), Edit.keep(), Edit.keep());
  }

  @Test
  void updateShouldWriteNothingWhenNothingChanges() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    Ticket updated = service.update(nothing(ticket), desk.staff);

    assertEquals(ticket.version(), updated.version());
    assertEquals(ticket, desk.stored(ticket));
    assertEquals(List.of(), desk.changedFields(ticket));
  }

  @Test
  void updateShouldHaveTheSlaSetTheDueDateWhenThePriorityChanges() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    var both =
        update(
            ticket,
            Edit.keep(),
            Optional.empty(),
            Edit.set(Optional.of(3)),
            Edit.set(Optional.of(TOMORROW)));

    Ticket updated = service.update(both, desk.staff);

    assertEquals(updated.due().slaDueAt(), updated.due().inForceAt());
    assertEquals(Optional.of(TOMORROW), updated.due().manualDueAt());
  }

  @Test
  void updateShouldLetADateAloneRule() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    Ticket updated =
        service.update(
            update(
                ticket,
                Edit.keep(),
                Optional.empty(),
                Edit.keep(),
                Edit.set(Optional.of(TOMORROW))),
            desk.staff);

    assertEquals(Optional.of(TOMORROW), updated.due().inForceAt());
    assertEquals(desk.stored(ticket), updated);
  }

  private UpdateTicketCommand due(Ticket ticket, Optional<Instant> at) {
    return update(ticket, Edit.keep(), Optional.empty(), Edit.keep(), Edit.set(at));
  }

  @Test
  void updateShouldLeaveADateThatIsSentBackAsItWasShown() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    Optional<Instant> shown = ticket.due().shownAt();

    service.update(due(ticket, shown), desk.staff);
    service.update(due(ticket, Optional.empty()), desk.staff);

    assertTrue(shown.isPresent());
    assertEquals(ticket, desk.stored(ticket));
  }

  /** What was asked for before the SLA set a date is no longer shown, so that it is another. */
  @Test
  void updateShouldTakeUpADateThatIsNotShown() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    service.update(
        update(
            ticket,
            Edit.keep(),
            Optional.empty(),
            Edit.set(Optional.of(3)),
            Edit.set(Optional.of(TOMORROW))),
        desk.staff);

    Ticket updated = service.update(due(ticket, Optional.of(TOMORROW)), desk.staff);

    assertEquals(Optional.of(TOMORROW), updated.due().inForceAt());
  }

  @Test
  void updateShouldLeaveAWantedDateThatIsSentBack() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    Optional<Instant> sla = ticket.due().shownAt();

    Ticket wanted = service.updateWanted(due(ticket, sla), desk.staff, turn -> {});
    Ticket again = service.updateWanted(due(ticket, sla), desk.staff, turn -> {});

    assertEquals(sla, wanted.due().manualDueAt());
    assertEquals(wanted, again);
  }

  @Test
  void updateShouldTellANewTechnicianButNotTheCaller() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    service.update(
        update(
            ticket,
            Edit.set(Optional.of(desk.technician.id())),
            Optional.empty(),
            Edit.keep(),
            Edit.keep()),
        desk.staff);
    assertEquals(List.of(), desk.told());
    service.update(
        update(
            ticket,
            Edit.set(Optional.of(desk.colleague.id())),
            Optional.empty(),
            Edit.keep(),
            Edit.keep()),
        desk.staff);

    assertEquals(List.of(Event.ASSIGNED), desk.told());
    assertEquals(
        List.of(EntryKind.CREATED, EntryKind.ASSIGNMENT, EntryKind.ASSIGNMENT), desk.kinds(ticket));
  }

  @Test
  void updateShouldTakeTheDueDateOutOfForceOnHoldAndStillShowIt() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    Ticket held =
        service.update(
            update(ticket, Edit.keep(), Optional.of(5), Edit.keep(), Edit.keep()), desk.staff);

    assertEquals(Optional.empty(), held.due().inForceAt());
    assertEquals(ticket.due().shownAt(), held.due().shownAt());
  }

  @Test
  void updateShouldNotTakeAClosedTicketToResolved() {
    Ticket ticket = desk.ticketIn(Setups.CLOSED);

    var refusal =
        assertThrows(
            DeskException.class,
            () ->
                service.update(
                    update(ticket, Edit.keep(), Optional.of(3), Edit.keep(), Edit.keep()),
                    desk.staff));

    assertEquals(ErrorCode.ILLEGAL_TRANSITION, refusal.code());
    assertEquals(Setups.CLOSED, desk.stored(ticket).lifecycle().status());
  }

  @Test
  void updateShouldLetNobodyNameAnotherRequesterWhoMayNotActForOthers() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    Caller client = Caller.of(desk.requester, Set.of(Right.UPDATE), Scope.OWN, "test");
    var other =
        UpdateTicketCommand.of(ActingDesk.ref(ticket))
            .requester(Optional.of(desk.technician.id()))
            .build();

    var refusal = assertThrows(DeskException.class, () -> service.update(other, client));

    assertEquals(List.of(Violation.unknown("requester")), refusal.violations());
    assertEquals(ticket, service.update(nothing(ticket), client));
    assertEquals(desk.technician.id(), service.update(other, desk.staff).people().requester());
  }

  @Test
  void updateShouldNameEverythingTheDeskDoesNotHave() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    var wrong =
        update(
            ticket,
            Edit.set(Optional.of(desk.requester.id())),
            Optional.of(99),
            Edit.set(Optional.of(99)),
            Edit.set(Optional.of(ActingDesk.NOW)));

    var refusal = assertThrows(DeskException.class, () -> service.update(wrong, desk.staff));

    assertEquals(
        List.of("technician", "priority", "status", "dueAt"),
        refusal.violations().stream().map(violation -> violation.field()).toList());
    assertEquals(ticket, desk.stored(ticket));
  }

  private UpdateTicketCommand giveTo(int group, Ticket ticket) {
    UpdateTicketCommand same = nothing(ticket);
    return new UpdateTicketCommand(
        same.ticket(),
        same.requester(),
        same.technician(),
        Edit.set(Optional.of(group)),
        same.type(),
        same.siteId(),
        same.departmentId(),
        same.statusId(),
        same.categoryId(),
        same.subCategoryId(),
        same.itemId(),
        same.tierLevelId(),
        same.companyId(),
        same.priorityId(),
        same.serviceId(),
        same.impactId(),
        same.urgencyId(),
        same.templateId(),
        same.manualDueAt());
  }

  private void letTheDeskAssignOnUpdate() {
    DeskSetup setup = desk.ports.setups().existing(ActingDesk.DESK);
    DeskSettings now = setup.desk().settings();
    DeskSettings next =
        new DeskSettings(
            now.defaults(),
            now.statuses(),
            new AssignmentSettings(false, true, AssignmentStrategy.ROUND_ROBIN),
            now.notifications(),
            now.reopening(),
            now.lockAfter(),
            now.closeAfter(),
            now.autoCreateRequester());
    Desk changed = new Desk(setup.desk().id(), setup.desk().publicId(), setup.desk().name(), next);
    desk.ports.setups().save(new DeskSetup(changed, setup.catalogue(), setup.slas()));
  }

  @Test
  void updateShouldHaveTheDeskChooseAMemberOfTheNewGroup() {
    User member = aUser().groups(1).build();
    desk.ports.users().add(member);
    letTheDeskAssignOnUpdate();
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    Ticket updated = service.update(giveTo(1, ticket), desk.staff);

    assertEquals(Optional.of(member.id()), updated.people().technician());
    assertTrue(desk.told().contains(Event.ASSIGNED));
  }

  @Test
  void updateShouldNoteThatTheNewGroupHasNobody() {
    letTheDeskAssignOnUpdate();
    Ticket ticket = desk.ticketIn(Setups.OPEN);

    Ticket updated = service.update(giveTo(1, ticket), desk.staff);

    assertEquals(Optional.empty(), updated.people().technician());
    assertTrue(desk.changedFields(ticket).contains("technician"));
  }
}
