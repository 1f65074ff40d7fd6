package org.polydesk.adapter.rest.tikting.wire;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import org.polydesk.adapter.rest.shared.ApiDialect;
import org.polydesk.adapter.rest.shared.BodyLimits;
import org.polydesk.adapter.rest.shared.RenderedError;
import org.polydesk.adapter.rest.shared.RequestHead;
import org.polydesk.adapter.rest.shared.RouteTable;
import org.polydesk.domain.error.DeskException;

/** The dialect's paths and what its refusals look like. */
@Singleton
public final class TiktingDialect implements ApiDialect {
  /** The dialect's name in logs and in the audit. */
  public static final String NAME = "tikting";

  /** Where tickets are. */
  public static final String TICKETS = "/api/TicketsApi";

  /** A ticket's id as the only segment below: a path that takes other verbs is no ticket's. */
  public static final String TICKET_ID =
      "{id:(?!register$|new$|list$|metadata$|appmetadata$)[^/]+}";

  /** Where people log in. */
  public static final String AUTHENTICATE = "/api/Users/authenticate";

  /** Where requesters close resolved tickets without a log-in. */
  public static final String CLOSING = "/close";

  private static final RouteTable ROUTES =
      RouteTable.of(
          AUTHENTICATE,
          TICKETS,
          TICKETS + "/register",
          TICKETS + "/appmetadata",
          TICKETS + "/metadata",
          TICKETS + "/metadata/{id}",
          TICKETS + "/new",
          TICKETS + "/list",
          TICKETS + "/update/{id}",
          TICKETS + "/forward/{id}",
          TICKETS + "/reply/{id}",
          TICKETS + "/close/{id}",
          TICKETS + "/resolve/{id}",
          TICKETS + "/pickup/{id}",
          TICKETS + "/read/{id}",
          TICKETS + "/addfiles/{id}",
          TICKETS + "/reqreply/{id}",
          TICKETS + "/{id}",
          CLOSING + "/{token}");

  private static final int TEXT_BYTES = 8 * 1024 * 1024;
  private static final int MOST_PARAMETERS = 2_000;

  private final BodyLimits limits;

  /**
   * @param requestBytes the largest body
   * @param files the most files of one request
   */
  TiktingDialect(
      @Property(name = "polydesk.http.max-request-bytes", defaultValue = "30000000")
          long requestBytes,
      @Property(name = "polydesk.files.max-per-request", defaultValue = "20") int files) {
    this.limits = new BodyLimits(requestBytes, TEXT_BYTES, MOST_PARAMETERS, files);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean owns(RequestHead head) {
    return head.isUnder(TICKETS) || head.isUnder(AUTHENTICATE) || head.isUnder(CLOSING);
  }

  @Override
  public String canonicalPath(RequestHead head) {
    return ROUTES.canonical(head.path()).orElse(head.path());
  }

  @Override
  public BodyLimits bodyLimits() {
    return limits;
  }

  @Override
  public RenderedError render(DeskException failure, HttpRequest<?> request) {
    return switch (failure.code()) {
      case INVALID_FIELD, ILLEGAL_TRANSITION -> Problems.validation(failure, request);
      case INVALID_REQUEST -> Problems.plain(400, failure, request);
      case NOT_SIGNED_IN, LOCKED_OUT -> notSignedIn(failure, request);
      case NOT_ALLOWED -> RenderedError.withoutBody(403);
      case NOT_FOUND -> Problems.plain(404, failure, request);
      case WRONG_VERB -> Problems.plain(405, failure, request);
      case STALE_VERSION, KEY_REUSED -> Problems.plain(409, failure, request);
      case PRECONDITION_FAILED -> Problems.plain(412, failure, request);
      case TOO_LARGE -> Problems.plain(413, failure, request);
      case UNSUPPORTED_MEDIA_TYPE -> Problems.plain(415, failure, request);
      case RATE_LIMITED -> Problems.plain(429, failure, request);
      case UNAVAILABLE -> Problems.plain(503, failure, request);
      case INTERNAL -> Problems.plain(500, failure, request);
    };
  }

  /** At the log-in a body says what was wrong; everywhere else a challenge says what is missing. */
  private static RenderedError notSignedIn(DeskException failure, HttpRequest<?> request) {
    if (RequestHead.of(request).isUnder(AUTHENTICATE)) {
      return Problems.plain(401, failure, request);
    }
    boolean presented = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
    return new RenderedError(
        401,
        Map.of(
            HttpHeaders.WWW_AUTHENTICATE, presented ? "Bearer error=\"invalid_token\"" : "Bearer"),
        "",
        "");
  }
}
