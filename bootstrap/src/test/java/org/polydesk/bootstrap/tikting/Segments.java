package org.polydesk.bootstrap.tikting;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The JSON in the first two segments of a token. */
public final class Segments {
  private Segments() {}

  public static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  public static String decoded(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }
}
