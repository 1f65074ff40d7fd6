package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.polydesk.domain.error.DeskException;

/** Answers whatever nobody else has a handler for: a bug of ours. */
@Singleton
final class UnexpectedExceptionHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private final Refusals refusals;

  UnexpectedExceptionHandler(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  @SuppressWarnings("rawtypes") // The framework's signature.
  public HttpResponse<?> handle(HttpRequest request, Throwable bug) {
    return refusals.answer(request, DeskException.internal(bug));
  }
}
