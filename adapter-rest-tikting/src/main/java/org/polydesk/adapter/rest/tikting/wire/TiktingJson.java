package org.polydesk.adapter.rest.tikting.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/** The dialect's JSON: nulls and empty arrays are written, whatever the server's own habits are. */
public final class TiktingJson {
  static final String MEDIA_TYPE = "application/json; charset=utf-8";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
          .build();

  private TiktingJson() {}

  /** An answer whose body is {@code value}. */
  public static MutableHttpResponse<byte[]> response(HttpStatus status, Object value) {
    return HttpResponse.<byte[]>status(status)
        .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .body(bytes(value));
  }

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }
}
