package org.polydesk.domain.conversation;

import java.util.Objects;

/**
 * A text and what it is written in. A plain text is kept byte for byte; an HTML text holds only
 * what the desk allows.
 */
public record Body(String text, Format format) {
  /** What a text is written in. */
  public enum Format {
    PLAIN,
    HTML
  }

  public Body {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(format, "format");
  }

  /** A plain text. */
  public static Body plain(String text) {
    return new Body(text, Format.PLAIN);
  }

  /** A text in HTML that has been cleaned. */
  public static Body html(String text) {
    return new Body(text, Format.HTML);
  }
}
