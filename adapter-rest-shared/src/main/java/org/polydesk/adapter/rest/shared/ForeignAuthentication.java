package org.polydesk.adapter.rest.shared;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.BasicAuthAuthenticationFetcher;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Takes the place of the security module's own ways of signing in. Whoever they let in would be
 * signed in without being a caller of any dialect; a token without a signature would do.
 */
final class ForeignAuthentication {
  private ForeignAuthentication() {}

  /** Instead of the module's tokens. */
  @Singleton
  @Replaces(TokenAuthenticationFetcher.class)
  static final class NoTokens implements AuthenticationFetcher<HttpRequest<?>> {
    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
      return Mono.empty();
    }
  }

  /** Instead of the module's Basic. */
  @Singleton
  @Replaces(BasicAuthAuthenticationFetcher.class)
  static final class NoBasic implements AuthenticationFetcher<HttpRequest<?>> {
    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
      return Mono.empty();
    }
  }
}
