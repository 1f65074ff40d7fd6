package org.polydesk.application.identity.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.identity.out.AddressLocks.AddressLock;

/** What every store of locked addresses does. */
public interface AddressLocksContract extends StoreContract {
  Instant NOW = Instant.parse("2026-10-25T01:30:00.007Z");
  Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private void fail(String address) {
    run(() -> ports().addressLocks().countFailure(address, 3, NOW, FIVE_MINUTES));
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
