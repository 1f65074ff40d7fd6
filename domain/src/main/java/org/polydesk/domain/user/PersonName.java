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

  /** A whole name in two parts: its last word is the last name, if it has more than one. */
  public static PersonName of(String whole) {
    String name = whole.strip();
    int blank = name.lastIndexOf(' ');
    return blank < 0
        ? new PersonName(name, "")
        : new PersonName(name.substring(0, blank).strip(), name.substring(blank + 1));
  }

  /** Both names with a blank between them; empty when there are none. */
  public String full() {
    return (first + " " + last).strip();
  }
}
