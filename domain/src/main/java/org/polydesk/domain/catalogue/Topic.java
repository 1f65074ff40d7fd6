package org.polydesk.domain.catalogue;

import java.util.Objects;

/**
 * What a client says his ticket is about.
 *
 * @param key what programs call it, 1 to 64 characters, unique in its desk
 * @param english its name in English
 * @param russian its name in Russian
 */
public record Topic(String key, String english, String russian) {
  public Topic {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(english, "english");
    Objects.requireNonNull(russian, "russian");
  }
}
