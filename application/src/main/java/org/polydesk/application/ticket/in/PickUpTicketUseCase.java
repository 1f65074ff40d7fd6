package org.polydesk.application.ticket.in;

import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;

/** Lets a technician take a ticket. */
public interface PickUpTicketUseCase {

  /**
   * Makes the caller the ticket's technician; whoever was it before is told. A ticket that is his
   * already stays as it is.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to pick up, and for members; {@code
   *     NOT_FOUND}; {@code INVALID_REQUEST} when the ticket is locked
   */
  void pickUp(TicketRef ticket, Caller caller);
}
