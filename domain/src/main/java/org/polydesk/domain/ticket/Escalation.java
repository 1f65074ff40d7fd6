package org.polydesk.domain.ticket;

/**
 * How far a ticket has been escalated.
 *
 * @param active whether it is escalated now; resolving and closing clear it
 * @param level the highest level reached so far, 0 for none; never goes down
 */
public record Escalation(boolean active, int level) {
  /** Not escalated. */
  public static final Escalation NONE = new Escalation(false, 0);

  public Escalation {
    if (level < 0) {
      throw new IllegalArgumentException("a level is 0 or more");
    }
  }

  /** Reaches {@code next}; a lower level changes nothing. */
  Escalation raisedTo(int next) {
    return new Escalation(true, Math.max(level, next));
  }

  /** The ticket is done. */
  Escalation cleared() {
    return new Escalation(false, level);
  }
}
