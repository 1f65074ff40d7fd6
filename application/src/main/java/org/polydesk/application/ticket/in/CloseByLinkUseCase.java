package org.polydesk.application.ticket.in;

import java.util.Optional;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.TicketNumber;

/** Lets whoever has the link from the desk's mail close a resolved ticket, without a log-in. */
public interface CloseByLinkUseCase {

  /**
   * What a link leads to.
   *
   * @param state what can be done with the ticket
   */
  record Offered(TicketNumber number, Subject subject, State state) {}

  /** What can be done with the ticket that a link leads to. */
  enum State {
    /** It can be closed. */
    OFFERED,
    /** It cannot be closed yet: it has open tasks, which this desk wants done first. */
    WAITING,
    /** It is closed already. */
    CLOSED
  }

  /**
   * What the link leads to; nothing is changed. Empty for a token that the desk did not make, that
   * is older than 14 days, or whose ticket is gone or has been taken up again since.
   */
  Optional<Offered> look(String token);

  /**
   * Closes the ticket as its requester would; one that waits or is closed already stays as it is.
   *
   * @return as {@link #look}, after that
   */
  Optional<Offered> close(String token);
}
