package org.polydesk.adapter.persistence.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.fixture.ListedTickets;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.ticket.out.DueTickets;
import org.polydesk.application.ticket.out.TicketListings.Question;
import org.polydesk.application.ticket.out.TicketListings.TicketLine;
import org.polydesk.application.ticket.out.TicketListingsContract;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.listing.ListType;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.DueDates;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;

final class JdbcTicketListingsTest {
  private static final List<ListType> DUE_LISTS =
      List.of(
          ListType.OVERDUE_TICKETS,
          ListType.MY_OVERDUE_TICKETS,
          ListType.TICKETS_DUE_TODAY,
          ListType.MY_TICKETS_DUE_TODAY);

  @Nested
  final class InH2 extends OnH2 implements DueLists {}

  @Nested
  final class InPostgres extends OnPostgres implements DueLists {}

  /** What is noted as past due may be out of date in any way without making a list wrong. */
  interface DueLists extends TicketListingsContract {
    @Override
    JdbcPorts ports();

    private int mark(DeskId desk, Instant now, int atMost) {
      return ports()
          .unitOfWork()
          .run(() -> ports().bean(DueTickets.class).markPastDue(desk, now, atMost));
    }

    private List<TicketNumber> numbers(Question question, Slice slice) {
      return ports().listings().find(question, slice).stream().map(TicketLine::number).toList();
    }

    @Test
    default void findShouldAgreeWithTheFilterWhateverWasMarked() {
      List<Instant> looks =
          List.of(
              ListedTickets.NOW.minus(Duration.ofDays(1)),
              ListedTickets.NOW.minusSeconds(1),
              ListedTickets.NOW,
              ListedTickets.NOW.plusSeconds(1),
              ListedTickets.NOW.plus(Duration.ofDays(1)));
      for (Instant look : looks) {
        DeskId desk = aNewDesk();
        ListedTickets listed = ListedTickets.fill(ports(), desk, 200, 11);
        mark(desk, look, 1_000);
        for (ListType type : DUE_LISTS) {
          for (Viewer viewer : listed.viewers()) {
            assertAgree(listed, new Question(desk, viewer, type.visible(), Optional.empty()));
          }
        }
      }
    }

    private void assertAgree(ListedTickets listed, Question question) {
      List<TicketNumber> expected =
          listed.newestFirst().stream()
              .filter(ticket -> question.filter().matches(ticket.facts(), question.viewer()))
              .map(ticket -> ticket.ticket().number())
              .toList();

      assertEquals(expected, numbers(question, Slice.page(1, 500)), question.toString());
      assertEquals(expected, byKeys(question), question.toString());
      assertEquals(
          expected.size(),
          ports().listings().count(question, OptionalLong.empty()),
          question.toString());
    }

    private List<TicketNumber> byKeys(Question question) {
      List<TicketNumber> seen = new ArrayList<>();
      List<TicketNumber> part = numbers(question, Slice.page(1, 7));
      while (!part.isEmpty()) {
        seen.addAll(part);
        part = numbers(question, Slice.below(part.get(part.size() - 1).value(), 7));
      }
      return seen;
    }

    @Test
    default void markPastDueShouldMarkEachTicketOnceUntilItIsDueAtAnotherTime() {
      DeskId desk = aNewDesk();
      Instant due = MONDAY.plusSeconds(3_600);
      Ticket ticket =
          open(
              aTicketFor(desk, aUserIn(desk).id()).due(DueDates.asked(Optional.of(due))).build(),
              "It burns.");

      assertEquals(0, mark(desk, due, 10));
      assertEquals(1, mark(desk, due.plusMillis(1), 10));
      assertEquals(0, mark(desk, due.plusSeconds(1), 10));
      Ticket touched = runFor(() -> ports().tickets().save(ticket.escalate(1), SlaClocks.NONE));
      assertEquals(0, mark(desk, due.plusSeconds(1), 10));
      DueDates later = DueDates.asked(Optional.of(due.plusSeconds(60)));
      runFor(() -> ports().tickets().save(touched.timed(Optional.empty(), later), SlaClocks.NONE));
      assertEquals(1, mark(desk, due.plusSeconds(61), 10));
    }

    @Test
    default void markPastDueShouldStopWhereItIsTold() {
      DeskId desk = aNewDesk();
      for (int i = 0; i < 3; i++) {
        open(
            aTicketFor(desk, aUserIn(desk).id()).due(DueDates.asked(Optional.of(MONDAY))).build(),
            "It burns.");
      }

      assertEquals(2, mark(desk, MONDAY.plusSeconds(1), 2));
      assertEquals(1, mark(desk, MONDAY.plusSeconds(1), 2));
    }
  }
}
