package org.polydesk.domain.conversation;

/** Who may read an entry. */
public enum Visibility {
  /** Everybody who sees the ticket. */
  PUBLIC,
  /** The desk's own people. */
  INTERNAL
}
