package org.polydesk.adapter.rest.simple.helpdesk.wire;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import org.polydesk.adapter.rest.shared.ApiDialect;
import org.polydesk.adapter.rest.shared.BodyLimits;
import org.polydesk.adapter.rest.shared.RenderedError;
import org.polydesk.adapter.rest.shared.RequestHead;
import org.polydesk.domain.error.DeskException;

/**
 * The Helpdesk dialect: every path below {@code /api} that is not another dialect's. Its refusals
 * are one plain sentence. Source: docs/dialects/helpdesk.md, sections "Paths" and "Refusals".
 */
@Singleton
public final class HelpdeskDialect implements ApiDialect {
  /** The dialect's name in logs and in the audit. */
  public static final String NAME = "helpdesk";

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int TEXT_BYTES = 8 * 1024 * 1024;
  private static final int MOST_PARAMETERS = 2_000;
  private static final Map<String, String> CHALLENGE =
      Map.of(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Helpdesk\"");

  private final BodyLimits limits;

  HelpdeskDialect(
      @Property(name = "polydesk.http.max-request-bytes", defaultValue = "30000000")
          long requestBytes,
      @Property(name = "polydesk.files.max-per-request", defaultValue = "20") int files) {
    this.limits = new BodyLimits(requestBytes, TEXT_BYTES, MOST_PARAMETERS, files);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** After the dialect that has a part of {@code /api} to itself. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public boolean owns(RequestHead head) {
    return head.isUnder("/api")
        || head.isUnder("/helpdesk")
        || head.isUnder("/User/Token")
        || head.isUnder("/File/Get")
        || head.isUnder("/Ticket");
  }

  @Override
  public String canonicalPath(RequestHead head) {
    return HelpdeskRoutes.canonical(head.path());
  }

  @Override
  public BodyLimits bodyLimits() {
    return limits;
  }

  @Override
  public Map<String, String> crossOriginHeaders(HttpRequest<?> request) {
    String wanted = request.getHeaders().get(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    return Map.of(
        HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
        "*",
        HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
        "GET, POST, DELETE, OPTIONS",
        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
        wanted == null || wanted.isBlank() ? "authorization, content-type" : wanted);
  }

  @Override
  public RenderedError render(DeskException failure, HttpRequest<?> request) {
    return switch (failure.code()) {
      case INVALID_FIELD, INVALID_REQUEST, ILLEGAL_TRANSITION, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE ->
          told(400, failure);
      case NOT_SIGNED_IN -> new RenderedError(401, CHALLENGE, TEXT, sentence(failure));
      case NOT_ALLOWED, LOCKED_OUT -> told(403, failure);
      case NOT_FOUND, WRONG_VERB -> told(404, failure);
      // Only those who asked for it by a header meet these two.
      case STALE_VERSION, KEY_REUSED -> told(409, failure);
      case PRECONDITION_FAILED -> told(412, failure);
      case RATE_LIMITED -> told(429, failure);
      case UNAVAILABLE -> told(503, failure);
      case INTERNAL -> told(500, failure);
    };
  }

  private static RenderedError told(int status, DeskException failure) {
    return RenderedError.of(status, TEXT, sentence(failure));
  }

  private static String sentence(DeskException failure) {
    String sentence = failure.sentence();
    if (!sentence.isEmpty()) {
      return sentence;
    }
    return switch (failure.code()) {
      case NOT_FOUND, WRONG_VERB -> "Not found.";
      case NOT_SIGNED_IN -> "Sign in first.";
      case NOT_ALLOWED, LOCKED_OUT -> "Permission denied.";
      case RATE_LIMITED -> "Too many requests.";
      case UNAVAILABLE -> "Not available now.";
      case INTERNAL -> "Something went wrong here.";
      default -> "The request cannot be understood.";
    };
  }
}
