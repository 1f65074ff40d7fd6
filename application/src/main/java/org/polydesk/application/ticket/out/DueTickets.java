package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.List;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketNumber;

/** Tickets of which something has become due; each question is answered from an index. */
public interface DueTickets {
  /** A ticket, by its desk and number. */
  record DueTicket(DeskId desk, TicketNumber number) {}

  /** Those with a clock of which something is due by {@code now}, the longest due first. */
  List<DueTicket> byClock(Instant now, int atMost);

  /** Those of a desk that were resolved at {@code until} or before and still are. */
  List<DueTicket> resolvedUntil(DeskId desk, Instant until, int atMost);

  /** Those of a desk that were closed at {@code until} or before and are not locked. */
  List<DueTicket> closedUntil(DeskId desk, Instant until, int atMost);

  /**
   * Notes of a desk's tickets that are not done that their due date has passed, the oldest dates
   * first. What lists show does not depend on it, only how soon they find it.
   *
   * @return how many there were, {@code atMost} at most; those that somebody is changing are left
   *     out
   */
  int markPastDue(DeskId desk, Instant now, int atMost);

  /** All desks. */
  List<DeskId> desks();

  /** Takes away files that wait for an entry since before {@code before}. */
  void forgetWaitingFiles(Instant before);
}
