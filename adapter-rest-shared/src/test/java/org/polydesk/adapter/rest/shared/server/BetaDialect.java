package org.polydesk.adapter.rest.shared.server;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import org.polydesk.adapter.rest.shared.ApiDialect;
import org.polydesk.adapter.rest.shared.BodyLimits;
import org.polydesk.adapter.rest.shared.RenderedError;
import org.polydesk.adapter.rest.shared.RequestHead;
import org.polydesk.adapter.rest.shared.RouteTable;
import org.polydesk.domain.error.DeskException;

/** Speaks plain text and takes a lot; also at the root when its key is there. */
@Singleton
final class BetaDialect implements ApiDialect {
  private static final RouteTable ROUTES =
      RouteTable.builder()
          .route("/beta/things")
          .alias("/things", "/beta/things")
          .route("/beta/files/{+rest}")
          .build();

  @Override
  public String name() {
    return "beta";
  }

  @Override
  public int getOrder() {
    return 10;
  }

  @Override
  public boolean owns(RequestHead head) {
    return head.isUnder("/beta")
        || head.isUnder("/things") && (head.hasHeader("X-Beta") || head.hasQueryParameter("key"));
  }

  @Override
  public String canonicalPath(RequestHead head) {
    return ROUTES.canonical(head.path()).orElse(head.path());
  }

  @Override
  public Map<String, String> crossOriginHeaders(HttpRequest<?> request) {
    return Map.of("Access-Control-Allow-Origin", "*");
  }

  @Override
  public BodyLimits bodyLimits() {
    return new BodyLimits(200_000_000, 1_000_000, 100, 10);
  }

  @Override
  public RenderedError render(DeskException failure, HttpRequest<?> request) {
    return switch (failure.code()) {
      case NOT_SIGNED_IN -> RenderedError.withoutBody(401).with("WWW-Authenticate", "Beta");
      case WRONG_VERB -> RenderedError.of(404, "text/plain; charset=utf-8", "beta no such thing");
      default ->
          RenderedError.of(
              failure.code().name().equals("TOO_LARGE") ? 413 : 400,
              "text/plain; charset=utf-8",
              "beta " + failure.code() + " " + failure.sentence());
    };
  }
}
