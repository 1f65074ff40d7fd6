package org.polydesk.application.user;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.user.Newcomers.Newcomer;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

/** People the desk writes to who have no log-in. */
@Singleton
public final class Contacts {
  private final UserRepository users;
  private final Newcomers newcomers;

  @Inject
  public Contacts(UserRepository users, Newcomers newcomers) {
    this.users = users;
    this.newcomers = newcomers;
  }

  /**
   * Whoever has this address in the desk, or a new contact with it; part of the caller's unit of
   * work.
   */
  public User existingOrNew(DeskId desk, EmailAddress email, PersonName name) {
    return users.findByEmail(desk, email.text()).orElseGet(() -> add(desk, email, name));
  }

  private User add(DeskId desk, EmailAddress email, PersonName name) {
    User contact =
        newcomers.welcome(
            new Newcomer(desk, Optional.empty(), Optional.of(email), name, Role.MEMBER, Set.of()));
    users.add(contact);
    return contact;
  }
}
