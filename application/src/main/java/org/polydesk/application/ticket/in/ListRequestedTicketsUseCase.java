package org.polydesk.application.ticket.in;

import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.FindTicketUseCase.TicketDetails;
import org.polydesk.domain.error.DeskException;

/** Shows somebody's tickets one after the other. */
public interface ListRequestedTicketsUseCase {
  /** How many tickets a page has. */
  int PAGE_LENGTH = 25;

  /**
   * A page of tickets, the one opened last first.
   *
   * @param total how many there are on all pages
   */
  record RequestedTickets(List<TicketDetails> tickets, long total) {
    public RequestedTickets {
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * The tickets that the user of this log-in name asked for, as far as the caller may see them;
   * none when nobody has the name or the page is past the end.
   *
   * @param userName in any case
   * @param page 1 and up
   * @throws DeskException {@code NOT_ALLOWED} when it is somebody else and the caller may not act
   *     for others
   */
  RequestedTickets list(String userName, int page, Caller caller);
}
