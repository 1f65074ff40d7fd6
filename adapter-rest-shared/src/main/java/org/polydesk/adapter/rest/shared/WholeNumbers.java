package org.polydesk.adapter.rest.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads whole numbers as clients write them: the digits 0 to 9, as many zeros before them as they
 * like, perhaps a sign, perhaps blanks around it all. Digits of other scripts, which the JDK's own
 * methods take, are none.
 */
public final class WholeNumbers {
  private static final Pattern FORM = Pattern.compile("[+-]?[0-9]+");

  private WholeNumbers() {}

  /** Whether {@code text} has the form of a whole number, be it out of every range. */
  public static boolean isOne(String text) {
    return FORM.matcher(text.strip()).matches();
  }

  /** A number of 64 bits; empty for anything else. */
  public static Optional<Long> of64Bits(String text) {
    if (!isOne(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A number of 32 bits; empty for anything else. */
  public static Optional<Integer> of32Bits(String text) {
    return of64Bits(text)
        .filter(number -> number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE)
        .map(Long::intValue);
  }
}
