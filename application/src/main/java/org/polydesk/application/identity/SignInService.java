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
      throw refused();
    }
    boolean right = hasher.matches(password, account.get().credential().passwordHash());
    return judge(account.get(), right, door);
  }

  private User judge(Account account, boolean right, String door) {
    User user = account.user();
    Credential credential = account.credential();
    Instant now = clock.instant();
    if (credential.isLockedAt(now)) {
      record(user, "signInWhileLocked", door, now);
      if (right && user.isActive()) {
        Duration rest = Duration.between(now, credential.lockedUntil().orElseThrow());
        throw DeskException.lockedOut("Account is locked.", rest);
      }
      throw refused();
    }
    if (!right) {
      fail(user, door, now);
      throw refused();
    }
    if (!user.isActive()) {
      record(user, "signInWhileDisabled", door, now);
      throw refused();
    }
    succeed(user, credential, door, now);
    return user;
  }

  private void fail(User user, String door, Instant now) {
    unitOfWork.run(
        () -> {
          boolean locks =
              credentials.countFailure(user.id(), lockOut.failures(), now, lockOut.lockedFor());
          append(user, "signInFailed", door, now);
          if (locks) {
            append(user, "lockedOut", door, now);
          }
          return null;
        });
  }

  private void succeed(User user, Credential credential, String door, Instant now) {
    unitOfWork.run(
        () -> {
          if (credential.failures() > 0 || credential.lockedUntil().isPresent()) {
            credentials.clearFailures(user.id());
          }
          append(user, "signedIn", door, now);
          return null;
        });
  }

  private void record(User user, String action, String door, Instant now) {
    unitOfWork.run(
        () -> {
          append(user, action, door, now);
          return null;
        });
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
