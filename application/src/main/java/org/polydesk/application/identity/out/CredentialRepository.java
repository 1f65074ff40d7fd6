package org.polydesk.application.identity.out;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.polydesk.domain.user.UserId;

/** How users prove who they are by a password. */
public interface CredentialRepository {

  /**
   * A user's password and what came of it.
   *
   * @param passwordHash as {@link PasswordHasher} made it
   * @param failures wrong passwords in a row
   * @param lockedUntil when the account opens again; empty when it was never locked since the last
   *     success
   */
  record Credential(UserId user, String passwordHash, int failures, Optional<Instant> lockedUntil) {
    /** How long the account is still locked at {@code now}; empty when it is not. */
    public Optional<Duration> lockedFor(Instant now) {
      return lockedUntil
          .filter(until -> until.isAfter(now))
          .map(until -> Duration.between(now, until));
    }
  }

  /** The user's credential; empty when he has no log-in. */
  Optional<Credential> find(UserId user);

  /** The same, which nobody else changes before the unit of work that asks is over. */
  Optional<Credential> lock(UserId user);

  /** Sets the user's password, whether he had one or not, and forgets failures. */
  void setPassword(UserId user, String passwordHash);

  /** Takes the user's password away; nothing when he has none. */
  void remove(UserId user);

  /**
   * Counts one more wrong password, atomically over all nodes; the {@code limit}-th in a row locks
   * the account until {@code now} plus {@code lockFor} and begins a new count.
   *
   * @return whether this failure locked the account
   */
  boolean countFailure(UserId user, int limit, Instant now, Duration lockFor);

  /** Forgets failures and the lock. */
  void clearFailures(UserId user);
}
