package org.polydesk.adapter.persistence.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.identity.out.PasswordHasher;
import org.polydesk.application.identity.out.PasswordHasherContract;

final class Argon2PasswordHasherTest implements PasswordHasherContract {
  private final PasswordHasher hasher = new Argon2PasswordHasher();

  @Override
  public PasswordHasher hasher() {
    return hasher;
  }

  @Test
  void hashShouldBeInTheUsualForm() {
    String hash = hasher.hash("secret");

    assertTrue(
        hash.matches(
            "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"),
        hash);
  }

  @Test
  void matchesShouldTakeHashesOfOtherParameters() {
    String made =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertTrue(hasher.matches("password", made));
    assertFalse(hasher.matches("Password", made));
  }

  @Test
  void matchesShouldKnowNothingOfOtherForms() {
    assertFalse(hasher.matches("secret", ""));
    assertFalse(hasher.matches("secret", "secret"));
    assertFalse(hasher.matches("secret", "$2b$12$abcdefghijklmnopqrstuv"));
  }

  /** A quarter of the memory, but always one. */
  @ParameterizedTest
  @CsvSource({"2, 64, 1", "2, 128, 1", "8, 256, 3", "2, 4096, 2", "64, 4096, 48"})
  void hashesShouldFitIntoTheMemory(int cores, long megabytes, int atOnce) {
    assertEquals(atOnce, Argon2PasswordHasher.atOnce(cores, megabytes * 1024 * 1024));
  }

  @Test
  void matchesShouldServeMoreCallersThanCores() throws InterruptedException {
    String hash = hasher.hash("secret");
    int callers = Runtime.getRuntime().availableProcessors() * 2 + 1;

    var outcomes = AtOnce.times(callers, () -> hasher.matches("secret", hash));

    assertTrue(outcomes.stream().allMatch(outcome -> outcome.succeeded() && outcome.value()));
  }
}
