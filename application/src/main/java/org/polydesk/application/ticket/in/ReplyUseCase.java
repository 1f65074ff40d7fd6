package org.polydesk.application.ticket.in;

import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;

/** Lets the desk's people speak in a ticket. */
public interface ReplyUseCase {

  /**
   * Answers the requester: an entry of the desk's side, a mail to the recipients, the first
   * response if there was none. A new ticket goes to in progress, if the desk wants it so; a done
   * one stays done.
   *
   * @return the names of files that the desk does not take
   * @throws DeskException {@code NOT_ALLOWED} without the right to reply; {@code NOT_FOUND}
   */
  List<String> reply(ReplyCommand command, Caller caller);

  /**
   * Shows the ticket to a third party: an entry and a mail. It is no response and changes no
   * status.
   *
   * @return the names of files that the desk does not take
   * @throws DeskException {@code NOT_ALLOWED} without the right to forward; {@code NOT_FOUND}
   */
  List<String> forward(ReplyCommand command, Caller caller);
}
