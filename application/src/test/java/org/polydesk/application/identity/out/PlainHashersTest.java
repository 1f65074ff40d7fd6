package org.polydesk.application.identity.out;

import org.junit.jupiter.api.Nested;

final class PlainHashersTest {
  @Nested
  final class OfPasswords implements PasswordHasherContract {
    @Override
    public PasswordHasher hasher() {
      return new PlainPasswordHasher();
    }
  }

  @Nested
  final class OfSecrets implements SecretHasherContract {
    @Override
    public SecretHasher hasher() {
      return new PlainSecretHasher();
    }
  }
}
