package org.polydesk.adapter.rest.shared;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/**
 * Puts the framework's own refusals into our vocabulary and has them rendered by the dialect whose
 * request it was. The framework's messages stay behind: they name classes.
 */
@Singleton
final class DialectErrorResponseProcessor implements ErrorResponseProcessor<Object> {
  private final Refusals refusals;
  private final HttpServerConfiguration server;

  DialectErrorResponseProcessor(Refusals refusals, HttpServerConfiguration server) {
    this.refusals = refusals;
    this.server = server;
  }

  @Override
  @SuppressWarnings("unchecked") // The type of an answer's body is nobody's concern here.
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> base) {
    HttpRequest<?> request = context.getRequest();
    MutableHttpResponse<?> answer = refusals.answer(request, failure(context, request, base));
    String allow = base.getHeaders().get(HttpHeaders.ALLOW);
    if (allow != null && answer.code() == 405) {
      answer.getHeaders().set(HttpHeaders.ALLOW, allow);
    }
    return (MutableHttpResponse<Object>) answer;
  }

  private DeskException failure(
      ErrorContext context, HttpRequest<?> request, MutableHttpResponse<?> base) {
    Throwable cause = context.getRootCause().orElse(null);
    if (cause instanceof DeskException refusal) {
      return refusal;
    }
    if (request instanceof NettyHttpRequest<?> netty
        && netty.getNativeRequest().decoderResult().isFailure()) {
      return undecodable(netty.getNativeRequest().decoderResult());
    }
    if (cause instanceof ConversionErrorException conversion) {
      return unreadable(conversion);
    }
    if (cause instanceof UnsatisfiedRouteException missing) {
      return DeskException.invalid(Violation.required(missing.getArgument().getName()));
    }
    return byStatus(base.code(), cause);
  }

  private DeskException byStatus(int status, Throwable cause) {
    return switch (status) {
      case 401 -> DeskException.notSignedIn("Sign in first.");
      case 403 -> DeskException.notAllowed("Permission denied.");
      case 404 -> DeskException.notFound("path");
      case 405 -> DeskException.wrongVerb();
      case 406, 415 -> DeskException.unsupportedMediaType();
      case 413 -> DeskException.tooLarge(server.getMaxRequestSize());
      case 503 -> DeskException.unavailable(cause);
      default ->
          status >= 500
              ? DeskException.internal(cause)
              : DeskException.badRequest("The request cannot be understood.");
    };
  }

  private static DeskException unreadable(ConversionErrorException conversion) {
    String sent =
        conversion
            .getConversionError()
            .getOriginalValue()
            .filter(CharSequence.class::isInstance)
            .map(Object::toString)
            .orElse("");
    return DeskException.invalid(Violation.malformed(conversion.getArgument().getName(), sent));
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
