package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.Entries;
import org.polydesk.application.ticket.out.TicketReadings.Person;
import org.polydesk.application.ticket.out.TicketReadings.ResolutionNote;
import org.polydesk.application.ticket.out.TicketReadings.TicketReading;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.EntryId;
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

  private EntryId next() {
    return runFor(() -> ports().conversations().nextEntryId());
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

  @Test
  default void findShouldShowTheLastResolution() {
    Ticket ticket = anOpenTicket();
    User solver = aUserIn(ticket.desk());
    ports().noteResolution(ticket, 1, "Water.", solver.id(), MONDAY);
    ports().noteResolution(ticket, 2, "Foam.", solver.id(), MONDAY.plusSeconds(9));

    assertEquals(
        Optional.of(new ResolutionNote("Foam.", person(solver), MONDAY.plusSeconds(9))),
        find(ticket, Optional.empty()).orElseThrow().resolution());
  }

  @Test
  default void findShouldTellWhoHasATask() {
    Ticket ticket = anOpenTicket();
    User worker = aUserIn(ticket.desk());
    User done = aUserIn(ticket.desk());
    User other = aUserIn(ticket.desk());
    ports().giveTask(ticket, worker.id(), false);
    ports().giveTask(ticket, done.id(), true);

    assertTrue(seenBy(worker, ticket).hasTask());
    assertTrue(seenBy(done, ticket).hasTask());
    assertFalse(seenBy(other, ticket).hasTask());
  }

  @Test
  default void findShouldTellWhoHasReadWhatTheRequesterWrote() {
    Ticket ticket = anOpenTicket();
    User reader = aUserIn(ticket.desk());
    User other = aUserIn(ticket.desk());
    UserId somebody = new UserId(UUID.randomUUID());
    ports().markRead(ticket, reader.id(), next());

    assertTrue(seenBy(reader, ticket).read());
    assertFalse(seenBy(other, ticket).read());

    say(Entries.staffReply(next(), ticket.id(), somebody));
    assertTrue(seenBy(reader, ticket).read());

    say(Entries.requesterReply(next(), ticket.id(), ticket.people().requester()));
    assertFalse(seenBy(reader, ticket).read());
  }
}
