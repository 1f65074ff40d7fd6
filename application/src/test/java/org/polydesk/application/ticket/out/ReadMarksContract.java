package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.AtOnce.Outcome;
import org.polydesk.application.fixture.Entries;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.User;

/** What every store of read marks does. */
public interface ReadMarksContract extends TicketContract {

  private Ticket aBurningTicket() {
    DeskId desk = aNewDesk();
    return open(aTicketFor(desk, aUserIn(desk).id()).build(), "It burns.");
  }

  private void mark(Ticket ticket, User user) {
    run(() -> ports().readMarks().mark(ticket.desk(), ticket.id(), user.id()));
  }

  private boolean isRead(Ticket ticket, User user) {
    return ports()
        .readings()
        .find(ticket.desk(), ticket.number(), Optional.of(user.id()))
        .orElseThrow()
        .read();
  }

  private void reply(Ticket ticket, User author) {
    say(
        Entries.requesterReply(
            runFor(() -> ports().conversations().nextEntryId()), ticket.id(), author.id()));
  }

  @Test
  default void markShouldBeForOneTicketAndOneUser() {
    Ticket ticket = aBurningTicket();
    Ticket other = aBurningTicket();
    User reader = aUserIn(ticket.desk());
    User somebody = aUserIn(ticket.desk());

    mark(ticket, reader);

    assertEquals(
        List.of(true, false, false),
        List.of(isRead(ticket, reader), isRead(ticket, somebody), isRead(other, reader)));
  }

  @Test
  default void markShouldReachTheLastEntryWhenDoneAgain() {
    Ticket ticket = aBurningTicket();
    User reader = aUserIn(ticket.desk());
    mark(ticket, reader);
    reply(ticket, aUserIn(ticket.desk()));
    boolean before = isRead(ticket, reader);

    mark(ticket, reader);

    assertEquals(List.of(false, true), List.of(before, isRead(ticket, reader)));
  }

  @Test
  default void markShouldStayWhenTheReaderHimselfWrites() {
    Ticket ticket = aBurningTicket();
    User reader = aUserIn(ticket.desk());
    mark(ticket, reader);

    reply(ticket, reader);

    assertEquals(true, isRead(ticket, reader));
  }

  @Test
  default void markShouldWorkForManyAtOnce() throws InterruptedException {
    Ticket ticket = aBurningTicket();
    User reader = aUserIn(ticket.desk());

    List<Outcome<Boolean>> outcomes =
        AtOnce.times(
            4,
            () -> {
              mark(ticket, reader);
              return true;
            });

    assertEquals(4, outcomes.stream().filter(Outcome::succeeded).count());
    assertEquals(true, isRead(ticket, reader));
  }

  @Test
  default void clearForAllButShouldSpareOneAndOtherTickets() {
    Ticket ticket = aBurningTicket();
    User author = aUserIn(ticket.desk());
    User reader = aUserIn(ticket.desk());
    Ticket other = open(aTicketFor(ticket.desk(), author.id()).build(), "It smokes.");
    List.of(author, reader).forEach(user -> mark(ticket, user));
    mark(other, reader);

    run(() -> ports().readMarks().clearForAllBut(ticket.id(), author.id()));

    assertEquals(
        List.of(true, false, true),
        List.of(isRead(ticket, author), isRead(ticket, reader), isRead(other, reader)));
  }
}
