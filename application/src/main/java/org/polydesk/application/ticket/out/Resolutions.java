package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.Optional;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** How tickets were resolved. A ticket has one resolution; another round replaces its text. */
public interface Resolutions {

  /**
   * A resolution.
   *
   * @param round 1, and one more for each time the ticket was resolved again
   * @param details 1 to 1,000,000 characters
   * @param reopenCount how often the ticket had been reopened by then; -1 when that is not known
   */
  record Resolution(int round, String details, UserId by, Instant at, int reopenCount) {}

  /** The resolution of a ticket; empty when it never was resolved with one. */
  Optional<Resolution> find(TicketId ticket);

  /** Adds the resolution of a ticket or replaces the one it has. */
  void save(DeskId desk, TicketId ticket, Resolution resolution);
}
