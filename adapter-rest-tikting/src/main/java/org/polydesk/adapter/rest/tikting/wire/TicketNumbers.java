package org.polydesk.adapter.rest.tikting.wire;

import org.polydesk.adapter.rest.shared.WholeNumbers;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
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
    return WholeNumbers.of64Bits(text)
        .map(TicketNumber::new)
        .orElseThrow(() -> DeskException.invalid(Violation.malformed("id", text)));
  }

  /**
   * The same, for a request that may have more faults.
   *
   * @param found where a text that is no number goes; what is given back then names no ticket
   */
  public static TicketNumber read(String text, Violations found) {
    try {
      return read(text);
    } catch (DeskException e) {
      found.addAll(e.violations());
      return new TicketNumber(0);
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
