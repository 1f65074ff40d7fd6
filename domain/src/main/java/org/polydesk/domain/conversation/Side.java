package org.polydesk.domain.conversation;

/** On whose side an entry was written; kept with it and never worked out again from a role. */
public enum Side {
  /** The requester's. */
  CLIENT,
  /** The desk's. */
  STAFF,
  /** Nobody's: the desk itself wrote it. */
  SYSTEM
}
