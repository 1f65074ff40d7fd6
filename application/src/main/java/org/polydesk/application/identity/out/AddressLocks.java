package org.polydesk.application.identity.out;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where wrong passwords came from lately, over all nodes. */
public interface AddressLocks {

  /**
   * What is known of one address.
   *
   * @param failures wrong passwords in a row
   * @param lockedUntil when it is let in again; empty when it is not locked
   */
  record AddressLock(int failures, Optional<Instant> lockedUntil) {
    /** How long it is still locked at {@code now}; empty when it is not. */
    public Optional<Duration> lockedFor(Instant now) {
      return lockedUntil
          .filter(until -> until.isAfter(now))
          .map(until -> Duration.between(now, until));
    }
  }

  /** What is known of this address; empty when nothing is. */
  Optional<AddressLock> find(String address);

  /**
   * The same, which nobody else changes before the unit of work that asks is over. What is not
   * known yet cannot be locked.
   */
  Optional<AddressLock> lock(String address);

  /**
   * Counts one more wrong password, atomically over all nodes; the {@code limit}-th in a row locks
   * the address until {@code now} plus {@code lockFor} and begins a new count.
   *
   * @return whether it was counted, which it is not while the address is locked
   */
  boolean countFailure(String address, int limit, Instant now, Duration lockFor);

  /**
   * Forgets addresses from which no wrong password came since {@code limit}, unless they are locked
   * at {@code now}.
   */
  void forgetFailuresBefore(Instant limit, Instant now);

  /** Forgets the address. */
  void forget(String address);
}
