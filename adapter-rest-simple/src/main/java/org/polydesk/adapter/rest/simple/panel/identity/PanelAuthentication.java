package org.polydesk.adapter.rest.simple.panel.identity;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.DialectAuthentication;
import org.polydesk.adapter.rest.simple.panel.wire.PanelDialect;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.identity.in.RecogniseUseCase;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.domain.error.DeskException;

/**
 * Recognises clients by the token of their account. Whoever it belongs to, through this door he is
 * a client and sees his own tickets. Source: docs/dialects/panel.md, section "Tokens".
 */
@Singleton
final class PanelAuthentication implements DialectAuthentication {
  private static final String HEADER = "X-Token";

  private static final Set<Right> RIGHTS =
      EnumSet.of(
          Right.OPEN_OWN,
          Right.REPLY_OWN,
          Right.EDIT_OWN,
          Right.CLOSE_OWN,
          Right.REOPEN_OWN,
          Right.RATE_OWN);

  private final RecogniseUseCase recognise;

  PanelAuthentication(RecogniseUseCase recognise) {
    this.recognise = recognise;
  }

  @Override
  public String dialect() {
    return PanelDialect.NAME;
  }

  @Override
  public Optional<Caller> authenticate(HttpRequest<?> request) {
    return token(request)
        .map(
            token ->
                recognise
                    .userOf(Kind.PANEL_TOKEN, token)
                    .map(user -> Caller.of(user, RIGHTS, Scope.OWN, PanelDialect.NAME))
                    .orElseThrow(() -> DeskException.notSignedIn("The token is not valid.")));
  }

  /** The token that was sent; empty when there is none. */
  static Optional<String> token(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HEADER))
        .map(String::strip)
        .filter(token -> !token.isEmpty());
  }
}
