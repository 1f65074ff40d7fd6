package org.polydesk.bootstrap.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request's body.
 *
 * @param declaredText what the validator reads, which cannot read multipart: the same fields
 *     urlencoded
 */
record Payload(String contentType, byte[] bytes, String declaredType, String declaredText) {
  static final String MULTIPART = "multipart/form-data";
  static final String URLENCODED = "application/x-www-form-urlencoded";
  static final Payload NONE = new Payload("", new byte[0], "", "");

  private static final String BOUNDARY = "d74496d66958873e";

  static Payload json(String text) {
    return text("application/json", text);
  }

  static Payload text(String contentType, String text) {
    return new Payload(contentType, text.getBytes(StandardCharsets.UTF_8), contentType, text);
  }

  /** Names and values in turn. */
  static Payload form(String... fields) {
    return text(URLENCODED, urlEncoded(List.of(fields)));
  }

  /** Names and values in turn; {@code Uploads} is a text file of that name. */
  static Payload multipart(String... fields) {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      boolean file = fields[i].equals("Uploads");
      parts.append(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
              .formatted(
                  BOUNDARY,
                  fields[i],
                  file ? "; filename=\"%s\"".formatted(fields[i + 1]) : "",
                  fields[i + 1]));
    }
    parts.append("--%s--\r\n".formatted(BOUNDARY));
    return new Payload(
        MULTIPART + "; boundary=" + BOUNDARY,
        parts.toString().getBytes(StandardCharsets.UTF_8),
        URLENCODED,
        urlEncoded(List.of(fields)));
  }

  /** Where the operation takes nothing else, so that its fields remain unread. */
  Payload declaredMultipart() {
    return new Payload(contentType, bytes, contentType, declaredText);
  }

  /** The same bytes under another name. */
  Payload as(String otherType) {
    return new Payload(otherType, bytes, otherType, declaredText);
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  private static String urlEncoded(List<String> fields) {
    List<String> texts =
        fields.stream().map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)).toList();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += 2) {
      pairs.add(texts.get(i) + "=" + texts.get(i + 1));
    }
    return pairs.stream().collect(Collectors.joining("&"));
  }
}
