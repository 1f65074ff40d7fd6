package org.polydesk.application.identity.out;

/** Turns random secrets (keys, tokens) into what may be stored and looked up by. */
public interface SecretHasher {
  /** A keyed digest of {@code secret}; the same for the same secret, on every node. */
  String hash(String secret);
}
