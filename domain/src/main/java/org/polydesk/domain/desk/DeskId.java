package org.polydesk.domain.desk;

/**
 * Key of a desk.
 *
 * @param value 1 or more; 1 is the desk that exists by default
 */
public record DeskId(long value) {
  /** The desk that exists by default. */
  public static final DeskId DEFAULT = new DeskId(1);

  public DeskId {
    if (value < 1) {
      throw new IllegalArgumentException("a desk's key is 1 or more, not " + value);
    }
  }
}
