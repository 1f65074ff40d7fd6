package org.polydesk.application.identity;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * Who asks, once his credential has been accepted. Use cases look at the rights and the scope and
 * know nothing of doors; the door's name is kept for the audit only.
 *
 * @param user the account; empty for a program's key, which has none
 * @param name what the audit calls him
 * @param zone where his days begin and end
 * @param door the API he came through
 */
public record Caller(
    DeskId desk,
    Optional<User> user,
    String name,
    Set<Right> rights,
    Scope scope,
    ZoneId zone,
    String door) {

  public Caller {
    Objects.requireNonNull(desk, "desk");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(door, "door");
    rights = Set.copyOf(rights);
  }

  /** A caller with an account. */
  public static Caller of(User user, Set<Right> rights, Scope scope, String door) {
    return new Caller(
        user.desk(),
        Optional.of(user),
        user.displayName(),
        rights,
        scope,
        user.preferences().zone(),
        door);
  }

  /** The account's key; empty for a program's key. */
  public Optional<UserId> userId() {
    return user.map(User::id);
  }

  /** Whether he may do what {@code right} says. */
  public boolean may(Right right) {
    return rights.contains(right);
  }

  /**
   * Goes on only when he has the right.
   *
   * @throws DeskException {@code NOT_ALLOWED} otherwise
   */
  public void mustBeAbleTo(Right right) {
    if (!may(right)) {
      throw DeskException.notAllowed("Permission denied.");
    }
  }

  /**
   * Whether he is one of those who work at the desk, and so knows what they have for themselves:
   * technicians, administrators, and keys that read notes.
   */
  public boolean worksHere() {
    return may(Right.READ_NOTES)
        || user.map(User::role)
            .filter(role -> role.isTechnician() || role == Role.ADMINISTRATOR)
            .isPresent();
  }

  /** A desk's lists as he knows them. */
  public Catalogue known(Catalogue all) {
    return worksHere() ? all : all.forClients();
  }

  /** Whether {@code other} is the caller himself. */
  public boolean is(UserId other) {
    return userId().filter(other::equals).isPresent();
  }
}
