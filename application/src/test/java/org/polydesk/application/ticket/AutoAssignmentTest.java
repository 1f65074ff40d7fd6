package org.polydesk.application.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;
import static org.polydesk.application.fixture.TicketBuilder.aTicket;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.UserBuilder;
import org.polydesk.application.ticket.out.TicketRepository.NewKeys;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.desk.DeskSettings.AssignmentStrategy;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

final class AutoAssignmentTest {
  private static final Optional<Integer> FIRST_LINE = Optional.of(1);
  private static final Optional<Integer> NO_SITE = Optional.empty();

  private final InMemoryPorts ports = new InMemoryPorts();
  private final AutoAssignment assignment = new AutoAssignment(ports.pool(), ports.users());
  private final User ada = technician().number(1).build();
  private final User bob = technician().number(2).capacity(1).build();
  private final User cleo = technician().number(3).build();

  private static UserBuilder technician() {
    return aUser().groups(1);
  }

  @BeforeEach
  void fillTheDesk() {
    ports.setups().save(Setups.aDeskSetup(DeskId.DEFAULT));
    List.of(
            ada,
            bob,
            cleo,
            technician().disabled().build(),
            technician().role(Role.MEMBER).build(),
            technician().withEverything().role(Role.TECHNICIAN).build())
        .forEach(ports.users()::add);
  }

  private List<UserId> choose(int times, AssignmentStrategy strategy) {
    return IntStream.range(0, times)
        .mapToObj(
            i ->
                assignment
                    .choose(DeskId.DEFAULT, FIRST_LINE, NO_SITE, strategy, MONDAY.plusSeconds(i))
                    .orElseThrow())
        .toList();
  }

  private void give(User user, int tickets) {
    for (int i = 0; i < tickets; i++) {
      NewKeys keys = ports.tickets().nextKeys(DeskId.DEFAULT);
      ports
          .tickets()
          .add(
              aTicket().id(keys.id()).number(keys.number()).assignedTo(user.id()).build(),
              SlaClocks.NONE);
    }
  }

  @Test
  void roundRobinShouldGoAroundInTheOrderOfNumbers() {
    assertEquals(
        List.of(ada.id(), bob.id(), cleo.id(), ada.id()),
        choose(4, AssignmentStrategy.ROUND_ROBIN));
  }

  @Test
  void roundRobinShouldGoOnWhenTheOneChosenLastHasLeft() {
    choose(2, AssignmentStrategy.ROUND_ROBIN);
    ports.users().save(UserBuilder.like(bob).disabled().build());

    assertEquals(List.of(cleo.id(), ada.id()), choose(2, AssignmentStrategy.ROUND_ROBIN));
  }

  @Test
  void leastLoadedShouldChooseWhoeverHasTheFewestTickets() {
    give(ada, 2);
    give(bob, 1);
    give(cleo, 2);

    assertEquals(List.of(bob.id()), choose(1, AssignmentStrategy.LEAST_LOADED));
  }

  @Test
  void leastLoadedShouldChooseWhoeverHasWaitedLongest() {
    assertEquals(
        List.of(ada.id(), bob.id(), cleo.id(), ada.id()),
        choose(4, AssignmentStrategy.LEAST_LOADED));
  }

  @Test
  void capacityShouldPassOverWhoeverIsFull() {
    give(ada, 2);
    give(bob, 1);
    give(cleo, 3);

    assertEquals(List.of(ada.id()), choose(1, AssignmentStrategy.CAPACITY));
  }

  @Test
  void chooseShouldFindNobodyInAnEmptyGroup() {
    for (AssignmentStrategy strategy : AssignmentStrategy.values()) {
      assertEquals(
          Optional.empty(),
          assignment.choose(DeskId.DEFAULT, Optional.of(2), NO_SITE, strategy, Instant.EPOCH));
    }
  }

  @Test
  void chooseShouldTakeAnybodyForATicketWithoutAGroup() {
    User loner = aUser().number(9).build();
    ports.users().add(loner);
    give(ada, 1);
    give(bob, 1);
    give(cleo, 1);

    assertEquals(
        Optional.of(loner.id()),
        assignment.choose(
            DeskId.DEFAULT, Optional.empty(), NO_SITE, AssignmentStrategy.LEAST_LOADED, MONDAY));
  }

  /** Those of a site take turns among themselves, whatever other sites do meanwhile. */
  @Test
  void chooseShouldTakeWhoeverServesTheSiteOfATicketWithoutAGroup() {
    User here = aUser().number(11).sites(1, 2).build();
    User alsoHere = aUser().number(12).sites(1).build();
    User gone = aUser().number(13).sites(3).away().build();
    List.of(here, alsoHere, gone).forEach(ports.users()::add);

    assertEquals(
        List.of(here.id(), here.id(), alsoHere.id(), here.id()),
        Stream.of(1, 2, 1, 2).map(this::chooseForSite).toList());
    assertEquals(ada.id(), chooseForSite(3));
    assertEquals(bob.id(), chooseForSite(4));
    assertEquals(
        Optional.of(ada.id()),
        assignment.choose(
            DeskId.DEFAULT, FIRST_LINE, Optional.of(1), AssignmentStrategy.ROUND_ROBIN, MONDAY));
  }

  private UserId chooseForSite(int site) {
    return assignment
        .choose(
            DeskId.DEFAULT,
            Optional.empty(),
            Optional.of(site),
            AssignmentStrategy.ROUND_ROBIN,
            MONDAY)
        .orElseThrow();
  }

  @Test
  void isDueShouldHoldWhenTheTechnicianIsNoMemberOfTheNewGroup() {
    People nobody = new People(ada.id(), Optional.empty(), Optional.empty(), List.of());
    People adas = nobody.assignedTo(Optional.of(ada.id()));

    assertTrue(assignment.isDue(nobody, inGroup(nobody, 1)));
    assertTrue(assignment.isDue(adas, inGroup(adas, 2)));
    assertEquals(
        List.of(false, false, false),
        List.of(
            assignment.isDue(adas, adas),
            assignment.isDue(adas, inGroup(adas, 1)),
            assignment.isDue(inGroup(adas, 1), adas)));
  }

  private static People inGroup(People people, int group) {
    return new People(people.requester(), people.technician(), Optional.of(group), people.cc());
  }
}
