package org.polydesk.application.identity.out;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What every hasher of passwords does. */
public interface PasswordHasherContract {
  /** The hasher under test. */
  PasswordHasher hasher();

  @Test
  default void matchesShouldKnowThePasswordAndNoOther() {
    String hash = hasher().hash("Grüße, $ecret 😀");

    assertTrue(hasher().matches("Grüße, $ecret 😀", hash));
    assertFalse(hasher().matches("grüße, $ecret 😀", hash));
    assertFalse(hasher().matches("", hash));
  }

  @Test
  default void hashShouldBeSalted() {
    PasswordHasher hasher = hasher();

    assertNotEquals(hasher.hash("secret"), hasher.hash("secret"));
  }

  @Test
  default void wasteShouldTakeAnyPassword() {
    assertDoesNotThrow(() -> hasher().waste(""));
    assertDoesNotThrow(() -> hasher().waste("nul\0 and half \ud83d"));
  }
}
