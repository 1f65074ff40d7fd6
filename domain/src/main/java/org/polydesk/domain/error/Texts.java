package org.polydesk.domain.error;

import java.util.Locale;

/** What every text in the desk has in common. */
public final class Texts {
  /**
   * How many characters are folded in one go: the JDK copies all that it has made so far for each
   * letter that becomes several, which takes minutes for a million of them.
   */
  private static final int FOLDED_AT_ONCE = 256;

  private Texts() {}

  /**
   * Whether every store and every dialect can carry {@code text}: it holds neither U+0000 nor one
   * half of a surrogate pair without the other.
   */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /**
   * The form in which texts are compared and searched: the same on every node, in every store and
   * in every locale. Two texts that differ in case only have the same form, and if one text is a
   * part of another, so are their forms.
   */
  public static String folded(String text) {
    if (text.length() <= FOLDED_AT_ONCE) {
      return foldedAtOnce(text);
    }
    StringBuilder folded = new StringBuilder(text.length());
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(from + FOLDED_AT_ONCE, text.length());
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      folded.append(foldedAtOnce(text.substring(from, to)));
      from = to;
    }
    return folded.toString();
  }

  private static String foldedAtOnce(String text) {
    // A capital sigma becomes another small letter at the end of a word than elsewhere.
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
  }

  /** At most so many characters of the text from its beginning, none of them cut in two. */
  public static String beginning(String text, int atMost) {
    if (text.length() <= atMost) {
      return text;
    }
    boolean cutsPair = Character.isHighSurrogate(text.charAt(atMost - 1));
    return text.substring(0, cutsPair ? atMost - 1 : atMost);
  }

  /** {@code null} for {@code null} and for a text of blanks, else the text as it is. */
  public static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
