package org.polydesk.adapter.persistence.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
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
    return onOneCore(() -> FUNCTION.hash(bytes(password), salt).getResult());
  }

  @Override
  public boolean matches(String password, String hash) {
    Argon2Function made = Argon2Function.getInstanceFromHash(hash);
    return onOneCore(() -> made.check(bytes(password), bytes(hash)));
  }

  @Override
  public void waste(String password) {
    matches(password, NOBODYS_HASH);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
