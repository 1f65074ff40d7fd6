package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns refusals into answers, each in the words of the dialect whose request it was. */
@Singleton
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final Dialects dialects;

  Refusals(Dialects dialects) {
    this.dialects = dialects;
  }

  /** The answer; a failure of our own is logged here, with the id that the answer carries. */
  MutableHttpResponse<?> answer(HttpRequest<?> request, DeskException failure) {
    if (failure.code() == ErrorCode.INTERNAL || failure.code() == ErrorCode.UNAVAILABLE) {
      log(request, failure);
    }
    MutableHttpResponse<?> response = response(request, rendered(request, failure));
    failure
        .retryAfter()
        .ifPresent(rest -> addIfMissing(response, HttpHeaders.RETRY_AFTER, wholeSeconds(rest)));
    response.getHeaders().set(RequestIds.HEADER, RequestIds.of(request));
    return response;
  }

  private RenderedError rendered(HttpRequest<?> request, DeskException failure) {
    ApiDialect dialect = dialects.of(request);
    try {
      return dialect.render(failure, request);
    } catch (RuntimeException e) {
      // The last resort: a client must get an answer, and it must not be the stack trace.
      LOG.error("The dialect {} cannot render {}", dialect.name(), failure.code(), e);
      return Dialects.NEUTRAL.render(failure, request);
    }
  }

  private static MutableHttpResponse<?> response(HttpRequest<?> request, RenderedError rendered) {
    MutableHttpResponse<Object> response = HttpResponse.status(rendered.status(), null);
    rendered.headers().forEach(response::header);
    if (!rendered.body().isEmpty() && request.getMethod() != HttpMethod.HEAD) {
      response.header(HttpHeaders.CONTENT_TYPE, rendered.mediaType());
      response.body(rendered.body().getBytes(StandardCharsets.UTF_8));
    }
    return response;
  }

  private static void log(HttpRequest<?> request, DeskException failure) {
    // Never the query: it may hold a key.
    LOG.error(
        "Request {} failed: {} {} is {}",
        RequestIds.of(request),
        request.getMethodName(),
        request.getPath(),
        failure.code(),
        failure.getCause() == null ? failure : failure.getCause());
  }

  private static void addIfMissing(MutableHttpResponse<?> response, String header, String value) {
    if (!response.getHeaders().contains(header)) {
      response.header(header, value);
    }
  }

  private static String wholeSeconds(Duration rest) {
    return Long.toString(Math.max(1, rest.plusMillis(999).toSeconds()));
  }
}
