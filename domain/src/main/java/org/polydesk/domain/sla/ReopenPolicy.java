package org.polydesk.domain.sla;

/** What becomes of the clock of resolution when a resolved ticket is reopened. */
public enum ReopenPolicy {
  /** It goes on: what was used up before the resolution stays used up. */
  CONTINUE,
  /** It begins anew with its full target, as a new generation. */
  RESTART
}
