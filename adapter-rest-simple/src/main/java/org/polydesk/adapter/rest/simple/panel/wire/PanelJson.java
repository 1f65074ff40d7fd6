package org.polydesk.adapter.rest.simple.panel.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The dialect's answers: 200, names in snake_case, nulls written, instants in UTC in whole seconds.
 * Source: docs/dialects/panel.md, section "Answers".
 */
public final class PanelJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
          .build();

  private PanelJson() {}

  /** An answer whose body is {@code value}. */
  public static MutableHttpResponse<byte[]> ok(Object value) {
    try {
      return HttpResponse.ok(MAPPER.writeValueAsBytes(value))
          .header(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }

  /** An instant as this dialect writes it. */
  public static String instant(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
