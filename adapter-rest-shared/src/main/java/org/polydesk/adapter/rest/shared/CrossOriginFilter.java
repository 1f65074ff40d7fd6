package org.polydesk.adapter.rest.shared;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Lets browsers in where a dialect wants them; asks for no credential before they may ask. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class CrossOriginFilter {
  private final Dialects dialects;

  CrossOriginFilter(Dialects dialects) {
    this.dialects = dialects;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> preflight(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.OPTIONS || headers(request).isEmpty()) {
      return null;
    }
    // An answer from here passes the filters before this one only.
    MutableHttpResponse<?> response = HttpResponse.ok();
    allow(request, response);
    return response;
  }

  @ResponseFilter
  void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
    headers(request).forEach((name, value) -> response.getHeaders().set(name, value));
  }

  private Map<String, String> headers(HttpRequest<?> request) {
    return dialects.of(request).crossOriginHeaders(request);
  }
}
