package org.polydesk.domain.user;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Key of a user, unique in the whole store. */
public record UserId(UUID value) {
  public UserId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Reads the usual text form, in any case, with or without braces.
   *
   * @return empty when {@code text} is not a UUID
   */
  public static Optional<UserId> parse(String text) {
    return Uuids.parse(text).map(UserId::new);
  }

  @Override
  public String toString() {
    return value.toString().toLowerCase(Locale.ROOT);
  }
}
