package org.polydesk.adapter.rest.shared;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import java.util.Map;
import org.polydesk.domain.error.DeskException;

/**
 * One API that the desk speaks. There is one bean for each; the first, by {@link #getOrder()
 * order}, that owns a request answers for it. Implementations are called on the event loop: they
 * compute and never wait.
 */
public interface ApiDialect extends Ordered {

  /** The dialect's name in settings, logs and the audit, such as {@code tikting}. */
  String name();

  /**
   * Whether a request is this dialect's to answer, unknown paths and errors included. It must not
   * matter whether {@link #canonicalPath} has been applied.
   */
  boolean owns(RequestHead head);

  /**
   * The path in the form in which the dialect's controllers declare it: letter case of its literal
   * segments, no doubled and no trailing slashes, parameters untouched. {@link RouteTable} does
   * this. Asked for requests that the dialect owns only.
   *
   * @return a path without a query, percent-encoded like the given one
   */
  default String canonicalPath(RequestHead head) {
    return head.path();
  }

  /**
   * What a refusal looks like to the client. The request id and {@code Retry-After} are added by
   * the caller.
   */
  RenderedError render(DeskException failure, HttpRequest<?> request);

  /**
   * What every answer carries so that pages of other origins may read it, such as {@code
   * Access-Control-Allow-Origin}. With any, {@code OPTIONS} is answered with 200 and them, before
   * route and identity.
   *
   * @return empty, the default, to let nobody in
   */
  default Map<String, String> crossOriginHeaders(HttpRequest<?> request) {
    return Map.of();
  }

  /** How much of a body is read. */
  default BodyLimits bodyLimits() {
    return BodyLimits.DEFAULT;
  }
}
