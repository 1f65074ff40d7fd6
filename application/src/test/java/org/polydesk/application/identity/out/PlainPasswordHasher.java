package org.polydesk.application.identity.out;

import java.util.concurrent.atomic.AtomicLong;

/** Salts passwords and hides nothing: for tests that are not about time. */
public final class PlainPasswordHasher implements PasswordHasher {
  private final AtomicLong salt = new AtomicLong();
  private final AtomicLong wasted = new AtomicLong();

  @Override
  public String hash(String password) {
    return "plain$%d$%s".formatted(salt.incrementAndGet(), password);
  }

  @Override
  public boolean matches(String password, String hash) {
    return hash.startsWith("plain$") && hash.substring(hash.indexOf('$', 6) + 1).equals(password);
  }

  @Override
  public void waste(String password) {
    wasted.incrementAndGet();
  }

  /** How often time was wasted. */
  public long wasted() {
    return wasted.get();
  }
}
