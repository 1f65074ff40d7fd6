package org.polydesk.application.identity.out;

/** Marks secrets and hides nothing. */
public final class PlainSecretHasher implements SecretHasher {
  @Override
  public String hash(String secret) {
    return "hash of " + secret;
  }
}
