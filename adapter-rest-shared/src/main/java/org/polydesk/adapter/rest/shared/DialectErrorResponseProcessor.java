package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import org.polydesk.domain.error.DeskException;

/**
 * Answers what never gets as far as the router: requests that cannot be decoded; and what goes
 * wrong while something else is being refused.
 */
@Singleton
final class DialectErrorResponseProcessor implements ErrorResponseProcessor<Object> {
  private final Refusals refusals;
  private final FrameworkFailures failures;

  DialectErrorResponseProcessor(Refusals refusals, FrameworkFailures failures) {
    this.refusals = refusals;
    this.failures = failures;
  }

  @Override
  @SuppressWarnings("unchecked") // The type of an answer's body is nobody's concern here.
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> base) {
    HttpRequest<?> request = context.getRequest();
    return (MutableHttpResponse<Object>) refusals.answer(request, failure(context, request, base));
  }

  private DeskException failure(
      ErrorContext context, HttpRequest<?> request, MutableHttpResponse<?> base) {
    if (request instanceof NettyHttpRequest<?> netty
        && netty.getNativeRequest().decoderResult().isFailure()) {
      return undecodable(netty.getNativeRequest().decoderResult());
    }
    return context
        .getRootCause()
        .map(failures::translate)
        .orElseGet(() -> failures.byStatus(base.code(), null));
  }

  private static DeskException undecodable(DecoderResult result) {
    if (result.cause() instanceof TooLongHttpLineException) {
      return DeskException.badRequest("The request line is too long.");
    }
    if (result.cause() instanceof TooLongHttpHeaderException) {
      return DeskException.badRequest("The headers are too long.");
    }
    if (result.cause() instanceof RequestTargets.MalformedTargetException) {
      return DeskException.badRequest("The path or the query is not well encoded.");
    }
    return DeskException.badRequest("The request cannot be understood.");
  }
}
