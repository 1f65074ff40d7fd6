package org.polydesk.adapter.rest.shared;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import org.polydesk.domain.error.DeskException;

/** Answers requests that came without a credential where one is needed. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AuthorizationFailureHandler
    implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
  private final Refusals refusals;

  AuthorizationFailureHandler(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  @SuppressWarnings("rawtypes") // The framework's signature.
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException failure) {
    return refusals.answer(
        request,
        failure.isForbidden()
            ? DeskException.notAllowed("Permission denied.")
            : DeskException.notSignedIn("Sign in first."));
  }
}
