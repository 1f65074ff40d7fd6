package org.polydesk.application.ticket.in;

import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;

/** Changes fields of a ticket. */
public interface UpdateTicketUseCase {

  /**
   * Sets the fields that the command touches. A changed priority has the SLA set the due date anew,
   * whatever date came with it; a date alone rules over the SLA. A new technician is told. A
   * command that changes nothing writes nothing.
   *
   * @return the ticket as it is afterwards
   * @throws DeskException {@code NOT_ALLOWED} without the right to update; {@code NOT_FOUND};
   *     {@code INVALID_FIELD} with everything that names what the desk does not have; {@code
   *     ILLEGAL_TRANSITION} as {@link ChangeStatusUseCase#change}
   */
  Ticket update(UpdateTicketCommand command, Caller caller);
}
