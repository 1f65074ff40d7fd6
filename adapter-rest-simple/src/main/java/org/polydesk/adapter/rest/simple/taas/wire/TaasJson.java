package org.polydesk.adapter.rest.simple.taas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.SentJson;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/** The dialect's envelopes and instants. Source: docs/dialects/taas.md, section "Envelopes". */
public final class TaasJson {
  private static final String MEDIA_TYPE = "application/json; charset=utf-8";
  private static final String MESSAGE = "Success";
  private static final JsonMapper MAPPER = SentJson.mapper().build();
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private TaasJson() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An answer with one thing in it. */
  public static MutableHttpResponse<byte[]> item(HttpStatus status, JsonNode item) {
    ObjectNode body = object();
    body.set("item", item);
    return response(status, body);
  }

  /**
   * An answer with a part of a list in it.
   *
   * @param total how long the whole list is
   * @param next what leads on; empty when there is no more
   */
  public static MutableHttpResponse<byte[]> list(
      List<? extends JsonNode> items, long total, Optional<String> next) {
    ObjectNode body = object();
    body.putArray("items").addAll(items);
    body.put("itemCount", total);
    next.ifPresent(token -> body.put(ContinuationTokens.NAME, token));
    MutableHttpResponse<byte[]> response = response(HttpStatus.OK, body);
    next.ifPresent(token -> response.header(ContinuationTokens.NAME, token));
    return response;
  }

  private static MutableHttpResponse<byte[]> response(HttpStatus status, ObjectNode body) {
    body.put("error", false).put("message", MESSAGE);
    try {
      return HttpResponse.<byte[]>status(status)
          .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
          .body(MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }

  /** The value that {@code text}, which {@code JsonNode.toString} wrote, stands for. */
  public static JsonNode value(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept value that is no JSON", e);
    }
  }

  /**
   * The value in a text that a client sent as {@code field}.
   *
   * @throws DeskException {@code INVALID_FIELD} when it is none
   */
  public static JsonNode sentValue(String field, String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw DeskException.invalid(
          Violation.refused(field, "%s is not valid JSON.".formatted(field)));
    }
  }

  /** An instant in UTC, to the millisecond. */
  public static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  /** The same; {@code null} when there is none. */
  public static String instant(Optional<Instant> instant) {
    return instant.map(TaasJson::instant).orElse(null);
  }
}
