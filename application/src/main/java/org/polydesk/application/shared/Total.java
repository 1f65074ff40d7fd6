package org.polydesk.application.shared;

/**
 * How many rows a list has.
 *
 * @param count 0 and up
 * @param exact whether there are exactly as many; otherwise there are at least as many
 */
public record Total(long count, boolean exact) {

  /** Exactly {@code count}. */
  public static Total exactly(long count) {
    return new Total(count, true);
  }
}
