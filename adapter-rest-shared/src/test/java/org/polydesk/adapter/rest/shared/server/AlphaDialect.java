package org.polydesk.adapter.rest.shared.server;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.polydesk.adapter.rest.shared.ApiDialect;
import org.polydesk.adapter.rest.shared.BodyLimits;
import org.polydesk.adapter.rest.shared.RenderedError;
import org.polydesk.adapter.rest.shared.RequestHead;
import org.polydesk.adapter.rest.shared.RequestIds;
import org.polydesk.adapter.rest.shared.RouteTable;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/** Speaks JSON, in any letter case, and takes little. */
@Singleton
final class AlphaDialect implements ApiDialect {
  private static final RouteTable ROUTES =
      RouteTable.of(
          "/api/Alpha/Items",
          "/api/Alpha/Items/{id}",
          "/api/Alpha/Items/metadata",
          "/api/Alpha/login",
          "/api/Alpha/broken",
          "/api/Alpha/refused",
          "/api/Alpha/whoami");

  @Override
  public String name() {
    return "alpha";
  }

  @Override
  public boolean owns(RequestHead head) {
    return head.isUnder("/api/Alpha");
  }

  @Override
  public String canonicalPath(RequestHead head) {
    return ROUTES.canonical(head.path()).orElse(head.path());
  }

  @Override
  public BodyLimits bodyLimits() {
    return new BodyLimits(100_000, 20_000, 50, 3);
  }

  @Override
  public RenderedError render(DeskException failure, HttpRequest<?> request) {
    int status =
        switch (failure.code()) {
          case NOT_SIGNED_IN -> 401;
          case NOT_ALLOWED, LOCKED_OUT -> 403;
          case NOT_FOUND -> 404;
          case WRONG_VERB -> 405;
          case TOO_LARGE -> 413;
          case UNSUPPORTED_MEDIA_TYPE -> 415;
          case RATE_LIMITED -> 429;
          case INTERNAL -> 500;
          case UNAVAILABLE -> 503;
          default -> 400;
        };
    String fields =
        failure.violations().stream().map(Violation::field).collect(Collectors.joining(","));
    return RenderedError.of(
            status,
            "application/problem+json; charset=utf-8",
            "{\"alpha\":\"%s\",\"fields\":\"%s\",\"traceId\":\"%s\"}"
                .formatted(failure.code(), fields, RequestIds.traceId(request)))
        .with("X-Alpha", "1");
  }
}
