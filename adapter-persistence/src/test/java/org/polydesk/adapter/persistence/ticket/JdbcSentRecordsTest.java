package org.polydesk.adapter.persistence.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.ticket.SentPerson;
import org.polydesk.application.ticket.out.SentRecords;
import org.polydesk.application.ticket.out.SentRecords.Named;
import org.polydesk.application.ticket.out.SentRecords.Sent;
import org.polydesk.application.ticket.out.SentRecords.SentRole;
import org.polydesk.application.ticket.out.SentRecords.Unseen;
import org.polydesk.application.ticket.out.TicketContract;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.UserId;

final class JdbcSentRecordsTest {
  private static final SentPerson ANN = new SentPerson("1", "Ann", "ann@example.test");
  private static final SentPerson BO = new SentPerson("2", "Bo", "bo@example.test");

  interface Contract extends TicketContract {
    @Override
    JdbcPorts ports();

    private SentRecords records() {
      return ports().bean(SentRecords.class);
    }

    private Ticket aTicket() {
      DeskId desk = aNewDesk();
      return open(aTicketFor(desk, aUserIn(desk).id()).build(), "It burns.");
    }

    private Sent sentOf(Ticket ticket) {
      return records().of(List.of(ticket.id())).getOrDefault(ticket.id(), Sent.NOTHING);
    }

    private void keep(Ticket ticket, SentRole role, Optional<UserId> user, SentPerson person) {
      run(() -> records().keep(ticket.desk(), ticket.id(), role, new Named(user, person)));
    }

    @Test
    default void peopleShouldBeKeptReplacedAndForgotten() {
      Ticket ticket = aTicket();
      UserId user = ticket.people().requester();

      keep(ticket, SentRole.REQUESTER, Optional.of(user), BO);
      keep(ticket, SentRole.REQUESTER, Optional.of(user), ANN);
      keep(ticket, SentRole.ASSIGNEE, Optional.empty(), BO);

      Sent sent = sentOf(ticket);
      assertEquals(Optional.of(ANN), sent.person(SentRole.REQUESTER, Optional.of(user)));
      assertEquals(Optional.empty(), sent.person(SentRole.REQUESTER, Optional.empty()));
      assertEquals(Optional.of(BO), sent.person(SentRole.ASSIGNEE, Optional.empty()));
      run(() -> records().forget(ticket.id(), SentRole.ASSIGNEE));
      assertEquals(Optional.empty(), sentOf(ticket).person(SentRole.ASSIGNEE, Optional.empty()));
    }

    @Test
    default void valuesShouldBeMerged() {
      Ticket ticket = aTicket();
      Ticket other = aTicket();

      run(
          () ->
              records()
                  .keepValues(
                      ticket.desk(),
                      ticket.id(),
                      Map.of("a", Optional.of("1"), "b", Optional.of("\"x\""))));
      run(
          () ->
              records()
                  .keepValues(
                      ticket.desk(),
                      ticket.id(),
                      Map.of("a", Optional.empty(), "b", Optional.of("[]"))));

      assertEquals(Map.of("b", "[]"), sentOf(ticket).values());
      assertEquals(Sent.NOTHING, sentOf(other));
    }

    @Test
    default void nothingShouldBeUnseenInANewTicket() {
      Ticket ticket = aTicket();

      assertEquals(Map.of(ticket.id(), Unseen.NONE), records().unseen(List.of(ticket.id())));
    }
  }

  @Nested
  final class InH2 extends OnH2 implements Contract {}

  @Nested
  final class InPostgres extends OnPostgres implements Contract {}
}
