package org.polydesk.domain.sla;

/** From when a changed target counts. */
public enum RetargetMode {
  /** As if it had applied from the start: time used and holds stay as they are. */
  RETROACTIVE,
  /** From the change: time used before it is forgotten. */
  FROM_NOW
}
