package org.polydesk.domain.ticket;

/**
 * What a ticket is called by people and by every dialect.
 *
 * @param value rising from 1 in its desk, in the order of time
 */
public record TicketNumber(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
