package org.polydesk.adapter.persistence.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polydesk.application.identity.out.PasswordHasher;

/**
 * Argon2id with 19 MiB, two passes and one lane, in the usual {@code $argon2id$} form. No more
 * hashes are made at once than there are cores; further ones wait, so that a crowd that signs in
 * takes time and not memory.
 */
@Singleton
final class Argon2PasswordHasher implements PasswordHasher {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  // The library writes and reads this form in the letters of the default locale: in Turkish the
  // "id" comes out with a dotless i. So the form is ours and only the digest is the library's.
  private static final String SEPARATOR = "$";
  private static final String PREFIX =
      "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + SEPARATOR;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(?<memory>\\d+),t=(?<passes>\\d+),p=(?<lanes>\\d+)"
              + "\\$(?<salt>[^$]+)\\$(?<digest>[^$]+)");

  /** Made of a random text that nobody kept, with the parameters above. */
  private static final String NOBODYS_HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$FsY7jJU7EU2M7lEcbLeBhA$"
          + "tvI6sJ0ErkdRzdkRnq5Hh5r/p/UUmaSqyvTFHXyULqs";

  private final SecureRandom random = new SecureRandom();
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

  @Override
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] digest = digest(password, salt, FUNCTION);
    return PREFIX + base64(salt) + SEPARATOR + base64(digest);
  }

  @Override
  public boolean matches(String password, String hash) {
    Matcher parts = FORM.matcher(hash);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no argon2id hash");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group("digest"));
    Argon2Function made =
        Argon2Function.getInstance(
            Integer.parseInt(parts.group("memory")),
            Integer.parseInt(parts.group("passes")),
            Integer.parseInt(parts.group("lanes")),
            expected.length,
            Argon2.ID);
    byte[] salt = Base64.getDecoder().decode(parts.group("salt"));
    return MessageDigest.isEqual(expected, digest(password, salt, made));
  }

  @Override
  public void waste(String password) {
    matches(password, NOBODYS_HASH);
  }

  private byte[] digest(String password, byte[] salt, Argon2Function function) {
    byte[] plain = password.getBytes(StandardCharsets.UTF_8);
    return onOneCore(() -> function.hash(plain, salt).getBytes());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private <T> T onOneCore(Supplier<T> work) {
    cores.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      cores.release();
    }
  }
}
