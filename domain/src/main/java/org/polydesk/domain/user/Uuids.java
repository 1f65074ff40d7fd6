package org.polydesk.domain.user;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads UUIDs as clients write them. */
public final class Uuids {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  /**
   * Reads 8-4-4-4-12 hexadecimal digits in any case, bare or in braces, blanks around it ignored.
   *
   * @return empty for anything else, {@code null} included
   */
  public static Optional<UUID> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String bare = text.strip();
    if (bare.startsWith("{") && bare.endsWith("}")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    return FORM.matcher(bare).matches() ? Optional.of(UUID.fromString(bare)) : Optional.empty();
  }
}
