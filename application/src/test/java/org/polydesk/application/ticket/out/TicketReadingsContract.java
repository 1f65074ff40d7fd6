package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.Entries;
import org.polydesk.application.ticket.out.Resolutions.Resolution;
import org.polydesk.application.ticket.out.TicketReadings.Person;
import org.polydesk.application.ticket.out.TicketReadings.ResolutionNote;
import org.polydesk.application.ticket.out.TicketReadings.TicketReading;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
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
                new TicketTies.Ties(false, false, requester.companyId()),
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

  private void mark(Ticket ticket, User reader, Instant at) {
    run(() -> ports().readMarks().mark(ticket.desk(), ticket.id(), reader.id(), at));
  }

  @Test
  default void findShouldShowTheLastResolution() {
    Ticket ticket = anOpenTicket();
    User solver = aUserIn(ticket.desk());
    Resolution first = new Resolution(1, "Water.", solver.id(), MONDAY, 0);
    Resolution second = new Resolution(2, "Foam.", solver.id(), MONDAY.plusSeconds(9), 1);

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
    giveTask(ticket, 1, worker, false);
    giveTask(ticket, 2, other, true);

    giveTask(ticket, 2, done, true);

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

  private EntryId next() {
    return runFor(() -> ports().conversations().nextEntryId());
  }

  private List<Ticket> requested(User requester, Optional<UserId> onlyOf, long skip, int length) {
    return ports()
        .readings()
        .findByRequester(requester.desk(), requester.id(), onlyOf, Optional.empty(), skip, length)
        .stream()
        .map(TicketReading::ticket)
        .toList();
  }

  private long countOf(User requester, Optional<UserId> onlyOf) {
    return ports().readings().countByRequester(requester.desk(), requester.id(), onlyOf);
  }

  @Test
  default void findByRequesterShouldGivePagesNewestFirst() {
    User requester = aUserIn(aNewDesk());
    DeskId desk = requester.desk();
    Ticket late =
        open(aTicketFor(desk, requester.id()).openedAt(MONDAY.plusSeconds(9)).build(), "One.");
    Ticket early = open(aTicketFor(desk, requester.id()).build(), "Two.");
    Ticket twin = open(aTicketFor(desk, requester.id()).build(), "Three.");
    Ticket deleted = open(aTicketFor(desk, requester.id()).build(), "Four.");
    runFor(() -> ports().tickets().save(deleted.delete(MONDAY), SlaClocks.NONE));
    open(aTicketFor(desk, aUserIn(desk).id()).build(), "Five.");

    assertEquals(List.of(late, twin, early), requested(requester, Optional.empty(), 0, 25));
    assertEquals(List.of(early), requested(requester, Optional.empty(), 2, 2));
    assertEquals(List.of(), requested(requester, Optional.empty(), 3, 2));
    assertEquals(3, countOf(requester, Optional.empty()));
  }

  @Test
  default void findByRequesterShouldGiveAReaderOnlyWhatConcernsHim() {
    User requester = aUserIn(aNewDesk());
    DeskId desk = requester.desk();
    User reader = aUserIn(desk);
    Ticket assigned =
        open(aTicketFor(desk, requester.id()).assignedTo(reader.id()).build(), "One.");
    Ticket withTask = open(aTicketFor(desk, requester.id()).build(), "Two.");
    giveTask(withTask, 1, reader, true);
    Ticket other = open(aTicketFor(desk, requester.id()).build(), "Three.");

    assertEquals(
        List.of(withTask, assigned), requested(requester, Optional.of(reader.id()), 0, 25));
    assertEquals(2, countOf(requester, Optional.of(reader.id())));
    assertEquals(
        List.of(other, withTask, assigned),
        requested(requester, Optional.of(requester.id()), 0, 25));
  }

  @Test
  default void attachmentsShouldBeGivenByTicket() {
    Ticket one = anOpenTicket();
    Ticket other = anOpenTicket();
    Entry entry = say(Entries.staffReply(next(), other.id(), other.people().requester()));
    Attachment file =
        Entries.picture(runFor(() -> ports().conversations().nextAttachmentIds(1)).get(0), entry);
    run(() -> ports().conversations().addAttachments(List.of(file)));

    assertEquals(
        Map.of(other.id(), List.of(file)),
        ports().readings().attachments(List.of(one.id(), other.id()), false));
    assertEquals(Map.of(), ports().readings().attachments(List.of(), true));
  }
}
