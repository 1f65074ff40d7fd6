package org.polydesk.adapter.persistence.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.application.identity.out.SecretHasherContract;

final class HmacSecretHasherTest implements SecretHasherContract {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @Override
  public SecretHasher hasher() {
    return new HmacSecretHasher(KEY);
  }

  /** Source: RFC 4231, test case 1. */
  @Test
  void hashShouldBeHmacOfTheSecret() {
    byte[] key = HexFormat.of().parseHex("0b".repeat(20));
    SecretHasher hasher = new HmacSecretHasher(Base64.getEncoder().encodeToString(key));

    String hash = hasher.hash("Hi There");

    assertEquals(
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        HexFormat.of().formatHex(Base64.getUrlDecoder().decode(hash)));
  }

  @Test
  void hashShouldDependOnTheKey() {
    byte[] other = new byte[32];
    other[0] = 1;

    assertNotEquals(
        hasher().hash("key"),
        new HmacSecretHasher(Base64.getEncoder().encodeToString(other)).hash("key"));
  }

  @Test
  void shortKeysShouldBeRefused() {
    String weak = Base64.getEncoder().encodeToString(new byte[15]);

    assertThrows(IllegalArgumentException.class, () -> new HmacSecretHasher(weak));
  }
}
