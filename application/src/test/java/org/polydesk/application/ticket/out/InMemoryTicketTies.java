package org.polydesk.application.ticket.out;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.application.user.out.InMemoryUsers;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Ties in memory. */
public final class InMemoryTicketTies implements TicketTies {
  private record Follower(TicketId ticket, UserId user) {}

  private final InMemoryStore store;
  private final InMemoryTickets tickets;
  private final InMemoryUsers users;
  private final InMemoryTicketTasks tasks;
  private final Table<Follower, Boolean> followers;

  public InMemoryTicketTies(
      InMemoryStore store,
      InMemoryTickets tickets,
      InMemoryUsers users,
      InMemoryTicketTasks tasks) {
    this.store = store;
    this.tickets = tickets;
    this.users = users;
    this.tasks = tasks;
    this.followers = store.table();
  }

  @Override
  public Ties between(TicketId ticket, UserId user) {
    Optional<Integer> company =
        tickets
            .findById(ticket)
            .map(Ticket::people)
            .flatMap(people -> users.findById(people.requester()))
            .flatMap(User::companyId);
    return new Ties(tasks.hasTask(ticket, user), subscribers(ticket).contains(user), company);
  }

  @Override
  public void subscribe(DeskId desk, TicketId ticket, UserId user) {
    store.run(() -> followers.rows().put(new Follower(ticket, user), true));
  }

  @Override
  public void unsubscribe(TicketId ticket, UserId user) {
    store.run(() -> followers.rows().remove(new Follower(ticket, user)));
  }

  @Override
  public Set<UserId> subscribers(TicketId ticket) {
    return store.read(
        () ->
            followers.rows().keySet().stream()
                .filter(follower -> follower.ticket().equals(ticket))
                .map(Follower::user)
                .collect(Collectors.toSet()));
  }
}
