package org.polydesk.application.ticket.in;

import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;

/** Opens a ticket. */
public interface OpenTicketUseCase {

  /**
   * A ticket that is open now.
   *
   * @param description what was stored
   * @param skippedFiles names of files the desk does not take, as they were sent
   * @param replayed whether the ticket was there already, opened by an earlier attempt of the same
   *     request
   */
  record OpenedTicket(
      Ticket ticket, Body description, List<String> skippedFiles, boolean replayed) {}

  /**
   * Registers a ticket: the ticket, the entry that opens it, its files, its clocks, its history and
   * what is to be told, all or nothing. A guid that the same requester's ticket has gives that
   * ticket back.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to register; {@code INVALID_FIELD}
   *     with everything that names what the desk does not have, contradicts itself, or names
   *     another requester than himself without the right to act for others
   */
  OpenedTicket open(OpenTicketCommand command, Caller caller);
}
