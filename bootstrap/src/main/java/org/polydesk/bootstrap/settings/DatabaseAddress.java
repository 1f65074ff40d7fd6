package org.polydesk.bootstrap.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a PostgreSQL database is.
 *
 * @param url the driver's address, {@code jdbc:postgresql://…}, without name and password
 * @param user the name that the address itself brought along, if any
 * @param password the password that the address itself brought along, if any
 */
public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {
  private static final List<String> SCHEMES =
      List.of("jdbc:postgresql://", "postgresql://", "postgres://");

  /**
   * Reads {@code postgresql://[user[:password]@]host[:port][,host…]/name[?options]}, with or
   * without {@code jdbc:} before it; nothing when it is no such address.
   */
  static Optional<DatabaseAddress> read(String text) {
    String stripped = text.strip();
    return SCHEMES.stream()
        .filter(stripped::startsWith)
        .findFirst()
        .flatMap(scheme -> readPlace(stripped.substring(scheme.length())));
  }

  private static Optional<DatabaseAddress> readPlace(String place) {
    int slash = place.indexOf('/');
    if (slash < 1
        || slash == place.length() - 1
        || place.chars().anyMatch(Character::isWhitespace)) {
      return Optional.empty();
    }
    int at = place.substring(0, slash).lastIndexOf('@');
    String[] login = at < 0 ? new String[0] : place.substring(0, at).split(":", 2);
    Optional<String> user = login.length > 0 ? plain(login[0]) : Optional.empty();
    Optional<String> password = login.length > 1 ? plain(login[1]) : Optional.empty();
    String rest = place.substring(at + 1);
    int query = rest.indexOf('?');
    if (query < 0) {
      return Optional.of(new DatabaseAddress("jdbc:postgresql://" + rest, user, password));
    }
    List<String> kept = new ArrayList<>();
    for (String option : rest.substring(query + 1).split("&")) {
      if (option.startsWith("user=")) {
        user = plain(option.substring("user=".length()));
      } else if (option.startsWith("password=")) {
        password = plain(option.substring("password=".length()));
      } else if (!option.isEmpty()) {
        kept.add(option);
      }
    }
    String options = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return Optional.of(
        new DatabaseAddress(
            "jdbc:postgresql://" + rest.substring(0, query) + options, user, password));
  }

  private static Optional<String> plain(String encoded) {
    try {
      return Optional.of(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.of(encoded);
    }
  }
}
