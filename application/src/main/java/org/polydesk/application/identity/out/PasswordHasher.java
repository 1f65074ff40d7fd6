package org.polydesk.application.identity.out;

/** Turns passwords into what may be stored. Slow on purpose; safe for use by many threads. */
public interface PasswordHasher {
  /** A salted hash of {@code password}, with its own parameters in it. */
  String hash(String password);

  /** Whether {@code hash} was made of {@code password}; compared in constant time. */
  boolean matches(String password, String hash);

  /** Takes as long as {@link #matches} and tells nothing: for names that nobody has. */
  void waste(String password);
}
