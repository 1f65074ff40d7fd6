package org.polydesk.application.user;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;
import org.polydesk.domain.user.UserPreferences;

/** People the desk writes to who have no log-in. */
@Singleton
public final class Contacts {
  private final UserRepository users;

  @Inject
  public Contacts(UserRepository users) {
    this.users = users;
  }

  /**
   * Whoever has this address in the desk, or a new contact with it; part of the caller's unit of
   * work.
   */
  public User existingOrNew(DeskId desk, EmailAddress email, PersonName name, ZoneId zone) {
    return users.findByEmail(desk, email.text()).orElseGet(() -> add(desk, email, name, zone));
  }

  private User add(DeskId desk, EmailAddress email, PersonName name, ZoneId zone) {
    User contact =
        new User(
            new UserId(UUID.randomUUID()),
            desk,
            users.nextNumber(desk),
            Optional.empty(),
            Optional.of(email),
            name,
            Role.MEMBER,
            Set.of(),
            false,
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            UserPreferences.defaults(zone),
            UUID.randomUUID(),
            false,
            false,
            Optional.empty(),
            1);
    users.add(contact);
    return contact;
  }
}
