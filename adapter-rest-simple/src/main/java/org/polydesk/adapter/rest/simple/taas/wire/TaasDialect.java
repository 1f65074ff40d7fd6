package org.polydesk.adapter.rest.simple.taas.wire;

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

/** The Taas dialect. Source: docs/dialects/taas.md, sections "Paths" and "Refusals". */
@Singleton
public final class TaasDialect implements ApiDialect {
  /** The dialect's name in logs and in the audit. */
  public static final String NAME = "taas";

  private static final BodyLimits LIMITS = new BodyLimits(30_000_000, 8 * 1024 * 1024, 2_000, 20);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean owns(RequestHead head) {
    return head.isUnder(TaasRoutes.BASE) || SharedRoot.isForTaas(head);
  }

  @Override
  public String canonicalPath(RequestHead head) {
    return TaasRoutes.canonical(head.path());
  }

  @Override
  public BodyLimits bodyLimits() {
    return LIMITS;
  }

  @Override
  public RenderedError render(DeskException failure, HttpRequest<?> request) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", true);
    body.put("message", JsonError.sentence(failure));
    body.put("statusCode", JsonError.status(failure));
    return JsonError.of(failure, body);
  }
}
