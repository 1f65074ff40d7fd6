package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.polydesk.application.ticket.out.AssignmentPool;
import org.polydesk.application.ticket.out.AssignmentPool.Load;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.desk.DeskSettings.AssignmentStrategy;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * Chooses a technician where nobody did: one of the ticket's group, or of the whole desk when it
 * has no group, who is active and not away.
 *
 * <p>Source: docs/dialects/tikting.md, section "Assignment by the desk".
 */
@Singleton
public final class AutoAssignment {
  private final AssignmentPool pool;
  private final UserRepository users;

  @Inject
  public AutoAssignment(AssignmentPool pool, UserRepository users) {
    this.pool = pool;
    this.users = users;
  }

  /** Somebody for a ticket of this group; empty when there is nobody. */
  Optional<UserId> choose(
      DeskId desk, Optional<Integer> groupId, AssignmentStrategy strategy, Instant at) {
    List<User> candidates =
        users.activeTechnicians(desk, groupId).stream().filter(user -> !user.away()).toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    long last = pool.lastChosen(desk, groupId);
    Optional<User> chosen =
        switch (strategy) {
          case ROUND_ROBIN -> Optional.of(following(last, candidates));
          case LEAST_LOADED -> leastLoaded(desk, candidates, one -> true);
          case CAPACITY -> leastLoaded(desk, candidates, Candidate::hasRoom);
        };
    chosen.ifPresent(user -> pool.chose(user, groupId, at));
    return chosen.map(User::id);
  }

  /** Whether a change of group leaves a ticket to somebody who does not belong to it. */
  boolean isDue(People before, People next) {
    if (before.groupId().equals(next.groupId())) {
      return false;
    }
    Optional<User> technician = next.technician().flatMap(users::findById);
    return technician.isEmpty()
        || next.groupId().filter(group -> !technician.get().groups().contains(group)).isPresent();
  }

  /** The candidates come in the order of their numbers. */
  private static User following(long last, List<User> candidates) {
    return candidates.stream()
        .filter(user -> user.number() > last)
        .findFirst()
        .orElse(candidates.get(0));
  }

  /** Somebody who may be chosen, with what he has to do. */
  private record Candidate(User user, Load load) {
    private static final Comparator<Candidate> LEAST_LOADED_FIRST =
        Comparator.comparingLong((Candidate one) -> one.load.unfinished())
            .thenComparing(one -> one.load.lastChosenAt().orElse(Instant.MIN))
            .thenComparingLong(one -> one.user.number());

    boolean hasRoom() {
      return user.capacity().map(limit -> load.unfinished() < limit).orElse(true);
    }
  }

  private Optional<User> leastLoaded(
      DeskId desk, List<User> users, Predicate<Candidate> acceptable) {
    Map<UserId, Load> loads = pool.loads(desk, users.stream().map(User::id).toList());
    return users.stream()
        .map(user -> new Candidate(user, loads.get(user.id())))
        .filter(acceptable)
        .min(Candidate.LEAST_LOADED_FIRST)
        .map(Candidate::user);
  }
}
