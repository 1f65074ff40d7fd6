package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.UserBuilder;
import org.polydesk.application.ticket.out.TicketTies.Ties;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.User;

/** What every store of ties does. */
public interface TicketTiesContract extends TicketContract {

  private Ticket aTicketIn(DeskId desk, User requester) {
    return open(aTicketFor(desk, requester.id()).build(), "It burns.");
  }

  private User ofCompany(DeskId desk, int company) {
    User user = UserBuilder.aUser().in(desk).company(company).build();
    run(() -> ports().users().add(user));
    return user;
  }

  @Test
  default void betweenShouldTellEveryTie() {
    DeskId desk = aNewDesk();
    Ticket ticket = aTicketIn(desk, ofCompany(desk, 7));
    User none = aUserIn(desk);
    User worker = aUserIn(desk);
    User follower = aUserIn(desk);
    giveTask(ticket, 1, worker, true);
    run(() -> ports().ties().subscribe(desk, ticket.id(), follower.id()));

    assertEquals(
        new Ties(false, false, Optional.of(7)), ports().ties().between(ticket.id(), none.id()));
    assertEquals(
        new Ties(true, false, Optional.of(7)), ports().ties().between(ticket.id(), worker.id()));
    assertEquals(
        new Ties(false, true, Optional.of(7)), ports().ties().between(ticket.id(), follower.id()));
    assertEquals(
        Optional.empty(),
        ports().ties().between(aTicketIn(desk, none).id(), worker.id()).requesterCompany());
    assertEquals(Ties.NONE, ports().ties().between(new TicketId(Long.MAX_VALUE), none.id()));
  }

  @Test
  default void followersShouldComeAndGoOnceEach() {
    DeskId desk = aNewDesk();
    User one = aUserIn(desk);
    User other = aUserIn(desk);
    Ticket ticket = aTicketIn(desk, one);
    Ticket another = aTicketIn(desk, one);
    run(
        () -> {
          ports().ties().subscribe(desk, ticket.id(), one.id());
          ports().ties().subscribe(desk, ticket.id(), one.id());
          ports().ties().subscribe(desk, ticket.id(), other.id());
        });
    assertEquals(Set.of(one.id(), other.id()), ports().ties().subscribers(ticket.id()));
    assertEquals(Set.of(), ports().ties().subscribers(another.id()));

    run(
        () -> {
          ports().ties().unsubscribe(ticket.id(), one.id());
          ports().ties().unsubscribe(ticket.id(), one.id());
        });

    assertEquals(Set.of(other.id()), ports().ties().subscribers(ticket.id()));
  }
}
