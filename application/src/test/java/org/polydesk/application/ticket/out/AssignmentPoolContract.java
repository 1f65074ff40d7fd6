package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.AtOnce.Outcome;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.UserBuilder;
import org.polydesk.application.ticket.out.AssignmentPool.Load;
import org.polydesk.application.ticket.out.AssignmentPool.Team;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.User;

/** What every store of turns does. */
public interface AssignmentPoolContract extends TicketContract {

  private void chose(User user, Team team) {
    run(
        () -> {
          ports().pool().lastChosen(user.desk(), team);
          ports().pool().chose(user, team, MONDAY);
        });
  }

  private long lastChosen(DeskId desk, Team team) {
    return runFor(() -> ports().pool().lastChosen(desk, team));
  }

  @Test
  default void lastChosenShouldBeKeptForEachTeam() {
    DeskId desk = aNewDesk();
    User one = aUserIn(desk);
    User other = aUserIn(desk);
    User third = aUserIn(desk);

    chose(one, Team.ofGroup(1));
    chose(other, Team.WHOLE_DESK);
    chose(third, Team.serving(1));

    assertEquals(one.number(), lastChosen(desk, Team.ofGroup(1)));
    assertEquals(other.number(), lastChosen(desk, Team.WHOLE_DESK));
    assertEquals(third.number(), lastChosen(desk, Team.serving(1)));
    assertEquals(0, lastChosen(desk, Team.ofGroup(2)));
    assertEquals(0, lastChosen(desk, Team.serving(2)));
    assertEquals(0, lastChosen(aNewDesk(), Team.ofGroup(1)));
  }

  @Test
  default void lastChosenShouldNeverBeTheSameForTwoAtOnce() throws InterruptedException {
    DeskId desk = aNewDesk();
    List<User> users =
        IntStream.rangeClosed(1, 20)
            .mapToObj(number -> UserBuilder.aUser().in(desk).number(number).build())
            .toList();
    run(() -> users.forEach(ports().users()::add));

    List<Outcome<Long>> outcomes =
        AtOnce.times(
            8,
            () ->
                runFor(
                    () -> {
                      long last = ports().pool().lastChosen(desk, Team.ofGroup(1));
                      ports().pool().chose(users.get((int) last), Team.ofGroup(1), MONDAY);
                      return last;
                    }));

    assertEquals(8, outcomes.stream().filter(Outcome::succeeded).count());
    assertEquals(8, new HashSet<>(outcomes.stream().map(Outcome::value).toList()).size());
    assertEquals(8, lastChosen(desk, Team.ofGroup(1)));
  }

  @Test
  default void loadsShouldCountWhatIsUnfinished() {
    DeskId desk = aNewDesk();
    User busy = aUserIn(desk);
    User idle = aUserIn(desk);
    for (var status : List.of(Setups.OPEN, Setups.PENDING, Setups.ON_HOLD, Setups.CLOSED)) {
      Ticket ticket = aTicketFor(desk, idle.id()).assignedTo(busy.id()).build();
      add(ticket.moveTo(status, MONDAY), SlaClocks.NONE);
    }
    Ticket deleted = aTicketFor(desk, idle.id()).assignedTo(busy.id()).build();
    add(deleted.delete(MONDAY), SlaClocks.NONE);
    chose(busy, Team.WHOLE_DESK);

    assertEquals(
        Map.of(
            busy.id(), new Load(3, Optional.of(MONDAY)), idle.id(), new Load(0, Optional.empty())),
        ports().pool().loads(desk, List.of(busy.id(), idle.id())));
  }
}
