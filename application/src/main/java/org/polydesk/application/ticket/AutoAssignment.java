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
import org.polydesk.application.ticket.out.AssignmentPool.Team;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.desk.DeskSettings.AssignmentStrategy;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * Chooses a technician where nobody did, who is active and not away: one of the ticket's group;
 * when it has no group, one who serves its site; when there is none, anyone of the desk.
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

  /**
   * Somebody for a ticket of this group, or without a group for one of this site; empty when there
   * is nobody.
   */
  Optional<UserId> choose(
      DeskId desk,
      Optional<Integer> groupId,
      Optional<Integer> siteId,
      AssignmentStrategy strategy,
      Instant at) {
    Candidates candidates = candidates(desk, groupId, siteId);
    if (candidates.users().isEmpty()) {
      return Optional.empty();
    }
    Team turns = turnsOf(candidates.team(), strategy);
    long last = pool.lastChosen(desk, turns);
    Optional<User> chosen =
        switch (strategy) {
          case ROUND_ROBIN -> Optional.of(following(last, candidates.users()));
          case LEAST_LOADED -> leastLoaded(desk, candidates.users(), one -> true);
          case CAPACITY -> leastLoaded(desk, candidates.users(), Candidate::hasRoom);
        };
    chosen.ifPresent(user -> pool.chose(user, turns, at));
    return chosen.map(User::id);
  }

  /**
   * Whose row is locked meanwhile. What somebody has to do does not end at the border of a team, so
   * where it counts, one is chosen after the other in the whole desk.
   */
  private static Team turnsOf(Team team, AssignmentStrategy strategy) {
    return strategy == AssignmentStrategy.ROUND_ROBIN ? team : Team.WHOLE_DESK;
  }

  /** Among whom somebody is chosen, in the order of their numbers. */
  private record Candidates(Team team, List<User> users) {}

  private Candidates candidates(DeskId desk, Optional<Integer> groupId, Optional<Integer> siteId) {
    List<User> present =
        users.activeTechnicians(desk, groupId).stream().filter(user -> !user.away()).toList();
    if (groupId.isPresent()) {
      return new Candidates(Team.ofGroup(groupId.get()), present);
    }
    return siteId
        .map(site -> new Candidates(Team.serving(site), serving(site, present)))
        .filter(ofSite -> !ofSite.users().isEmpty())
        .orElseGet(() -> new Candidates(Team.WHOLE_DESK, present));
  }

  private static List<User> serving(int site, List<User> users) {
    return users.stream().filter(user -> user.sites().contains(site)).toList();
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
