package org.polydesk.domain.listing;

import java.util.Objects;

/**
 * The order of a list. Texts are compared in their folded form, character by character; tickets
 * without a value come last in both directions; among equal ones the highest number is first.
 */
public record BrowseOrder(Key key, boolean descending) {
  /** What was touched last comes first. */
  public static final BrowseOrder LAST_UPDATED_FIRST = new BrowseOrder(Key.UPDATED, true);

  /** What was opened last comes first. */
  public static final BrowseOrder NEWEST_FIRST = new BrowseOrder(Key.NUMBER, true);

  public BrowseOrder {
    Objects.requireNonNull(key, "key");
  }

  /** What tickets are ordered by. */
  public enum Key {
    /** The number, which is the order of opening; fixed. */
    NUMBER,
    UPDATED,
    /** The id of the status row, for names are the doors' own. */
    STATUS,
    SUBJECT,
    /** First and last name; nobody's name is no value. */
    REQUESTER_NAME,
    REQUESTER_EMAIL,
    TECHNICIAN_NAME,
    TECHNICIAN_EMAIL,
    /** The due date in force. */
    DUE,
    /** What somebody asked for. */
    WANTED,
    /** The rank of the priority, which is its id: the higher, the more urgent. */
    PRIORITY
  }
}
