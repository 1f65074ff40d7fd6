package org.polydesk.adapter.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;

/** Reads a JSON object; its members that are plain values or lists of them become parameters. */
final class JsonFields {
  private static final int MAX_PLAIN_SCALE = 64;
  private static final JsonMapper MAPPER =
      SentJson.mapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonFields() {}

  /**
   * The object that {@code body} holds.
   *
   * @throws DeskException {@code INVALID_FIELD} on the field {@code $} when it is none
   */
  static ObjectNode read(InputStream body) throws IOException {
    JsonNode node;
    try {
      node = MAPPER.readTree(body);
    } catch (StreamConstraintsException e) {
      throw malformed("The body is too deep or has too many values.");
    } catch (JsonProcessingException e) {
      throw malformed("The body is not valid JSON.");
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw malformed("The body is not a JSON object.");
  }

  /** Hands the object's members to {@code fields} and looks through all texts within. */
  static void collect(ObjectNode object, FieldCollector fields) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (value.isNull()) {
        fields.addNull(name);
      } else if (value.isValueNode()) {
        fields.add(name, text(value));
      } else if (value.isArray() && isFlat(value)) {
        list(name, value, fields);
      } else {
        // What the tree means is the dialect's; here it only has to be storable.
        if (isStorable(value)) {
          fields.add(name, value.toString());
        } else {
          fields.refuse(name);
        }
      }
    }
  }

  private static void list(String name, JsonNode array, FieldCollector fields) {
    if (array.isEmpty()) {
      fields.addNull(name);
    }
    array.forEach(element -> fields.add(name, text(element)));
  }

  private static boolean isFlat(JsonNode array) {
    for (JsonNode element : array) {
      if (!element.isValueNode() || element.isNull()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStorable(JsonNode node) {
    if (node.isTextual()) {
      return Texts.isStorable(node.textValue());
    }
    for (JsonNode child : node) {
      if (!isStorable(child)) {
        return false;
      }
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!Texts.isStorable(member.getKey())) {
        return false;
      }
    }
    return true;
  }

  private static String text(JsonNode value) {
    if (!value.isBigDecimal()) {
      return value.asText();
    }
    // 1e999999999 would be a gigabyte of digits.
    boolean isShort = Math.abs(value.decimalValue().scale()) <= MAX_PLAIN_SCALE;
    return isShort ? value.decimalValue().toPlainString() : value.asText();
  }

  private static DeskException malformed(String sentence) {
    return DeskException.invalid(Violation.refused("$", sentence));
  }
}
