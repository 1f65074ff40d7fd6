package org.polydesk.domain.attachment;

import java.util.Locale;
import java.util.Optional;

/**
 * The name of a file as people see it: the last component of the path that was sent, without
 * control characters, at most 255 characters, its extension kept when it has to be cut.
 *
 * @param text not empty
 */
public record FileName(String text) {
  /** Longest name, in characters. */
  public static final int MAX_LENGTH = 255;

  /** Longest extension that is kept when a name is cut. */
  private static final int MAX_EXTENSION = 16;

  public FileName {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a file name has 1 to 255 characters");
    }
  }

  /**
   * Cleans a name as it was sent.
   *
   * @return empty when nothing is left of it
   */
  public static Optional<FileName> clean(String sent) {
    if (sent == null) {
      return Optional.empty();
    }
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    last.codePoints().filter(c -> !isUnfit(c)).forEach(kept::appendCodePoint);
    String name = kept.toString().strip();
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return Optional.empty();
    }
    return Optional.of(new FileName(cut(name)));
  }

  /**
   * Control and formatting characters (they can turn a name around on the screen), lone surrogates.
   */
  private static boolean isUnfit(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String cut(String name) {
    if (name.length() <= MAX_LENGTH) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
    int end = MAX_LENGTH - extension.length();
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + extension;
  }

  /** What follows the last dot, in lower case; empty when there is no dot or nothing after it. */
  public Optional<String> extension() {
    int dot = text.lastIndexOf('.');
    return dot < 0 || dot == text.length() - 1
        ? Optional.empty()
        : Optional.of(text.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
