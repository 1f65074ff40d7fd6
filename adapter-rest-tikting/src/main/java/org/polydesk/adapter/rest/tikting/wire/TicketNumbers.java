package org.polydesk.adapter.rest.tikting.wire;

import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.TicketNumber;

/** Ticket numbers in paths. */
public final class TicketNumbers {
  private TicketNumbers() {}

  /**
   * Reads a whole number of 64 bits.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code id} for anything else
   */
  public static TicketNumber read(String text) {
    try {
      return new TicketNumber(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw DeskException.invalid(Violation.malformed("id", text));
    }
  }

  /**
   * Goes on only when the body names the ticket of the path.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code field} otherwise
   */
  public static void mustBe(TicketNumber ofPath, String field, long ofBody) {
    if (ofPath.value() != ofBody) {
      throw DeskException.invalid(
          Violation.refused(field, "The %s does not match the path.".formatted(field)));
    }
  }
}
