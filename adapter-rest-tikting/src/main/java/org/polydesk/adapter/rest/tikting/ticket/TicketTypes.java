package org.polydesk.adapter.rest.tikting.ticket;

import java.util.List;
import org.polydesk.adapter.rest.shared.WholeNumbers;
import org.polydesk.adapter.rest.tikting.wire.FormReader.Choice;
import org.polydesk.domain.ticket.TicketType;

/** The dialect's words for kinds of tickets. */
final class TicketTypes {
  static final List<Choice<TicketType>> CHOICES =
      List.of(
          new Choice<>(1, "Ticket", TicketType.TICKET),
          new Choice<>(2, "Problem", TicketType.PROBLEM),
          new Choice<>(3, "Change", TicketType.CHANGE),
          new Choice<>(4, "ServiceRequest", TicketType.SERVICE_REQUEST));

  private TicketTypes() {}

  /** Whether a text is the 0 that a form without a choice sends. */
  static boolean isNone(String text) {
    return WholeNumbers.of32Bits(text).filter(number -> number == 0).isPresent();
  }
}
