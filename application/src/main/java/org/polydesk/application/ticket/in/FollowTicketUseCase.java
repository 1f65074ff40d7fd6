package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Has people follow tickets: followers see them and are told what the desk says. */
public interface FollowTicketUseCase {

  /**
   * Has {@code user}, or the caller himself, follow the ticket; harmless when he does already.
   *
   * @throws DeskException {@code NOT_FOUND}; {@code NOT_ALLOWED} for somebody else without the
   *     right to update; {@code INVALID_FIELD} on {@code user} for nobody the desk knows
   */
  void follow(TicketNumber ticket, Optional<UserId> user, Caller caller);

  /** Has him follow it no more; the same refusals. */
  void unfollow(TicketNumber ticket, Optional<UserId> user, Caller caller);

  /**
   * Who follows the ticket, the one who asks first, then by number.
   *
   * @throws DeskException {@code NOT_FOUND}
   */
  List<User> followers(TicketNumber ticket, Caller caller);
}
