package org.polydesk.application.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.identity.in.ManageAccessUseCase;
import org.polydesk.application.identity.out.AccessKeyRepository;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.application.identity.out.PasswordHasher;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.Newcomers;
import org.polydesk.application.user.Newcomers.Newcomer;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Makes and takes secrets and accounts. */
@Singleton
public final class ManageAccessService implements ManageAccessUseCase {
  private static final int SECRET_BYTES = 32;
  private static final int MAX_LENGTH = 255;
  private static final String DOOR = "command line";

  private final AccessKeyRepository keys;
  private final UserRepository users;
  private final Newcomers newcomers;
  private final CredentialRepository credentials;
  private final PasswordHasher passwordHasher;
  private final SecretHasher secretHasher;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public ManageAccessService(
      AccessKeyRepository keys,
      UserRepository users,
      Newcomers newcomers,
      CredentialRepository credentials,
      PasswordHasher passwordHasher,
      SecretHasher secretHasher,
      AuditTrail audit,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.keys = keys;
    this.users = users;
    this.newcomers = newcomers;
    this.credentials = credentials;
    this.passwordHasher = passwordHasher;
    this.secretHasher = secretHasher;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public String create(NewKey key) {
    Violations found = new Violations();
    found.addAll(text("label", key.label()));
    found.orThrow();
    return unitOfWork.run(
        () -> {
          if (find(key.desk(), key.kind(), key.label()).isPresent()) {
            throw DeskException.invalid(
                Violation.refused("label", "There is a key %s already.".formatted(key.label())));
          }
          Optional<UserId> user = key.userName().map(name -> named(name, key.desk()).id());
          return keep(key.desk(), key.kind(), key.label(), user, key.readOnly(), "keyCreated");
        });
  }

  @Override
  public String rotate(DeskId desk, Kind kind, String label) {
    return unitOfWork.run(
        () -> {
          AccessKey key = find(desk, kind, label).orElseThrow(() -> DeskException.notFound("key"));
          return keep(desk, kind, label, key.user(), key.readOnly(), "keyRotated");
        });
  }

  private String keep(
      DeskId desk,
      Kind kind,
      String label,
      Optional<UserId> user,
      boolean readOnly,
      String action) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    keys.save(new AccessKey(desk, kind, label, secretHasher.hash(secret), user, readOnly));
    remember(desk, "key", kind + " " + label, action);
    return secret;
  }

  private Optional<AccessKey> find(DeskId desk, Kind kind, String label) {
    return keys.all(desk, kind).stream().filter(key -> key.label().equals(label)).findFirst();
  }

  @Override
  public List<AccessKey> keys(DeskId desk, Kind kind) {
    return unitOfWork.read(() -> keys.all(desk, kind));
  }

  @Override
  public void revoke(DeskId desk, Kind kind, String label) {
    unitOfWork.run(
        () -> {
          if (!keys.remove(desk, kind, label)) {
            throw DeskException.notFound("key");
          }
          remember(desk, "key", kind + " " + label, "keyRevoked");
          return null;
        });
  }

  @Override
  public User add(NewUser wanted, String password) {
    Violations found = new Violations();
    found.addAll(text("userName", wanted.userName()));
    found.addAll(EmailAddress.violationsOf("email", wanted.email()));
    found.addAll(text("password", password));
    found.orThrow();
    String hash = passwordHasher.hash(password);
    return unitOfWork.run(
        () -> {
          User user =
              newcomers.welcome(
                  new Newcomer(
                      wanted.desk(),
                      Optional.of(wanted.userName()),
                      Optional.of(new EmailAddress(wanted.email())),
                      new PersonName(wanted.firstName(), wanted.lastName()),
                      wanted.role(),
                      wanted.role().defaultPermissions()));
          users.add(user);
          credentials.setPassword(user.id(), hash);
          remember(wanted.desk(), "user", wanted.userName(), "created");
          return user;
        });
  }

  @Override
  public void setPassword(DeskId desk, String userName, String password) {
    Violations found = new Violations();
    found.addAll(text("password", password));
    found.orThrow();
    String hash = passwordHasher.hash(password);
    unitOfWork.run(
        () -> {
          User user = existing(userName, desk);
          credentials.setPassword(user.id(), hash);
          users.save(user.restamped(UUID.randomUUID(), user.disabled()));
          remember(desk, "user", userName, "passwordSet");
          return null;
        });
  }

  @Override
  public void disable(DeskId desk, String userName) {
    unitOfWork.run(
        () -> {
          User user = existing(userName, desk);
          users.save(user.restamped(UUID.randomUUID(), true));
          remember(desk, "user", userName, "disabled");
          return null;
        });
  }

  private User existing(String userName, DeskId desk) {
    return users.findByUserName(desk, userName).orElseThrow(() -> DeskException.notFound("user"));
  }

  private User named(String userName, DeskId desk) {
    return users
        .findByUserName(desk, userName)
        .orElseThrow(
            () ->
                DeskException.invalid(
                    Violation.refused("userName", "There is no user %s.".formatted(userName))));
  }

  private static List<Violation> text(String field, String text) {
    return Violations.of(field).required(text).atMost(MAX_LENGTH, text).storable(text).toList();
  }

  private void remember(DeskId desk, String entity, String key, String action) {
    audit.append(
        desk,
        List.of(
            AuditFact.ofOperator(clock.instant(), DOOR, entity, key, action, Optional.empty())));
  }
}
