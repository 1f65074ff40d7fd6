package org.polydesk.application.identity.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.identity.out.CredentialRepository.Credential;
import org.polydesk.domain.user.UserId;

/** What every store of passwords does. */
public interface CredentialRepositoryContract extends StoreContract {
  Instant NOW = Instant.parse("2026-10-25T01:30:00.007Z");
  Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private UserId aUserWithPassword() {
    UserId user = aUserIn(aNewDesk()).id();
    run(() -> ports().credentials().setPassword(user, "hash 1"));
    return user;
  }

  private Credential found(UserId user) {
    return ports().credentials().find(user).orElseThrow();
  }

  private boolean fail(UserId user) {
    return runFor(() -> ports().credentials().countFailure(user, 3, NOW, FIVE_MINUTES));
  }

  @Test
  default void findShouldBeEmptyForAUserWithoutPassword() {
    assertEquals(Optional.empty(), ports().credentials().find(aUserIn(aNewDesk()).id()));
  }

  @Test
  default void setPasswordShouldReplaceAndForgetFailures() {
    UserId user = aUserWithPassword();
    fail(user);

    run(() -> ports().credentials().setPassword(user, "hash 2"));

    assertEquals(new Credential(user, "hash 2", 0, Optional.empty()), found(user));
  }

  @Test
  default void removeShouldTakeThePasswordAway() {
    UserId user = aUserWithPassword();

    run(() -> ports().credentials().remove(user));
    run(() -> ports().credentials().remove(user));

    assertEquals(Optional.empty(), ports().credentials().find(user));
  }

  @Test
  default void setPasswordShouldLetOneOfManyWinWithoutAWord() throws InterruptedException {
    UserId user = aUserIn(aNewDesk()).id();

    var outcomes =
        AtOnce.times(
            4,
            () -> {
              run(() -> ports().credentials().setPassword(user, "hash"));
              return true;
            });

    assertTrue(outcomes.stream().allMatch(AtOnce.Outcome::succeeded), outcomes::toString);
    assertEquals("hash", found(user).passwordHash());
  }

  @Test
  default void countFailureShouldCount() {
    UserId user = aUserWithPassword();

    boolean locks = fail(user);

    assertFalse(locks);
    assertEquals(new Credential(user, "hash 1", 1, Optional.empty()), found(user));
  }

  @Test
  default void countFailureShouldLockAtTheLimitAndBeginANewCount() {
    UserId user = aUserWithPassword();
    fail(user);
    fail(user);

    boolean locks = fail(user);

    assertTrue(locks);
    assertEquals(
        new Credential(user, "hash 1", 0, Optional.of(NOW.plus(FIVE_MINUTES))), found(user));
  }

  @Test
  default void countFailureShouldLockOnceForConcurrentFailures() throws InterruptedException {
    UserId user = aUserWithPassword();

    var outcomes = AtOnce.times(5, () -> fail(user));

    assertEquals(1, outcomes.stream().filter(AtOnce.Outcome::value).count());
    assertEquals(2, found(user).failures());
  }

  @Test
  default void countFailureShouldTellOfNoLockWithoutPassword() {
    UserId user = aUserIn(aNewDesk()).id();

    assertFalse(runFor(() -> ports().credentials().countFailure(user, 1, NOW, FIVE_MINUTES)));
  }

  @Test
  default void lockShouldLetNobodyElseCountMeanwhile() throws InterruptedException {
    UserId user = aUserWithPassword();

    var outcomes =
        AtOnce.times(
            6,
            () ->
                runFor(
                    () -> {
                      int before = ports().credentials().lock(user).orElseThrow().failures();
                      ports().credentials().countFailure(user, 9, NOW, FIVE_MINUTES);
                      return before;
                    }));

    assertEquals(
        List.of(0, 1, 2, 3, 4, 5), outcomes.stream().map(AtOnce.Outcome::value).sorted().toList());
  }

  @Test
  default void clearFailuresShouldOpenTheAccount() {
    UserId user = aUserWithPassword();
    fail(user);
    fail(user);
    fail(user);

    run(() -> ports().credentials().clearFailures(user));

    assertEquals(new Credential(user, "hash 1", 0, Optional.empty()), found(user));
  }
}
