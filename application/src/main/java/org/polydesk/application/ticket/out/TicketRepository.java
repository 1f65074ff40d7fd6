package org.polydesk.application.ticket.out;

import java.util.Optional;
import java.util.UUID;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;

/** Tickets and their clocks, whole, for those who change them. */
public interface TicketRepository {

  /** The keys of a ticket to be and of the entry that opens it, taken in one go. */
  record NewKeys(TicketId id, TicketNumber number, EntryId createdEntry) {}

  /**
   * A ticket as it is stored.
   *
   * @param clocks its SLA clocks, empty ones when no SLA applies
   */
  record Stored(Ticket ticket, SlaClocks clocks) {}

  /** Keys for a new ticket. Numbers rise in the order of this call, over all nodes. */
  NewKeys nextKeys(DeskId desk);

  /**
   * Adds a ticket with its clocks.
   *
   * @throws DeskException {@code STALE_VERSION} when its guid is taken in the desk, so that the
   *     work is done again and sees the other one
   */
  void add(Ticket ticket, SlaClocks clocks);

  /** The ticket of this number, deleted or not. */
  Optional<Stored> findByNumber(DeskId desk, TicketNumber number);

  /**
   * The ticket of this number, deleted or not, for somebody who is going to save it in the same
   * unit of work. Others who want the same wait until that one has ended, where the store can make
   * them; where it cannot, {@link #save} finds out.
   */
  default Optional<Stored> findForChange(DeskId desk, TicketNumber number) {
    return findByNumber(desk, number);
  }

  /** The ticket of this key, deleted or not. */
  Optional<Ticket> findById(TicketId id);

  /** The ticket of this guid, deleted or not. */
  Optional<Ticket> findByGuid(DeskId desk, UUID guid);

  /**
   * Replaces a ticket and its clocks, if it still has this version, and raises the version.
   *
   * @throws DeskException {@code STALE_VERSION} when it has another version
   */
  Ticket save(Ticket ticket, SlaClocks clocks);
}
