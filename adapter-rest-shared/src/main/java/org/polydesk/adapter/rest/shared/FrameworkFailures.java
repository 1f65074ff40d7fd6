package org.polydesk.adapter.rest.shared;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/**
 * Puts the framework's failures into our vocabulary. Its messages stay behind: they name classes.
 */
@Singleton
final class FrameworkFailures {
  private final HttpServerConfiguration server;

  FrameworkFailures(HttpServerConfiguration server) {
    this.server = server;
  }

  /** What {@code failure} means; a failure that nobody knows is our own. */
  DeskException translate(Throwable failure) {
    if (failure instanceof DeskException refusal) {
      return refusal;
    }
    if (failure instanceof ConversionErrorException conversion) {
      return unreadable(conversion);
    }
    if (failure instanceof UnsatisfiedRouteException missing) {
      return DeskException.invalid(Violation.required(missing.getArgument().getName()));
    }
    if (failure instanceof AuthorizationException authorization) {
      return byStatus(authorization.isForbidden() ? 403 : 401, failure);
    }
    if (failure instanceof ContentLengthExceededException) {
      return byStatus(413, failure);
    }
    if (failure instanceof HttpStatusException status) {
      return byStatus(status.getStatus().getCode(), failure);
    }
    boolean isNonsense =
        failure instanceof JsonSyntaxException
            || failure instanceof CodecException
            || failure instanceof URISyntaxException;
    return byStatus(isNonsense ? 400 : 500, failure);
  }

  /** What an answer's {@code status} means; {@code cause} may be missing. */
  DeskException byStatus(int status, Throwable cause) {
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
}
