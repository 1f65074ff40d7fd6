package org.polydesk.domain.sla;

/** What a clock of a ticket measures. */
public enum ClockKind {
  /** From opening to the first public word of the staff. */
  FIRST_RESPONSE,
  /** From the requester's first unanswered message, after that, to the staff's next public word. */
  NEXT_RESPONSE,
  /** From opening to resolution; the only kind that holds stop. */
  RESOLUTION
}
