package org.polydesk.bootstrap.tikting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the desk answered.
 *
 * @param headers by their names in lower case; the first value of each
 */
public record Answer(int status, Map<String, String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Answer(response.statusCode(), headers, response.body());
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }

  public JsonNode json(String field) {
    return json().path(field);
  }

  public String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** The names of the members, in their order. */
  public List<String> keys() {
    return keysOf(json());
  }

  public static List<String> keysOf(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  public Answer has(int expected) {
    assertEquals(expected, status, body);
    return this;
  }

  public Answer ok() {
    return has(200);
  }

  public Answer created() {
    return has(201);
  }

  /** A validation problem with exactly these fields, each with this one sentence. */
  public Answer refuses(Map<String, String> sentences) {
    has(400);
    assertEquals("One or more validation errors occurred.", json("title").asText(), body);
    Map<String, String> told = new TreeMap<>();
    json("errors").properties().forEach(e -> told.put(e.getKey(), join(e.getValue())));
    assertEquals(new TreeMap<>(sentences), told);
    return this;
  }

  public Answer refuses(String field, String sentence) {
    return refuses(Map.of(field, sentence));
  }

  private static String join(JsonNode sentences) {
    List<String> texts = new ArrayList<>();
    sentences.forEach(sentence -> texts.add(sentence.asText()));
    return String.join(" | ", texts);
  }

  /** A token was given and is not good. */
  public Answer refusesTheToken() {
    has(401);
    assertEquals("", body);
    assertEquals("Bearer error=\"invalid_token\"", header("WWW-Authenticate"));
    return this;
  }

  /** The body without what differs from request to request. */
  public String bodyWithoutTrace() {
    return body.replaceAll("00-[0-9a-f]{32}-[0-9a-f]{16}-00", "TRACE");
  }
}
