package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.ticket.out.Resolutions.Resolution;
import org.polydesk.application.ticket.out.TicketReadings.Person;
import org.polydesk.application.ticket.out.TicketReadings.ResolutionNote;
import org.polydesk.application.ticket.out.TicketReadings.TicketReading;
import org.polydesk.application.ticket.out.TicketTasks.TicketTask;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** What every reading of tickets shows. */
public interface TicketReadingsContract extends TicketContract {

  private Optional<TicketReading> find(Ticket ticket, Optional<UserId> reader) {
    return ports().readings().find(ticket.desk(), ticket.number(), reader);
  }

  private TicketReading seenBy(User reader, Ticket ticket) {
    return find(ticket, Optional.of(reader.id())).orElseThrow();
  }

  private static Person person(User user) {
    return new Person(
        user.id(),
        user.name().full(),
        user.userName().orElse(""),
        user.email().map(EmailAddress::text).orElse(""));
  }

  private Ticket anOpenTicket() {
    DeskId desk = aNewDesk();
    return open(aTicketFor(desk, aUserIn(desk).id()).build(), "It burns.");
  }

  @Test
  default void findShouldShowATicketWithItsPeople() {
    DeskId desk = aNewDesk();
    User requester = aUserIn(desk);
    User technician = aUserIn(desk);
    Ticket ticket =
        open(
            aTicketFor(desk, requester.id()).assignedTo(technician.id()).withEverything().build(),
            "It burns.");

    Optional<TicketReading> reading = find(ticket, Optional.of(technician.id()));

    assertEquals(
        Optional.of(
            new TicketReading(
                ticket,
                Body.plain("It burns."),
                person(requester),
                Optional.of(person(technician)),
                Optional.empty(),
                false,
                false)),
        reading);
  }

  @Test
  default void findShouldShowNothingWhereNothingIsKnown() {
    DeskId desk = aNewDesk();
    User contact = aUser().in(desk).contact().withoutEmail().named("", "").build();
    run(() -> ports().users().add(contact));
    Ticket ticket = open(aTicketFor(desk, contact.id()).build(), "It burns.");

    TicketReading reading = find(ticket, Optional.empty()).orElseThrow();

    assertEquals(new Person(contact.id(), "", "", ""), reading.requester());
    assertEquals(Optional.empty(), reading.technician());
    assertFalse(reading.hasTask());
    assertFalse(reading.read());
  }

  @Test
  default void findShouldBeEmptyForMissingDeletedAndForeignTickets() {
    Ticket ticket = anOpenTicket();
    Ticket deleted = anOpenTicket();
    runFor(() -> ports().tickets().save(deleted.delete(MONDAY), SlaClocks.NONE));

    assertEquals(
        Optional.empty(),
        ports().readings().find(ticket.desk(), new TicketNumber(999), Optional.empty()));
    assertEquals(
        Optional.empty(), ports().readings().find(aNewDesk(), ticket.number(), Optional.empty()));
    assertEquals(Optional.empty(), find(deleted, Optional.empty()));
  }

  private void resolve(Ticket ticket, Resolution resolution) {
    run(() -> ports().resolutions().save(ticket.desk(), ticket.id(), resolution));
  }

  private void give(Ticket ticket, int number, User assignee, boolean completed) {
    run(
        () ->
            ports()
                .tasks()
                .save(
                    ticket.desk(),
                    new TicketTask(ticket.id(), number, "Look", assignee.id(), completed)));
  }

  private void mark(Ticket ticket, User reader, Instant at) {
    run(() -> ports().readMarks().mark(ticket.desk(), ticket.id(), reader.id(), at));
  }

  @Test
  default void findShouldShowTheLastResolution() {
    Ticket ticket = anOpenTicket();
    User solver = aUserIn(ticket.desk());
    Resolution first = new Resolution(1, "Water.", solver.id(), MONDAY);
    Resolution second = new Resolution(2, "Foam.", solver.id(), MONDAY.plusSeconds(9));

    resolve(ticket, first);
    assertEquals(Optional.of(first), ports().resolutions().find(ticket.id()));

    resolve(ticket, second);
    assertEquals(Optional.of(second), ports().resolutions().find(ticket.id()));
    assertEquals(
        Optional.of(new ResolutionNote("Foam.", person(solver), MONDAY.plusSeconds(9))),
        find(ticket, Optional.empty()).orElseThrow().resolution());
    assertEquals(Optional.empty(), ports().resolutions().find(anOpenTicket().id()));
  }

  @Test
  default void findShouldTellWhoHasATask() {
    Ticket ticket = anOpenTicket();
    User worker = aUserIn(ticket.desk());
    User done = aUserIn(ticket.desk());
    User other = aUserIn(ticket.desk());
    give(ticket, 1, worker, false);
    give(ticket, 2, other, true);

    give(ticket, 2, done, true);

    assertTrue(seenBy(worker, ticket).hasTask());
    assertTrue(seenBy(done, ticket).hasTask());
    assertFalse(seenBy(other, ticket).hasTask());
    assertTrue(ports().tasks().hasTask(ticket.id(), worker.id()));
    assertTrue(ports().tasks().hasTask(ticket.id(), done.id()));
    assertFalse(ports().tasks().hasTask(ticket.id(), other.id()));
    assertFalse(ports().tasks().hasTask(anOpenTicket().id(), worker.id()));
  }

  @Test
  default void findShouldTellWhoHasMarkedItAsRead() {
    Ticket ticket = anOpenTicket();
    Ticket another = anOpenTicket();
    User reader = aUserIn(ticket.desk());
    User author = aUserIn(ticket.desk());
    User other = aUserIn(ticket.desk());
    mark(ticket, reader, MONDAY);
    mark(ticket, reader, MONDAY.plusSeconds(1));
    mark(ticket, author, MONDAY);
    mark(another, reader, MONDAY);

    assertTrue(seenBy(reader, ticket).read());
    assertFalse(seenBy(other, ticket).read());

    run(() -> ports().readMarks().clearForAllBut(ticket.id(), author.id()));

    assertFalse(seenBy(reader, ticket).read());
    assertTrue(seenBy(author, ticket).read());
    assertTrue(seenBy(reader, another).read());
  }
}
