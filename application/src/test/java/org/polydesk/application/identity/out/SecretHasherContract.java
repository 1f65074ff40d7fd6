package org.polydesk.application.identity.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** What every hasher of keys does. */
public interface SecretHasherContract {
  /** The hasher under test. */
  SecretHasher hasher();

  @Test
  default void hashShouldBeTheSameForTheSameSecretOnly() {
    assertEquals(hasher().hash("key 1"), hasher().hash("key 1"));
    assertNotEquals(hasher().hash("key 1"), hasher().hash("key 2"));
    assertNotEquals("key 1", hasher().hash("key 1"));
  }
}
