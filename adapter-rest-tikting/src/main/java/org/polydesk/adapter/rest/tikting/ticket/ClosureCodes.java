package org.polydesk.adapter.rest.tikting.ticket;

import java.util.List;
import org.polydesk.adapter.rest.tikting.wire.FormReader.Choice;
import org.polydesk.domain.ticket.ClosureCode;

/** The dialect's numbers for how a ticket ended. */
final class ClosureCodes {
  /** All of them, by number and by name. */
  static final List<Choice<ClosureCode>> CHOICES =
      List.of(
          new Choice<>(1, "Success", ClosureCode.SUCCESS),
          new Choice<>(2, "Failed", ClosureCode.FAILED),
          new Choice<>(3, "Cancelled", ClosureCode.CANCELLED),
          new Choice<>(4, "Postponed", ClosureCode.POSTPONED),
          new Choice<>(5, "Rejected", ClosureCode.REJECTED),
          new Choice<>(6, "UnableToReproduce", ClosureCode.UNABLE_TO_REPRODUCE),
          new Choice<>(7, "Duplicate", ClosureCode.DUPLICATE));

  private ClosureCodes() {}

  /** 1 to 7; {@code null} for a code that the dialect has no number for. */
  static Integer numberOf(ClosureCode code) {
    return CHOICES.stream()
        .filter(choice -> choice.value().equals(code))
        .map(Choice::number)
        .findFirst()
        .orElse(null);
  }
}
