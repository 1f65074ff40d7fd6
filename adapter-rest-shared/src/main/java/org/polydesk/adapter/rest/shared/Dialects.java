package org.polydesk.adapter.rest.shared;

import io.micronaut.core.order.OrderUtil;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Picks the dialect of a request. Safe for use by many threads. */
@Singleton
public final class Dialects {
  private static final String ATTRIBUTE = "polydesk.dialect";
  static final ApiDialect NEUTRAL = new NeutralDialect();

  private final List<ApiDialect> dialects;

  Dialects(List<ApiDialect> dialects) {
    this.dialects = OrderUtil.sort(dialects.stream()).toList();
  }

  /** The dialect that answers; one without an owner, which speaks plain JSON, if none wants to. */
  public ApiDialect of(RequestHead head) {
    for (ApiDialect dialect : dialects) {
      if (dialect.owns(head)) {
        return dialect;
      }
    }
    return NEUTRAL;
  }

  /** The dialect that answers; found once for each request. */
  public ApiDialect of(HttpRequest<?> request) {
    Object known = request.getAttributes().getValue(ATTRIBUTE);
    if (known instanceof ApiDialect dialect) {
      return dialect;
    }
    ApiDialect dialect = of(RequestHead.of(request));
    request.setAttribute(ATTRIBUTE, dialect);
    return dialect;
  }
}
