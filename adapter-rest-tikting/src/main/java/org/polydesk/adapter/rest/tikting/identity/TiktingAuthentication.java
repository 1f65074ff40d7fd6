package org.polydesk.adapter.rest.tikting.identity;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.DialectAuthentication;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.in.RecogniseUseCase;
import org.polydesk.domain.error.DeskException;

/** Recognises callers by their bearer token. */
@Singleton
final class TiktingAuthentication implements DialectAuthentication {
  private static final String SCHEME = "Bearer ";

  private final TiktingTokens tokens;
  private final RecogniseUseCase recognise;

  TiktingAuthentication(TiktingTokens tokens, RecogniseUseCase recognise) {
    this.tokens = tokens;
    this.recognise = recognise;
  }

  @Override
  public String dialect() {
    return TiktingDialect.NAME;
  }

  @Override
  public Optional<Caller> authenticate(HttpRequest<?> request) {
    String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return Optional.empty();
    }
    return Optional.of(header)
        .filter(h -> h.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(h -> h.substring(SCHEME.length()).strip())
        .flatMap(tokens::verify)
        .flatMap(proof -> recognise.recognise(proof.user(), proof.securityStamp()))
        .map(TiktingCallers::of)
        .or(
            () -> {
              throw DeskException.notSignedIn("The token is not valid.");
            });
  }
}
