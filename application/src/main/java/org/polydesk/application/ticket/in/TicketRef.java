package org.polydesk.application.ticket.in;

import java.util.Objects;
import java.util.function.LongPredicate;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Which ticket is to be changed, and in which version if the caller cares.
 *
 * @param version accepts the versions on which the caller's knowledge is based
 */
public record TicketRef(TicketNumber number, LongPredicate version) {
  public TicketRef {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(version, "version");
  }

  /** The ticket of this number, whatever its version. */
  public static TicketRef any(TicketNumber number) {
    return new TicketRef(number, version -> true);
  }
}
