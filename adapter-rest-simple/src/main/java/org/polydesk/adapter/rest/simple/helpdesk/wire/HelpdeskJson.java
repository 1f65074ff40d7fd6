package org.polydesk.adapter.rest.simple.helpdesk.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * The dialect's answers: 200, names in PascalCase, nulls written, instants in UTC with no more of a
 * fraction than there is. Source: docs/dialects/helpdesk.md, section "Answers".
 */
public final class HelpdeskJson {
  private static final String MEDIA_TYPE = "application/json; charset=utf-8";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
          .build();

  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HelpdeskJson() {}

  /** An answer whose body is {@code value}. */
  public static MutableHttpResponse<byte[]> ok(Object value) {
    try {
      return HttpResponse.ok(MAPPER.writeValueAsBytes(value))
          .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }

  /** {@code value} as this dialect writes it. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }

  /** The answer of an action that has nothing to say. */
  public static MutableHttpResponse<byte[]> done() {
    return HttpResponse.ok();
  }

  /** An instant as this dialect writes it. */
  public static String instant(Instant at) {
    return INSTANT.format(at);
  }
}
