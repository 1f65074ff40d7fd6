package org.polydesk.adapter.rest.simple.helpdesk.identity;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.polydesk.application.identity.in.RecogniseUseCase;
import org.polydesk.application.identity.out.SecretHasher;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * A token that every user has, made of his key and his security stamp and stored nowhere: it dies
 * when what he can log in with changes. Source: docs/dialects/helpdesk.md, section "Tokens".
 */
@Singleton
final class PersonalTokens {
  private static final String PREFIX = "pdt_";

  private final SecretHasher hasher;
  private final RecogniseUseCase recognise;

  PersonalTokens(SecretHasher hasher, RecogniseUseCase recognise) {
    this.hasher = hasher;
    this.recognise = recognise;
  }

  /** The token of {@code user}. */
  String of(User user) {
    return PREFIX + user.id() + "." + proof(user);
  }

  /** Whose token it is; empty when it is malformed, forged or has died. */
  Optional<User> verify(String token) {
    int dot = token.indexOf('.');
    if (!token.startsWith(PREFIX) || dot < 0) {
      return Optional.empty();
    }
    return UserId.parse(token.substring(PREFIX.length(), dot))
        .flatMap(recognise::current)
        .filter(user -> isSame(token.substring(dot + 1), proof(user)));
  }

  private String proof(User user) {
    return hasher.hash("helpdesk token of " + user.id() + " under " + user.securityStamp());
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
