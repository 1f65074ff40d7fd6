package org.polydesk.domain.ticket;

import java.util.Locale;
import java.util.Objects;

/**
 * How a ticket ended. The desk knows some codes; programs may send any other short text, which is
 * kept as it came.
 *
 * @param text 1 to 64 characters
 */
public record ClosureCode(String text) {
  public static final int MAX_LENGTH = 64;
  public static final ClosureCode SUCCESS = new ClosureCode("fixed");
  public static final ClosureCode FAILED = new ClosureCode("cannotResolve");
  public static final ClosureCode CANCELLED = new ClosureCode("cancelled");
  public static final ClosureCode POSTPONED = new ClosureCode("postponed");
  public static final ClosureCode REJECTED = new ClosureCode("rejected");
  public static final ClosureCode UNABLE_TO_REPRODUCE = new ClosureCode("unableToReproduce");
  public static final ClosureCode DUPLICATE = new ClosureCode("duplicate");

  public ClosureCode {
    Objects.requireNonNull(text, "text");
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a closure code has 1 to 64 characters");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClosureCode code && code.text.equalsIgnoreCase(text);
  }

  @Override
  public int hashCode() {
    return text.toLowerCase(Locale.ROOT).hashCode();
  }
}
