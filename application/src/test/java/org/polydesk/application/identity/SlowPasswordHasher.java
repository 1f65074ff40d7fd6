package org.polydesk.application.identity;

import org.polydesk.application.identity.out.PasswordHasher;

/**
 * Takes so long to compare a password that something else happens meanwhile.
 *
 * @param hasher what compares
 */
record SlowPasswordHasher(PasswordHasher hasher, Runnable meanwhile) implements PasswordHasher {
  @Override
  public String hash(String password) {
    return hasher.hash(password);
  }

  @Override
  public boolean matches(String password, String hash) {
    meanwhile.run();
    return hasher.matches(password, hash);
  }

  @Override
  public void waste(String password) {
    meanwhile.run();
    hasher.waste(password);
  }
}
