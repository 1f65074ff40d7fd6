package org.polydesk.domain.user;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/**
 * How a user wants to be shown and told things.
 *
 * @param zone where his days begin and end
 * @param language the language of mails to him
 * @param dateFormat a pattern in the letters of {@link java.time.format.DateTimeFormatter}
 * @param pageSize rows a page, 1 to 500
 */
public record UserPreferences(
    ZoneId zone,
    Locale language,
    String dateFormat,
    int pageSize,
    boolean emailNotifications,
    boolean pushNotifications) {

  public UserPreferences {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(dateFormat, "dateFormat");
    if (pageSize < 1 || pageSize > 500) {
      throw new IllegalArgumentException("page size is 1 to 500, not " + pageSize);
    }
  }

  /** What a user has who never chose: English, ISO dates, ten rows, all notifications. */
  public static UserPreferences defaults(ZoneId zone) {
    return new UserPreferences(zone, Locale.ENGLISH, "yyyy-MM-dd", 10, true, true);
  }
}
