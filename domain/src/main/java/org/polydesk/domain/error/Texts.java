package org.polydesk.domain.error;

import java.util.Locale;

/** What every text in the desk has in common. */
public final class Texts {
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
    // A capital sigma becomes another small letter at the end of a word than elsewhere.
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
  }

  /** {@code null} for {@code null} and for a text of blanks, else the text as it is. */
  public static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
