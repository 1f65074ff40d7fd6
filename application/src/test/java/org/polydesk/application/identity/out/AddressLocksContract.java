package org.polydesk.application.identity.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.identity.out.AddressLocks.AddressLock;

/** What every store of locked addresses does. */
public interface AddressLocksContract extends StoreContract {
  Instant NOW = Instant.parse("2026-10-25T01:30:00.007Z");
  Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private boolean fail(String address) {
    return failAt(NOW, address);
  }

  private boolean failAt(Instant now, String address) {
    return runFor(() -> ports().addressLocks().countFailure(address, 3, now, FIVE_MINUTES));
  }

  private Optional<AddressLock> found(String address) {
    return ports().addressLocks().find(address);
  }

  @Test
  default void theThirdFailureShouldLockAndBeginANewCount() {
    String address = UUID.randomUUID().toString();

    fail(address);
    fail(address);
    assertEquals(Optional.of(new AddressLock(2, Optional.empty())), found(address));
    fail(address);

    assertEquals(
        Optional.of(new AddressLock(0, Optional.of(NOW.plus(FIVE_MINUTES)))), found(address));
  }

  @Test
  default void aLockedAddressShouldCountNothingUntilItOpens() {
    String address = UUID.randomUUID().toString();
    for (int i = 0; i < 3; i++) {
      assertTrue(fail(address));
    }
    Optional<AddressLock> locked = found(address);

    assertFalse(failAt(NOW.plus(FIVE_MINUTES).minusMillis(1), address));
    assertEquals(locked, found(address));
    assertEquals(locked, runFor(() -> ports().addressLocks().lock(address)));
    assertTrue(failAt(NOW.plus(FIVE_MINUTES), address));
    assertEquals(1, found(address).orElseThrow().failures());
  }

  @Test
  default void ofFailuresAtOnceThreeShouldCount() throws InterruptedException {
    String address = UUID.randomUUID().toString();

    var outcomes = AtOnce.times(8, () -> fail(address));

    assertEquals(3, outcomes.stream().filter(AtOnce.Outcome::value).count());
    assertEquals(
        Optional.of(new AddressLock(0, Optional.of(NOW.plus(FIVE_MINUTES)))), found(address));
  }

  @Test
  default void oldFailuresShouldBeForgottenUnlessTheyLock() {
    String failed = UUID.randomUUID().toString();
    String locked = UUID.randomUUID().toString();
    fail(failed);
    for (int i = 0; i < 3; i++) {
      fail(locked);
    }
    AddressLocks locks = ports().addressLocks();

    run(() -> locks.forgetFailuresBefore(NOW, NOW));
    assertTrue(found(failed).isPresent());
    run(() -> locks.forgetFailuresBefore(NOW.plusMillis(1), NOW.plus(FIVE_MINUTES)));
    assertEquals(Optional.empty(), found(failed));
    assertTrue(found(locked).isPresent());
    run(() -> locks.forgetFailuresBefore(NOW.plusMillis(1), NOW.plus(FIVE_MINUTES).plusMillis(1)));
    assertEquals(Optional.empty(), found(locked));
  }

  @Test
  default void forgetShouldForgetOneAddress() {
    String address = UUID.randomUUID().toString();
    String other = UUID.randomUUID().toString();
    fail(address);
    fail(other);

    run(() -> ports().addressLocks().forget(address));

    assertEquals(Optional.empty(), found(address));
    assertTrue(found(other).isPresent());
  }
}
