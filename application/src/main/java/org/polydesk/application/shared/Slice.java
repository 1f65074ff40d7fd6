package org.polydesk.application.shared;

import java.util.Objects;
import java.util.Optional;

/**
 * Which part of a list is asked for. Going on from a key costs the same everywhere in the list;
 * skipping rows costs as much as reading them.
 *
 * @param below only rows with a smaller number than this
 * @param skip how many rows are left out before the first, 0 and up
 * @param length how many rows at most, 1 and up
 */
public record Slice(Optional<Long> below, long skip, int length) {
  public Slice {
    Objects.requireNonNull(below, "below");
    if (skip < 0 || length < 1) {
      throw new IllegalArgumentException("no slice of a list: %d, %d".formatted(skip, length));
    }
  }

  /**
   * A page of a list that is cut into pages of the same length.
   *
   * @param page 1 and up
   */
  public static Slice page(int page, int length) {
    return new Slice(Optional.empty(), (page - 1L) * length, length);
  }

  /** The same part with one row more, which tells whether anything follows. */
  public Slice oneMore() {
    return new Slice(below, skip, length + 1);
  }

  /** The rows after the one of number {@code number}, which was seen last. */
  public static Slice below(long number, int length) {
    return new Slice(Optional.of(number), 0, length);
  }
}
