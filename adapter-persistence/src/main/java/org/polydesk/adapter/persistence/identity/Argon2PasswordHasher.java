package org.polydesk.adapter.persistence.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polydesk.application.identity.out.PasswordHasher;

/**
 * Argon2id with 19 MiB, two passes and one lane, in the usual {@code $argon2id$} form. No more
 * hashes are made at once than there are cores, nor than fit into a quarter of the memory; further
 * ones wait, so that a crowd that signs in takes time and not memory.
 */
@Singleton
final class Argon2PasswordHasher implements PasswordHasher {
  private static final int MEMORY_KIB = 19 * 1024;

  /** What a hash takes, with what the library keeps beside it. */
  private static final long BYTES_AT_ONCE = 21L * 1024 * 1024;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** The library's own reading and writing of it depends on the language of the system. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** Made of a random text that nobody kept, with the parameters above. */
  private static final String NOBODYS_HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$FsY7jJU7EU2M7lEcbLeBhA$"
          + "tvI6sJ0ErkdRzdkRnq5Hh5r/p/UUmaSqyvTFHXyULqs";

  private final SecureRandom random = new SecureRandom();
  private final Semaphore atOnce =
      new Semaphore(
          atOnce(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory()));

  /** How many hashes may be made at once. */
  static int atOnce(int cores, long memory) {
    return (int) Math.max(1, Math.min(cores, memory / 4 / BYTES_AT_ONCE));
  }

  @Override
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = hash(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%s,t=%s,p=%s$%s$%s"
        .formatted(
            Integer.toString(MEMORY_KIB),
            Integer.toString(PASSES),
            Integer.toString(LANES),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  /** {@inheritDoc} Nothing matches a text of another form. */
  @Override
  public boolean matches(String password, String hash) {
    Matcher made = FORM.matcher(hash);
    if (!made.matches()) {
      return false;
    }
    byte[] expected = Base64.getDecoder().decode(made.group(5));
    byte[] found =
        hash(
            password,
            Base64.getDecoder().decode(made.group(4)),
            Integer.parseInt(made.group(1)),
            Integer.parseInt(made.group(2)),
            Integer.parseInt(made.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, found);
  }

  @Override
  public void waste(String password) {
    matches(password, NOBODYS_HASH);
  }

  private byte[] hash(
      String password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
    atOnce.acquireUninterruptibly();
    try {
      return function(memoryKib, passes, lanes, length)
          .hash(password.getBytes(StandardCharsets.UTF_8), salt)
          .getBytes();
    } finally {
      atOnce.release();
    }
  }

  /** One after the other: each is as large as a hash until the library knows that it has it. */
  private static synchronized Argon2Function function(
      int memoryKib, int passes, int lanes, int length) {
    return Argon2Function.getInstance(memoryKib, passes, lanes, length, Argon2.ID);
  }
}
