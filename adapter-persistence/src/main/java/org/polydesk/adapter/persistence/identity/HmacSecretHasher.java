package org.polydesk.adapter.persistence.identity;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.polydesk.application.identity.out.SecretHasher;

/** HMAC-SHA-256 under the installation's own key, in URL-safe Base64. */
@Singleton
final class HmacSecretHasher implements SecretHasher {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_KEY_BYTES = 16;

  private final SecretKey key;

  /**
   * @param key at least 16 bytes in Base64
   */
  HmacSecretHasher(@Property(name = "polydesk.secret-key") String key) {
    byte[] bytes = Base64.getDecoder().decode(key);
    if (bytes.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException("polydesk.secret-key has at least 16 bytes");
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  @Override
  public String hash(String secret) {
    byte[] digest = mac().doFinal(secret.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }
}
