package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.polydesk.domain.error.DeskException;

/** Answers refusals of the core. */
@Singleton
final class DeskExceptionHandler implements ExceptionHandler<DeskException, HttpResponse<?>> {
  private final Refusals refusals;

  DeskExceptionHandler(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  @SuppressWarnings("rawtypes") // The framework's signature.
  public HttpResponse<?> handle(HttpRequest request, DeskException failure) {
    return refusals.answer(request, failure);
  }
}
