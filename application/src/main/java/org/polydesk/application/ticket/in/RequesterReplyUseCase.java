package org.polydesk.application.ticket.in;

import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;

/** Lets requesters speak in their tickets. */
public interface RequesterReplyUseCase {

  /**
   * Adds what the requester says. A done ticket that is not locked is reopened, a pending one goes
   * to in progress, if the desk wants it so; the technician, or else the group, is told.
   *
   * @param userName who speaks: the ticket's requester
   * @return the names of files that the desk does not take
   * @throws DeskException {@code NOT_ALLOWED} when the caller names another than himself without
   *     the right to; {@code INVALID_FIELD} on {@code userName} for nobody the desk knows; {@code
   *     NOT_FOUND} when there is no such ticket of that user
   */
  List<String> reply(ReplyCommand command, String userName, Caller caller);
}
