package org.polydesk.application.user;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.shared.SystemZone;
import org.polydesk.application.user.out.CompanyBook;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.Permission;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserDetails;
import org.polydesk.domain.user.UserId;
import org.polydesk.domain.user.UserPreferences;

/** Makes people whom the desk does not know yet. */
@Singleton
public final class Newcomers {
  private final UserRepository users;
  private final CompanyBook companies;
  private final SystemZone systemZone;

  @Inject
  public Newcomers(UserRepository users, CompanyBook companies, SystemZone systemZone) {
    this.users = users;
    this.companies = companies;
    this.systemZone = systemZone;
  }

  /**
   * Somebody new, in the zone of those who chose none.
   *
   * @param userName what he logs in with; empty for a contact
   */
  public record Newcomer(
      DeskId desk,
      Optional<String> userName,
      Optional<EmailAddress> email,
      PersonName name,
      Role role,
      Set<Permission> permissions) {}

  /**
   * The user that {@code newcomer} becomes, under a number of his own and in the company that the
   * domain of his address belongs to; he is not added yet. Part of the caller's unit of work.
   */
  public User welcome(Newcomer newcomer) {
    DeskId desk = newcomer.desk();
    return new User(
        new UserId(UUID.randomUUID()),
        desk,
        users.nextNumber(desk),
        newcomer.userName(),
        newcomer.email(),
        newcomer.name(),
        newcomer.role(),
        newcomer.permissions(),
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        newcomer.email().flatMap(email -> companies.ofDomain(desk, email.domain())),
        Optional.empty(),
        Optional.empty(),
        UserPreferences.defaults(systemZone.zone()),
        UserDetails.NONE,
        UUID.randomUUID(),
        false,
        false,
        Optional.empty(),
        1);
  }
}
