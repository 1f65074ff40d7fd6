package org.polydesk.application.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polydesk.application.catalogue.ReadFormMetadataService;
import org.polydesk.application.catalogue.in.ReadFormMetadataUseCase.FormMetadata;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.shared.Total;
import org.polydesk.application.ticket.in.FindTicketUseCase.TicketDetails;
import org.polydesk.application.ticket.in.ListRequestedTicketsUseCase.RequestedTickets;
import org.polydesk.application.ticket.in.ListTicketsUseCase.TicketPage;
import org.polydesk.application.ticket.in.TicketListQuery;
import org.polydesk.application.ticket.out.TicketListings.TicketLine;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.listing.ListType;
import org.polydesk.domain.listing.TicketSearch;
import org.polydesk.domain.listing.TicketSearch.Field;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;

final class ListTicketsServiceTest {
  private final ActingDesk desk = new ActingDesk();
  private final Clock clock = Clock.fixed(ActingDesk.NOW, ZoneOffset.UTC);
  private final ListTicketsService lists =
      new ListTicketsService(
          desk.ports.listings(), desk.ports.setups(), desk.ports.unitOfWork(), clock);
  private final ListRequestedTicketsService requested =
      new ListRequestedTicketsService(
          desk.ports.readings(), desk.people, desk.ports.setups(), desk.ports.unitOfWork(), clock);
  private final ReadFormMetadataService metadata =
      new ReadFormMetadataService(
          desk.ports.setups(),
          desk.ports.users(),
          new FindTicketService(
              desk.ports.readings(),
              new VisibleTickets(desk.ports.tickets(), desk.ports.ties()),
              desk.ports.setups(),
              desk.ports.unitOfWork(),
              clock),
          desk.ports.unitOfWork());

  private List<TicketNumber> open(int count) {
    return IntStream.range(0, count).mapToObj(i -> desk.ticketIn(Setups.OPEN).number()).toList();
  }

  private static TicketListQuery query(Slice slice) {
    return new TicketListQuery(ListType.ALL_TICKETS, Optional.empty(), slice);
  }

  private static List<TicketNumber> numbers(TicketPage page) {
    return page.lines().stream().map(TicketLine::number).toList();
  }

  @Test
  void listShouldTellWhereTheNextPartBegins() {
    List<TicketNumber> all = open(3);

    TicketPage first = lists.list(query(Slice.page(1, 2)), desk.staff);
    TicketPage rest = lists.list(query(Slice.below(first.next().get().value(), 2)), desk.staff);

    assertEquals(List.of(all.get(2), all.get(1)), numbers(first));
    assertEquals(List.of(all.get(0)), numbers(rest));
    assertEquals(Optional.empty(), rest.next());
    assertEquals(List.of(Total.exactly(3), Total.exactly(3)), List.of(first.total(), rest.total()));
  }

  @Test
  void listShouldBeEmptyPastTheEnd() {
    open(3);

    TicketPage page = lists.list(query(Slice.page(4, 2)), desk.staff);

    assertEquals(List.of(), page.lines());
    assertEquals(Total.exactly(3), page.total());
  }

  @Test
  void listShouldShowNothingToACallerWithoutReach() {
    open(1);
    Caller blind = Caller.of(desk.technician, Set.of(), new Scope(Set.of()), "test");

    assertEquals(Total.exactly(0), lists.list(query(Slice.page(1, 2)), blind).total());
  }

  @Test
  void listShouldLookForPrioritiesByName() {
    List<TicketNumber> all = open(1);
    Optional<TicketSearch> medium = TicketSearch.of("MEDI", EnumSet.of(Field.PRIORITY));
    Optional<TicketSearch> high = TicketSearch.of("high", EnumSet.of(Field.PRIORITY));

    TicketPage found =
        lists.list(new TicketListQuery(ListType.ALL_TICKETS, medium, Slice.page(1, 5)), desk.staff);
    TicketPage nothing =
        lists.list(new TicketListQuery(ListType.ALL_TICKETS, high, Slice.page(1, 5)), desk.staff);

    assertEquals(all, numbers(found));
    assertEquals(List.of(), numbers(nothing));
  }

  @Test
  void requestedTicketsShouldComeByPages() {
    List<TicketNumber> all = open(26);
    String name = desk.requester.userName().orElseThrow();

    RequestedTickets first = requested.list(name, 1, desk.client);
    RequestedTickets second = requested.list(name, 2, desk.client);

    assertEquals(25, first.tickets().size());
    assertEquals(26, first.total());
    assertEquals(
        List.of(all.get(0)),
        second.tickets().stream()
            .map(TicketDetails::reading)
            .map(reading -> reading.ticket().number())
            .toList());
  }

  @Test
  void requestedTicketsShouldBeRefusedToOthersWithoutTheRight() {
    Caller nosy = Caller.of(desk.colleague, Set.of(Right.REPLY), Scope.DESK, "test");
    String name = desk.requester.userName().orElseThrow();

    DeskException refusal = assertThrows(DeskException.class, () -> requested.list(name, 1, nosy));

    assertEquals(ErrorCode.NOT_ALLOWED, refusal.code());
    assertEquals(0, requested.list("nobody", 1, desk.staff).total());
  }

  @Test
  void metadataForANewTicketShouldShowAMemberNobodyElse() {
    FormMetadata forStaff = metadata.forNewTicket(desk.staff);
    FormMetadata forMember = metadata.forNewTicket(desk.client);

    assertEquals(
        Optional.of(List.of(desk.technician, desk.colleague, desk.requester)),
        forStaff.requesters());
    assertEquals(Optional.of(List.of(desk.requester)), forMember.requesters());
    assertEquals(List.of(desk.technician, desk.colleague), forMember.technicians());
  }

  @Test
  void metadataForATicketShouldShowWhatBelongsToIt() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    User member = aUser().groups(1).build();
    desk.ports.users().add(member);
    desk.ports
        .unitOfWork()
        .run(
            () ->
                desk.ports
                    .tickets()
                    .save(
                        ticket.with(inFirstLine(ticket.people()), ActingDesk.NOW),
                        desk.clocks(ticket)));

    FormMetadata found = metadata.forTicket(ticket.number(), desk.staff);

    assertEquals(List.of(member), found.technicians());
    assertEquals(Optional.empty(), found.requesters());
    assertEquals(List.of(), found.subCategories());
  }

  private static People inFirstLine(People people) {
    return new People(people.requester(), people.technician(), Optional.of(1), people.cc());
  }

  @Test
  void metadataShouldNotTellHiddenTicketsFromMissingOnes() {
    Ticket ticket = desk.ticketIn(Setups.OPEN);
    Caller stranger = Caller.of(aUser().build(), Set.of(), Scope.OWN, "test");

    for (TicketNumber number : List.of(ticket.number(), new TicketNumber(4711))) {
      DeskException refusal =
          assertThrows(DeskException.class, () -> metadata.forTicket(number, stranger));
      assertEquals(ErrorCode.NOT_FOUND, refusal.code());
    }
  }
}
