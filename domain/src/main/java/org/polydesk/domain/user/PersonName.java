package org.polydesk.domain.user;

import java.util.Objects;

/**
 * What a person is called.
 *
 * @param first may be empty
 * @param last may be empty
 */
public record PersonName(String first, String last) {
  public PersonName {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
  }

  /** Both names with a blank between them; empty when there are none. */
  public String full() {
    return (first + " " + last).strip();
  }
}
