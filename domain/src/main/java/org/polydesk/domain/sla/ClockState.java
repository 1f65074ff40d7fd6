package org.polydesk.domain.sla;

/** What a clock is doing. */
public enum ClockState {
  /** It counts open time towards a target. */
  RUNNING,
  /** It is held; it counts nothing until it is resumed. */
  PAUSED,
  /** What it measured has happened. */
  FULFILLED,
  /** It no longer matters: the ticket is gone, or what it measured will not happen. */
  CANCELLED,
  /** It has a target that its calendar never lets it reach: there are no open hours ahead. */
  UNSCHEDULABLE,
  /**
   * No policy promises anything here. The clock still remembers when it ran, so that a promise made
   * later counts from the right instant and finds the holds.
   */
  WITHOUT_TARGET
}
