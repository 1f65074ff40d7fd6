package org.polydesk.application.ticket.out;

import java.util.List;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;

/** What tickets have to do with each other. */
public interface TicketRelations {
  /** Links two tickets, in either order; false when they are linked already. */
  boolean link(DeskId desk, TicketNumber one, TicketNumber other);

  /** Takes the link of two tickets away; false when there is none. */
  boolean unlink(DeskId desk, TicketNumber one, TicketNumber other);

  /** The numbers of the tickets that are linked to this one, rising. */
  List<TicketNumber> linkedTo(DeskId desk, TicketNumber ticket, int atMost);

  /** The numbers of the tickets that are parts of this one and not deleted, rising. */
  List<TicketNumber> partsOf(DeskId desk, TicketNumber ticket, int atMost);

  /**
   * Moves what belongs to {@code gone} to {@code survivor}: entries (the one that opened it becomes
   * an ordinary one), files, tasks, followers (its requester becomes one), links and parts. Entries
   * and files keep their keys and remember where they were.
   */
  void move(Ticket gone, Ticket survivor);
}
