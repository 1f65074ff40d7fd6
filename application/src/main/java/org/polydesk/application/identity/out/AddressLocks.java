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
  record AddressLock(int failures, Optional<Instant> lockedUntil) {}

  /** What is known of this address; empty when nothing is. */
  Optional<AddressLock> find(String address);

  /**
   * Counts one more wrong password, atomically over all nodes; the {@code limit}-th in a row locks
   * the address until {@code now} plus {@code lockFor} and begins a new count.
   */
  void countFailure(String address, int limit, Instant now, Duration lockFor);

  /**
   * Forgets addresses from which no wrong password came since {@code limit}, unless they are locked
   * at {@code now}.
   */
  void forgetFailuresBefore(Instant limit, Instant now);

  /** Forgets the address. */
  void forget(String address);
}
