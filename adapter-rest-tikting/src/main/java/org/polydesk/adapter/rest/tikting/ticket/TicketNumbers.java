package org.polydesk.adapter.rest.tikting.ticket;

import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.TicketNumber;

/** Ticket numbers in paths. */
final class TicketNumbers {
  private TicketNumbers() {}

  /**
   * Reads a whole number of 64 bits.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code id} for anything else
   */
  static TicketNumber read(String text) {
    try {
      return new TicketNumber(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw DeskException.invalid(Violation.malformed("id", text));
    }
  }
}
