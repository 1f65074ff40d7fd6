package org.polydesk.application.ticket.out;

import java.time.Instant;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Who has read which ticket. */
public interface ReadMarks {
  /** Marks a ticket as read by {@code user}; one that he marked before stays as it is. */
  void mark(DeskId desk, TicketId ticket, UserId user, Instant at);

  /** Takes the marks of everybody but {@code author} away: there is something new to read. */
  void clearForAllBut(TicketId ticket, UserId author);
}
