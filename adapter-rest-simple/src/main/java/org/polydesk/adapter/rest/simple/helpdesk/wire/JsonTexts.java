package org.polydesk.adapter.rest.simple.helpdesk.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.polydesk.adapter.rest.shared.SentJson;

/** JSON that travels as a text, as some clients send it. */
final class JsonTexts {
  private static final ObjectMapper MAPPER = SentJson.mapper().build();

  private JsonTexts() {}

  /**
   * The object that {@code text} holds, be it as the text of a text; missing when there is none.
   */
  static JsonNode objectIn(String text) {
    JsonNode outer = read(text);
    JsonNode object = outer.isTextual() ? read(outer.asText()) : outer;
    return object.isObject() ? object : MissingNode.getInstance();
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
