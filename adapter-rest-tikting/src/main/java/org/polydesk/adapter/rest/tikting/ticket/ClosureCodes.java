package org.polydesk.adapter.rest.tikting.ticket;

import java.util.List;
import org.polydesk.domain.ticket.ClosureCode;

/** The dialect's numbers for how a ticket ended. */
final class ClosureCodes {
  private static final List<ClosureCode> FROM_ONE =
      List.of(
          ClosureCode.SUCCESS,
          ClosureCode.FAILED,
          ClosureCode.CANCELLED,
          ClosureCode.POSTPONED,
          ClosureCode.REJECTED,
          ClosureCode.UNABLE_TO_REPRODUCE,
          ClosureCode.DUPLICATE);

  private ClosureCodes() {}

  /** 1 to 7; {@code null} for a code that the dialect has no number for. */
  static Integer numberOf(ClosureCode code) {
    int index = FROM_ONE.indexOf(code);
    return index < 0 ? null : index + 1;
  }
}
