package org.polydesk.adapter.rest.simple.panel.wire;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.polydesk.adapter.rest.shared.ApiDialect;
import org.polydesk.adapter.rest.shared.BodyLimits;
import org.polydesk.adapter.rest.shared.RenderedError;
import org.polydesk.adapter.rest.shared.RequestHead;
import org.polydesk.adapter.rest.simple.JsonError;
import org.polydesk.adapter.rest.simple.SharedRoot;
import org.polydesk.domain.error.DeskException;

/** The Panel dialect. Source: docs/dialects/panel.md, sections "Paths" and "Refusals". */
@Singleton
public final class PanelDialect implements ApiDialect {
  /** The dialect's name in logs and in the audit. */
  public static final String NAME = "panel";

  private static final long FILE_BYTES = 20_000_000;
  private static final BodyLimits LIMITS =
      new BodyLimits(FILE_BYTES + 100_000, 1024 * 1024, 500, 20);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean owns(RequestHead head) {
    return head.isUnder(PanelRoutes.BASE) || head.isUnder("/files") || SharedRoot.isForPanel(head);
  }

  @Override
  public String canonicalPath(RequestHead head) {
    return PanelRoutes.canonical(head.path());
  }

  @Override
  public BodyLimits bodyLimits() {
    return LIMITS;
  }

  @Override
  public RenderedError render(DeskException failure, HttpRequest<?> request) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code(failure));
    body.put("message", JsonError.sentence(failure));
    return JsonError.of(failure, body);
  }

  private static String code(DeskException failure) {
    return switch (failure.code()) {
      case INVALID_FIELD, INVALID_REQUEST, UNSUPPORTED_MEDIA_TYPE -> "bad_request";
      case ILLEGAL_TRANSITION -> "wrong_state";
      case NOT_SIGNED_IN -> "unauthorized";
      case NOT_ALLOWED, LOCKED_OUT -> "forbidden";
      case NOT_FOUND -> "not_found";
      case WRONG_VERB -> "method_not_allowed";
      case STALE_VERSION, KEY_REUSED -> "conflict";
      case PRECONDITION_FAILED -> "precondition_failed";
      case TOO_LARGE -> "too_large";
      case RATE_LIMITED -> "too_many_requests";
      case UNAVAILABLE -> "unavailable";
      case INTERNAL -> "internal_error";
    };
  }
}
