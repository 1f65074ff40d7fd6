package org.polydesk.domain.ticket;

/** The two sides of a conversation. */
public enum Speaker {
  /** The one who asks, and whoever speaks for him. */
  CLIENT,
  /** The desk. */
  STAFF
}
