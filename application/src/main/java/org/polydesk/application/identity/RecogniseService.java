package org.polydesk.application.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.polydesk.application.identity.in.RecogniseUseCase;
import org.polydesk.application.identity.out.AccessKeyRepository;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.application.identity.out.PasswordHasher;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.application.user.out.UserRepository.AccountStamp;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * Recognises users. The stamp, the disabled flag and the version are read every time; the rest of a
 * user is kept in memory for as long as his version stays the same, so that what was taken from him
 * is gone with the next request, on every node.
 */
@Singleton
public final class RecogniseService implements RecogniseUseCase {
  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

  private final UserRepository users;
  private final CredentialRepository credentials;
  private final AccessKeyRepository keys;
  private final PasswordHasher passwordHasher;
  private final SecretHasher secretHasher;
  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private final Map<UserId, User> remembered = new ConcurrentHashMap<>();

  /** Passwords that were right, under keyed digests: a slow hash at every request is too slow. */
  private final Map<String, Proven> proven = new ConcurrentHashMap<>();

  private record Proven(UserId user, UUID securityStamp, Instant until) {}

  @Inject
  public RecogniseService(
      UserRepository users,
      CredentialRepository credentials,
      AccessKeyRepository keys,
      PasswordHasher passwordHasher,
      SecretHasher secretHasher,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.users = users;
    this.credentials = credentials;
    this.keys = keys;
    this.passwordHasher = passwordHasher;
    this.secretHasher = secretHasher;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public Optional<User> recognise(UserId id, UUID securityStamp) {
    return unitOfWork.read(
        () ->
            users
                .stampOf(id)
                .filter(stamp -> !stamp.disabled() && stamp.securityStamp().equals(securityStamp))
                .flatMap(stamp -> asOf(stamp, id))
                .filter(user -> user.securityStamp().equals(securityStamp)));
  }

  @Override
  public Optional<User> current(UserId id) {
    return unitOfWork.read(
        () ->
            users.stampOf(id).filter(stamp -> !stamp.disabled()).flatMap(stamp -> asOf(stamp, id)));
  }

  @Override
  public Optional<User> userOf(Kind kind, String secret) {
    return keyOf(kind, secret).flatMap(AccessKey::user).flatMap(this::current);
  }

  @Override
  public Optional<AccessKey> keyOf(Kind kind, String secret) {
    return unitOfWork.read(() -> keys.find(kind, secretHasher.hash(secret)));
  }

  @Override
  public Optional<User> byPassword(String nameOrEmail, String password) {
    String proof = secretHasher.hash(nameOrEmail + "\u0000" + password);
    Proven known = proven.get(proof);
    if (known != null && clock.instant().isBefore(known.until())) {
      Optional<User> user = recognise(known.user(), known.securityStamp());
      if (user.isPresent()) {
        return user;
      }
      proven.remove(proof);
    }
    Optional<User> user = verified(nameOrEmail, password);
    user.ifPresent(found -> remember(proof, found));
    return user;
  }

  private Optional<User> verified(String nameOrEmail, String password) {
    Optional<User> user = unitOfWork.read(() -> users.findByLogin(nameOrEmail));
    Optional<String> hash =
        user.flatMap(
            found ->
                unitOfWork.read(() -> credentials.find(found.id()).map(c -> c.passwordHash())));
    if (hash.isEmpty()) {
      passwordHasher.waste(password);
      return Optional.empty();
    }
    return passwordHasher.matches(password, hash.get())
        ? user.filter(User::isActive)
        : Optional.empty();
  }

  private void remember(String proof, User user) {
    if (proven.size() >= MOST_REMEMBERED) {
      proven.clear();
    }
    proven.put(
        proof, new Proven(user.id(), user.securityStamp(), clock.instant().plus(REMEMBERED_FOR)));
  }

  private Optional<User> asOf(AccountStamp stamp, UserId id) {
    User known = remembered.get(id);
    if (known != null && known.version() == stamp.version()) {
      return Optional.of(known);
    }
    Optional<User> read = users.findById(id).filter(User::isActive);
    read.ifPresent(this::remember);
    return read;
  }

  private void remember(User user) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(user.id(), user);
  }
}
