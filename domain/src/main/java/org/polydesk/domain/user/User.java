package org.polydesk.domain.user;

import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.domain.desk.DeskId;

/**
 * A person or program the desk knows.
 *
 * @param number the same user as a whole number, rising from 1 in his desk
 * @param userName what he logs in with, unique in the store without regard to case; empty for a
 *     contact, who has no log-in
 * @param companyManager whether he sees and closes the tickets of his company
 * @param groups ids of the groups he belongs to
 * @param categories ids of the categories he is the technician of
 * @param sites ids of the sites he serves; the desk itself gives him their tickets
 * @param companyId the company he works for
 * @param departmentId the department his tickets go to unless they name one
 * @param securityStamp changes whenever what he can log in with changes; every credential made
 *     before dies with it
 * @param disabled whether he is shut out
 * @param away whether tickets are not to be assigned to him by the desk itself
 * @param capacity how many unfinished tickets the desk itself may assign to him; empty for any
 *     number
 */
public record User(
    UserId id,
    DeskId desk,
    long number,
    Optional<String> userName,
    Optional<EmailAddress> email,
    PersonName name,
    Role role,
    Set<Permission> permissions,
    boolean companyManager,
    Set<Integer> groups,
    Set<Integer> categories,
    Set<Integer> sites,
    Optional<Integer> companyId,
    Optional<Integer> departmentId,
    Optional<String> avatarUrl,
    UserPreferences preferences,
    UserDetails details,
    UUID securityStamp,
    boolean disabled,
    boolean away,
    Optional<Integer> capacity,
    long version) {

  public User {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(desk, "desk");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(preferences, "preferences");
    Objects.requireNonNull(details, "details");
    Objects.requireNonNull(securityStamp, "securityStamp");
    permissions = Set.copyOf(permissions);
    groups = Set.copyOf(groups);
    categories = Set.copyOf(categories);
    sites = Set.copyOf(sites);
  }

  /** His full name, else his log-in name, else his address. */
  public String displayName() {
    String full = name.full();
    if (!full.isEmpty()) {
      return full;
    }
    return userName.or(() -> email.map(EmailAddress::text)).orElse("");
  }

  /** Whether he may log in at all. */
  public boolean isActive() {
    return !disabled;
  }

  /** Whether he was granted {@code permission}. */
  public boolean has(Permission permission) {
    return permissions.contains(permission);
  }

  /** Whether he sees only tickets that he opened, works on or has a task of. */
  public boolean isRestricted() {
    return role.isMember() || has(Permission.ONLY_PRIVATE);
  }

  /** Whether a ticket can be assigned to him. */
  public boolean isAssignable() {
    return isActive() && role.isAssignable();
  }

  /** The same user under another stamp, so that what he was let in with before is dead. */
  public User restamped(UUID stamp, boolean shutOut) {
    return new User(
        id,
        desk,
        number,
        userName,
        email,
        name,
        role,
        permissions,
        companyManager,
        groups,
        categories,
        sites,
        companyId,
        departmentId,
        avatarUrl,
        preferences,
        details,
        stamp,
        shutOut,
        away,
        capacity,
        version);
  }

  /** The same user as the technician of these categories and no others. */
  public User technicianOf(Set<Integer> others) {
    return new User(
        id,
        desk,
        number,
        userName,
        email,
        name,
        role,
        permissions,
        companyManager,
        groups,
        others,
        sites,
        companyId,
        departmentId,
        avatarUrl,
        preferences,
        details,
        securityStamp,
        disabled,
        away,
        capacity,
        version);
  }

  /** Whether he was deleted, so that nobody finds him any more. */
  public boolean isDeleted() {
    return disabled && userName.isEmpty() && email.isEmpty();
  }

  /** What stays of him when he is deleted: somebody whom old tickets can name. */
  public User forgotten(UUID stamp) {
    return new User(
        id,
        desk,
        number,
        Optional.empty(),
        Optional.empty(),
        new PersonName("Deleted", "user"),
        Role.MEMBER,
        Set.of(),
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        UserPreferences.defaults(ZoneOffset.UTC),
        UserDetails.NONE,
        stamp,
        true,
        true,
        Optional.empty(),
        version);
  }
}
