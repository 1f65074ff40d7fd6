package org.polydesk.domain.sla;

/** What a ticket's status means to its clocks. */
public enum ClockCondition {
  /** Work goes on. */
  RUNS,
  /** The status holds the clock of resolution. */
  PAUSED,
  /** The ticket is resolved. */
  RESOLVED,
  /** The ticket is closed. */
  CLOSED;

  /** Whether the work is over. */
  public boolean isDone() {
    return this == RESOLVED || this == CLOSED;
  }
}
