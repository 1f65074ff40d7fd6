package org.polydesk.domain.ticket;

import java.util.List;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * The one-line summary of a ticket, kept as it was sent.
 *
 * @param text 1 to 255 characters, not all blank
 */
public record Subject(String text) {
  /** Longest subject, in characters. */
  public static final int MAX_LENGTH = 255;

  public Subject {
    Violations.none(violationsOf(text));
  }

  /** What is wrong with {@code text} as a subject; empty when nothing is. */
  public static List<Violation> violationsOf(String text) {
    return Violations.of("subject").required(text).atMost(MAX_LENGTH, text).storable(text).toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
