package org.polydesk.adapter.rest.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A refusal in a dialect's own words.
 *
 * @param status HTTP status, 400 to 599
 * @param headers what the answer carries besides its content type
 * @param mediaType content type with its charset; ignored when {@code body} is empty
 * @param body the text to send, in UTF-8; empty for an answer without a body
 */
public record RenderedError(
    int status, Map<String, String> headers, String mediaType, String body) {

  public RenderedError {
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(body, "body");
    headers = Map.copyOf(headers);
  }

  /** A refusal without headers of its own. */
  public static RenderedError of(int status, String mediaType, String body) {
    return new RenderedError(status, Map.of(), mediaType, body);
  }

  /** A refusal that is told by its status alone. */
  public static RenderedError withoutBody(int status) {
    return new RenderedError(status, Map.of(), "", "");
  }

  /** The same refusal with one more header. */
  public RenderedError with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new RenderedError(status, more, mediaType, body);
  }
}
