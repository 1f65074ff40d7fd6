package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Tickets of which something has become due; each question is answered from an index, a page at a
 * time, so that what cannot be done hides nothing.
 */
public interface DueTickets {
  /**
   * A ticket of which something is due.
   *
   * @param dueAt since when
   */
  record DueTicket(DeskId desk, TicketId id, TicketNumber number, Instant dueAt) {}

  /**
   * Those with a clock of which something is due by {@code now}, the longest due first. A ticket
   * with several such clocks comes several times.
   *
   * @param after the last of the page before
   */
  List<DueTicket> byClock(Instant now, Optional<DueTicket> after, int atMost);

  /**
   * Those of a desk that were resolved at {@code until} or before and still are, the earliest
   * first.
   *
   * @param tasksDone leaves out those with a task that is not completed
   * @param after the last of the page before
   */
  List<DueTicket> resolvedUntil(
      DeskId desk, Instant until, boolean tasksDone, Optional<DueTicket> after, int atMost);

  /**
   * Those of a desk that were closed at {@code until} or before and are not locked, the earliest
   * first.
   *
   * @param after the last of the page before
   */
  List<DueTicket> closedUntil(DeskId desk, Instant until, Optional<DueTicket> after, int atMost);

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
