package org.polydesk.adapter.rest.simple.root;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.polydesk.adapter.rest.shared.ApiDialect;
import org.polydesk.adapter.rest.shared.RenderedError;
import org.polydesk.adapter.rest.shared.RequestHead;
import org.polydesk.adapter.rest.simple.SharedRoot;
import org.polydesk.domain.error.DeskException;

/** Paths of the bare root without a credential: nobody is let in, in words both dialects know. */
@Singleton
final class BareRootDialect implements ApiDialect {
  static final String REFUSED = "/bare-root";

  private static final String BODY =
      """
      {"error":true,"code":"unauthorized","message":"A key or a token is needed.","statusCode":401}""";

  @Override
  public String name() {
    return "root";
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public boolean owns(RequestHead head) {
    return head.path().equals(REFUSED) || SharedRoot.isBare(head);
  }

  @Override
  public String canonicalPath(RequestHead head) {
    return REFUSED;
  }

  @Override
  public RenderedError render(DeskException failure, HttpRequest<?> request) {
    return RenderedError.of(401, "application/json; charset=utf-8", BODY);
  }
}
