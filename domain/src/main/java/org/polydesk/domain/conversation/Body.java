package org.polydesk.domain.conversation;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * A text and what it is written in. A plain text is kept byte for byte; an HTML text holds only
 * what the desk allows.
 */
public record Body(String text, Format format) {
  /** Longest text, in characters. */
  public static final int MAX_LENGTH = 1_000_000;

  /** What is wrong with {@code text} as the body called {@code field}; empty when nothing is. */
  public static List<Violation> violationsOf(String field, String text) {
    return Violations.of(field).atMost(MAX_LENGTH, text).storable(text).toList();
  }

  private static final Pattern MARKUP = Pattern.compile("<[^<>]*>");

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

  /**
   * The form in which words are looked for, see {@link Texts#folded}: of HTML without its markup,
   * and of a text that became longer than {@link #MAX_LENGTH} the beginning.
   */
  public String folded() {
    String words = format == Format.HTML ? withoutMarkup() : text;
    return Texts.beginning(Texts.folded(words), MAX_LENGTH);
  }

  private String withoutMarkup() {
    return MARKUP
        .matcher(text)
        .replaceAll("")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
