package org.polydesk.adapter.rest.simple.panel.wire;

import java.util.Optional;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;

/** Numbers in paths; what is no number is no path. */
public final class PanelNumbers {
  private static final int MOST_DIGITS = 18;

  private PanelNumbers() {}

  /** The number of a ticket. */
  public static TicketNumber ticket(String text) {
    return new TicketNumber(number(text).orElseThrow(() -> DeskException.notFound("ticket")));
  }

  /** The number of a comment. */
  public static EntryId comment(String text) {
    return new EntryId(number(text).orElseThrow(() -> DeskException.notFound("comment")));
  }

  private static Optional<Long> number(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.valueOf(text)).filter(n -> n > 0) : Optional.empty();
  }
}
