package org.polydesk.application.configuration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedKey;
import org.polydesk.application.configuration.in.DeskPlan.PlannedPassword;
import org.polydesk.application.configuration.in.DeskPlan.PlannedUser;
import org.polydesk.application.identity.out.AccessKeyRepository;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.application.identity.out.CredentialRepository.Credential;
import org.polydesk.application.identity.out.PasswordHasher;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.application.shared.SystemZone;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserDetails;
import org.polydesk.domain.user.UserId;
import org.polydesk.domain.user.UserPreferences;

/** Lets people in and hands out keys, as a part of applying a plan. */
@Singleton
public final class PeoplePlans {
  private final UserRepository users;
  private final CredentialRepository credentials;
  private final AccessKeyRepository keys;
  private final PasswordHasher passwordHasher;
  private final SecretHasher secretHasher;
  private final PlanHistory history;
  private final SystemZone systemZone;

  @Inject
  public PeoplePlans(
      UserRepository users,
      CredentialRepository credentials,
      AccessKeyRepository keys,
      PasswordHasher passwordHasher,
      SecretHasher secretHasher,
      PlanHistory history,
      SystemZone systemZone) {
    this.users = users;
    this.credentials = credentials;
    this.keys = keys;
    this.passwordHasher = passwordHasher;
    this.secretHasher = secretHasher;
    this.history = history;
    this.systemZone = systemZone;
  }

  /** People first, for keys stand for them. */
  void apply(DeskPlan plan) {
    DeskId desk = plan.setup().desk().id();
    plan.people().forEach(person -> apply(person, desk));
    plan.keys().forEach(key -> apply(key, desk));
  }

  private void apply(PlannedUser planned, DeskId desk) {
    Optional<User> present =
        planned.id().flatMap(users::findById).or(() -> users.findByLogin(planned.userName()));
    if (present.filter(user -> !user.desk().equals(desk)).isPresent()) {
      throw DeskException.invalid(
          Violation.refused("userName", "%s is taken.".formatted(planned.userName())));
    }
    Optional<String> newHash =
        planned
            .password()
            .filter(password -> present.filter(user -> isSet(user, password)).isEmpty())
            .map(this::hashOf);
    UUID stamp =
        newHash.isPresent()
            ? UUID.randomUUID()
            : present.map(User::securityStamp).orElseGet(UUID::randomUUID);
    User wanted = userOf(planned, desk, present, stamp);
    if (present.isEmpty()) {
      users.add(wanted);
      history.put(desk, "user", planned.userName(), true);
    } else if (!present.get().equals(wanted)) {
      users.save(wanted);
      history.put(desk, "user", planned.userName(), false);
    }
    newHash.ifPresent(
        hash -> {
          credentials.setPassword(wanted.id(), hash);
          if (present.isPresent()) {
            history.passwordSet(desk, planned.userName());
          }
        });
  }

  private User userOf(PlannedUser planned, DeskId desk, Optional<User> present, UUID stamp) {
    return new User(
        present.map(User::id).or(planned::id).orElseGet(() -> new UserId(UUID.randomUUID())),
        desk,
        present.map(User::number).orElseGet(() -> users.nextNumber(desk)),
        Optional.of(planned.userName()),
        Optional.of(planned.email()),
        planned.name(),
        planned.role(),
        planned.permissions().orElseGet(planned.role()::defaultPermissions),
        planned.companyManager(),
        planned.groups(),
        planned.categories(),
        planned.sites(),
        planned.companyId(),
        planned.departmentId(),
        present.flatMap(User::avatarUrl),
        preferences(planned, present),
        present.map(User::details).orElse(UserDetails.NONE),
        stamp,
        present.map(User::disabled).orElse(false),
        present.map(User::away).orElse(false),
        planned.capacity(),
        present.map(User::version).orElse(1L));
  }

  private UserPreferences preferences(PlannedUser planned, Optional<User> present) {
    UserPreferences before =
        present.map(User::preferences).orElseGet(() -> UserPreferences.defaults(systemZone.zone()));
    return new UserPreferences(
        planned.zone().orElse(before.zone()),
        planned.language().orElse(before.language()),
        before.dateFormat(),
        before.pageSize(),
        before.emailNotifications(),
        before.pushNotifications());
  }

  private boolean isSet(User user, PlannedPassword password) {
    Optional<String> hash = credentials.find(user.id()).map(Credential::passwordHash);
    return password.hashed()
        ? hash.filter(password.text()::equals).isPresent()
        : hash.filter(h -> passwordHasher.matches(password.text(), h)).isPresent();
  }

  private String hashOf(PlannedPassword password) {
    return password.hashed() ? password.text() : passwordHasher.hash(password.text());
  }

  private void apply(PlannedKey planned, DeskId desk) {
    Optional<UserId> user = planned.userName().map(name -> existing(name, desk));
    AccessKey wanted =
        new AccessKey(
            desk,
            planned.kind(),
            planned.label(),
            secretHasher.hash(planned.secret()),
            user,
            planned.readOnly());
    Optional<AccessKey> present =
        keys.all(desk, planned.kind()).stream()
            .filter(key -> key.label().equals(planned.label()))
            .findFirst();
    if (present.equals(Optional.of(wanted))) {
      return;
    }
    keys.save(wanted);
    history.put(desk, "key", planned.kind() + " " + planned.label(), present.isEmpty());
  }

  private UserId existing(String userName, DeskId desk) {
    return users
        .findByLogin(userName)
        .filter(user -> user.desk().equals(desk))
        .map(User::id)
        .orElseThrow(
            () ->
                DeskException.invalid(
                    Violation.refused("userName", "There is no user %s.".formatted(userName))));
  }
}
