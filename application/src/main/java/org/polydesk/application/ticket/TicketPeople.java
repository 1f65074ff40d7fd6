package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Whether the people a request names are there and fit for what they are named as. */
@Singleton
public final class TicketPeople {
  private final UserRepository users;

  @Inject
  public TicketPeople(UserRepository users) {
    this.users = users;
  }

  /** Looks up everybody of {@code ids}; one statement, none when only the caller is named. */
  Known named(Caller caller, Stream<UserId> ids) {
    Set<UserId> others = ids.filter(id -> !caller.is(id)).collect(Collectors.toSet());
    return new Known(caller, others.isEmpty() ? Map.of() : users.findAll(caller.desk(), others));
  }

  /**
   * Whoever has this log-in name. Those who may act for others find people without one by their
   * address.
   */
  Optional<User> findNamed(String name, Caller caller) {
    return users
        .findByUserName(caller.desk(), name)
        .or(
            () ->
                caller.may(Right.ACT_FOR_OTHERS)
                    ? users
                        .findByEmail(caller.desk(), name)
                        .filter(user -> user.userName().isEmpty())
                    : Optional.empty());
  }

  /** Whether the caller may name {@code id} as the one who asks, resolves or closes. */
  static boolean mayActFor(UserId id, Caller caller) {
    return caller.is(id) || caller.may(Right.ACT_FOR_OTHERS);
  }

  /** The people a request names, as far as there are such people. */
  record Known(Caller caller, Map<UserId, User> others) {

    /** Reports {@code id} as {@code field} unless it is an active user. */
    boolean checkActive(String field, UserId id, Violations found) {
      boolean active = caller.is(id) || (others.containsKey(id) && others.get(id).isActive());
      found.addIf(!active, Violation.unknown(field));
      return active;
    }

    /**
     * Reports {@code id} as {@code field} unless he is an active user for whom the caller may ask:
     * himself, or anybody if he may act for others.
     */
    void checkAsking(String field, UserId id, Violations found) {
      boolean active = checkActive(field, id, found);
      found.addIf(active && !mayActFor(id, caller), Violation.unknown(field));
    }

    /** Reports {@code id} as {@code field} unless there is such a user, be he active or not. */
    void checkKnown(String field, UserId id, Violations found) {
      found.addIf(!caller.is(id) && !others.containsKey(id), Violation.unknown(field));
    }

    /**
     * Reports {@code id} as {@code field} unless it is a user in whose name the caller may act:
     * himself, or anybody if he may act for others.
     */
    void checkRepresented(String field, UserId id, Violations found) {
      checkKnown(field, id, found);
      found.addIf(others.containsKey(id) && !mayActFor(id, caller), Violation.unknown(field));
    }

    /** Whether a ticket is given to somebody who does not belong to its group. */
    boolean isOutsideGroup(People people) {
      return people.technician().flatMap(this::user).stream()
          .anyMatch(
              user -> people.groupId().filter(group -> !user.groups().contains(group)).isPresent());
    }

    private Optional<User> user(UserId id) {
      return caller.is(id) ? caller.user() : Optional.ofNullable(others.get(id));
    }

    /** Reports {@code id} as {@code field} unless tickets can be assigned to him. */
    void checkAssignable(String field, UserId id, Violations found) {
      User user = caller.is(id) ? caller.user().orElseThrow() : others.get(id);
      found.addIf(user == null || !user.isAssignable(), Violation.unknown(field));
    }
  }
}
