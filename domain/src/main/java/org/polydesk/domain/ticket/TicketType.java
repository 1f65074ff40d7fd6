package org.polydesk.domain.ticket;

import java.util.Arrays;
import java.util.Optional;

/** What kind of work a ticket is. */
public enum TicketType {
  TICKET(1),
  PROBLEM(2),
  CHANGE(3),
  SERVICE_REQUEST(4);

  private final int number;

  TicketType(int number) {
    this.number = number;
  }

  /** The same kind as a number, for programs and for SLA rules. */
  public int number() {
    return number;
  }

  /** The kind with this number; empty when there is none. */
  public static Optional<TicketType> ofNumber(long number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }
}
