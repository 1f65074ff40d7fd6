package org.polydesk.application.ticket.out;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** How people are tied to tickets besides asking and working there; and who follows them. */
public interface TicketTies {

  /**
   * One person's ties to one ticket.
   *
   * @param task whether he has or had a task of it
   * @param subscribed whether he follows it
   * @param requesterCompany the company of the one who asks, whoever he is
   */
  record Ties(boolean task, boolean subscribed, Optional<Integer> requesterCompany) {
    /** No ties at all. */
    public static final Ties NONE = new Ties(false, false, Optional.empty());

    public Ties {
      Objects.requireNonNull(requesterCompany, "requesterCompany");
    }
  }

  /** The ties of {@code user} to the ticket; one statement. */
  Ties between(TicketId ticket, UserId user);

  /** Has {@code user} follow the ticket; harmless when he does already. */
  void subscribe(DeskId desk, TicketId ticket, UserId user);

  /** Has {@code user} follow the ticket no more; harmless when he does not. */
  void unsubscribe(TicketId ticket, UserId user);

  /** Who follows the ticket, in no particular order. */
  Set<UserId> subscribers(TicketId ticket);
}
