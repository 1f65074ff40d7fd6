package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Turns in memory; the store lets one unit of work run at a time anyway. */
public final class InMemoryAssignmentPool implements AssignmentPool {
  private final InMemoryStore store;
  private final InMemoryTickets tickets;
  private final Table<List<Object>, Long> turns;
  private final Table<UserId, Instant> chosen;

  public InMemoryAssignmentPool(InMemoryStore store, InMemoryTickets tickets) {
    this.store = store;
    this.tickets = tickets;
    this.turns = store.table();
    this.chosen = store.table();
  }

  @Override
  public long lastChosen(DeskId desk, Team team) {
    return store.read(() -> turns.rows().getOrDefault(List.of(desk, team), 0L));
  }

  @Override
  public Map<UserId, Load> loads(DeskId desk, Collection<UserId> users) {
    return store.read(
        () -> users.stream().collect(Collectors.toMap(user -> user, user -> load(desk, user))));
  }

  private Load load(DeskId desk, UserId user) {
    long unfinished =
        tickets.ofDesk(desk).stream()
            .filter(ticket -> !ticket.lifecycle().isDeleted())
            .filter(ticket -> !ticket.lifecycle().status().type().isDone())
            .filter(ticket -> ticket.people().technician().equals(Optional.of(user)))
            .count();
    return new Load(unfinished, Optional.ofNullable(chosen.rows().get(user)));
  }

  @Override
  public void chose(User user, Team team, Instant at) {
    store.run(
        () -> {
          turns.rows().put(List.of(user.desk(), team), user.number());
          return chosen.rows().put(user.id(), at);
        });
  }
}
