package org.polydesk.bootstrap.clock;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.DialectAuthentication;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.identity.in.RecogniseUseCase;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

/** Knows callers of the clock by name and password or by their bearer token. */
@Singleton
@Requires(bean = SandboxClock.class)
final class SandboxAuthentication implements DialectAuthentication {
  /** The clock's path is no dialect's. */
  private static final String NO_DIALECT = "none";

  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  private final Provider<RecogniseUseCase> recognise;

  /**
   * @param recognise asked for with the first caller, so that a start does not wait for it
   */
  SandboxAuthentication(Provider<RecogniseUseCase> recognise) {
    this.recognise = recognise;
  }

  @Override
  public String dialect() {
    return NO_DIALECT;
  }

  @Override
  public Optional<Caller> authenticate(HttpRequest<?> request) {
    String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return Optional.empty();
    }
    Optional<User> user =
        startsWith(header, BASIC)
            ? byPassword(header.substring(BASIC.length()).strip())
            : startsWith(header, BEARER)
                ? recognise.get().byToken(header.substring(BEARER.length()).strip())
                : Optional.empty();
    return Optional.of(
        user.map(SandboxAuthentication::caller)
            .orElseThrow(() -> DeskException.notSignedIn("The credential is not good.")));
  }

  private Optional<User> byPassword(String encoded) {
    try {
      String[] pair =
          new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
      return pair.length < 2 ? Optional.empty() : recognise.get().byPassword(pair[0], pair[1]);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Caller caller(User user) {
    Set<Right> rights =
        user.role() == Role.ADMINISTRATOR
            ? EnumSet.of(Right.ADMINISTER)
            : EnumSet.noneOf(Right.class);
    return Caller.of(user, rights, Scope.DESK, "sandbox");
  }

  private static boolean startsWith(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
  }
}
