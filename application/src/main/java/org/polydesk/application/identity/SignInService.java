package org.polydesk.application.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.identity.in.SignInUseCase;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.application.identity.out.CredentialRepository.Credential;
import org.polydesk.application.identity.out.PasswordHasher;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.User;

/** Signs users in and locks accounts whose password somebody guesses at. */
@Singleton
public final class SignInService implements SignInUseCase {
  private final UserRepository users;
  private final CredentialRepository credentials;
  private final PasswordHasher hasher;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final LockOut lockOut;
  private final Clock clock;

  @Inject
  public SignInService(
      UserRepository users,
      CredentialRepository credentials,
      PasswordHasher hasher,
      AuditTrail audit,
      UnitOfWork unitOfWork,
      LockOut lockOut,
      Clock clock) {
    this.users = users;
    this.credentials = credentials;
    this.hasher = hasher;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.lockOut = lockOut;
    this.clock = clock;
  }

  private record Account(User user, Credential credential) {}

  @Override
  public User signIn(String nameOrEmail, String password, String door) {
    Optional<Account> account =
        unitOfWork.read(
            () ->
                users
                    .findByLogin(nameOrEmail)
                    .flatMap(
                        user ->
                            credentials.find(user.id()).map(found -> new Account(user, found))));
    if (account.isEmpty()) {
      hasher.waste(password);
      recordNobody(door);
      throw refused();
    }
    User user = account.get().user();
    String hash = account.get().credential().passwordHash();
    boolean matches = hasher.matches(password, hash);
    Optional<DeskException> refusal = unitOfWork.run(() -> judge(user, hash, matches, door));
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return user;
  }

  @Override
  public DeskException refuseByDirectory(String nameOrEmail, String password, String door) {
    Optional<User> user = unitOfWork.read(() -> users.findByLogin(nameOrEmail));
    hasher.waste(password);
    user.ifPresentOrElse(
        known -> record(known, "signInByDirectory", door), () -> recordNobody(door));
    return refused();
  }

  private void record(User user, String action, String door) {
    unitOfWork.run(
        () -> {
          append(user, action, door, clock.instant());
          return null;
        });
  }

  /**
   * Without the name, which belongs to no desk and may be a password that somebody typed into the
   * wrong field. The slow hash before it keeps such rows as few as those of known names.
   */
  private void recordNobody(String door) {
    unitOfWork.run(
        () -> {
          audit.append(
              DeskId.DEFAULT,
              List.of(
                  AuditFact.ofOperator(
                      clock.instant(), door, "user", "", "signInUnknown", Optional.empty())));
          return null;
        });
  }

  /**
   * By the account as it is now: others may have guessed while the slow hash was worked out, and
   * each of many who guess at once has to see what came of those before him.
   *
   * @return the refusal, which is written down like a success and so must not undo the unit of work
   */
  private Optional<DeskException> judge(User user, String hash, boolean matches, String door) {
    Optional<Credential> credential = credentials.lock(user.id());
    Instant now = clock.instant();
    boolean right = matches && credential.filter(c -> c.passwordHash().equals(hash)).isPresent();
    Optional<Duration> locked = credential.flatMap(c -> c.lockedFor(now));
    if (locked.isPresent()) {
      append(user, "signInWhileLocked", door, now);
      return Optional.of(
          right && user.isActive()
              ? DeskException.lockedOut("Account is locked.", locked.get())
              : refused());
    }
    if (!right) {
      fail(user, door, now);
      return Optional.of(refused());
    }
    if (!user.isActive()) {
      append(user, "signInWhileDisabled", door, now);
      return Optional.of(refused());
    }
    if (credential.get().failures() > 0 || credential.get().lockedUntil().isPresent()) {
      credentials.clearFailures(user.id());
    }
    append(user, "signedIn", door, now);
    return Optional.empty();
  }

  private void fail(User user, String door, Instant now) {
    boolean locks =
        credentials.countFailure(user.id(), lockOut.failures(), now, lockOut.lockedFor());
    append(user, "signInFailed", door, now);
    if (locks) {
      append(user, "lockedOut", door, now);
    }
  }

  private void append(User user, String action, String door, Instant now) {
    audit.append(
        user.desk(),
        List.of(
            new AuditFact(
                now,
                Optional.of(user.id()),
                Optional.empty(),
                door,
                "user",
                user.userName().orElseGet(user.id()::toString),
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  private static DeskException refused() {
    return DeskException.notSignedIn("Invalid username or password.");
  }
}
