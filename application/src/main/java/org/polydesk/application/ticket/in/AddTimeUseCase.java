package org.polydesk.application.ticket.in;

import java.time.Duration;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;

/** Adds to the time that people say they spent on a ticket. */
public interface AddTimeUseCase {

  /**
   * Adds time, and perhaps goes to another status, in one transaction.
   *
   * @param spent whole seconds; less than none takes time away, but never below none in all
   * @throws DeskException {@code NOT_ALLOWED} without the right to update; as {@link
   *     UpdateTicketUseCase#update}; {@code INVALID_FIELD} on {@code timeSpent} when there would be
   *     more than 2 147 483 647 seconds in all, or less than none
   */
  Ticket add(TicketRef ticket, Duration spent, Optional<Integer> statusId, Caller caller);
}
