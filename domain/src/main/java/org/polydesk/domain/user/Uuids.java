package org.polydesk.domain.user;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads UUIDs as clients write them. */
public final class Uuids {
  private static final String HYPHENED = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{32}|%1$s|\\{%1$s\\}|\\(%1$s\\)".formatted(HYPHENED));
  private static final int HALF = 16;

  private Uuids() {}

  /**
   * Reads 32 hexadecimal digits in any case: without hyphens, or as 8-4-4-4-12, which may stand in
   * braces or parentheses. Blanks around it are ignored.
   *
   * @return empty for anything else, {@code null} included
   */
  public static Optional<UUID> parse(String text) {
    if (text == null || !FORM.matcher(text.strip()).matches()) {
      return Optional.empty();
    }
    String digits = text.replaceAll("[^0-9a-fA-F]", "");
    return Optional.of(
        new UUID(
            Long.parseUnsignedLong(digits.substring(0, HALF), 16),
            Long.parseUnsignedLong(digits.substring(HALF), 16)));
  }
}
