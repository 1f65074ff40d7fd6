package org.polydesk.application.ticket.in;

import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;

/** Merges tickets, links them, and makes them parts of others. */
public interface RelateTicketsUseCase {
  /** How many related tickets are shown at most. */
  int MOST_SHOWN = 300;

  /**
   * Merges {@code gone} into {@code survivor}: what was said there, its files, followers, time
   * spent, links and parts move, and it is missing from then on. The survivor's own fields and
   * clocks stay.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to merge; {@code NOT_FOUND} when
   *     the caller does not see one of them; {@code INVALID_FIELD} on {@code other} when they are
   *     the same
   */
  void merge(TicketNumber survivor, TicketNumber gone, Caller caller);

  /**
   * Links two tickets; a link that is there stays.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to link; {@code NOT_FOUND}; {@code
   *     INVALID_FIELD} on {@code other} when they are the same
   */
  void link(TicketNumber one, TicketNumber other, Caller caller);

  /** Takes a link away; the same refusals. */
  void unlink(TicketNumber one, TicketNumber other, Caller caller);

  /**
   * Makes one ticket a part of another, whatever it was part of before.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to link; {@code NOT_FOUND}; {@code
   *     INVALID_FIELD} on {@code parent} when a ticket would be part of itself
   */
  void makePart(TicketNumber parent, TicketNumber part, Caller caller);

  /** Makes a ticket part of nothing; the same refusals. */
  void makeWhole(TicketNumber part, Caller caller);

  /**
   * The tickets linked to this one, rising, at most {@link #MOST_SHOWN}; whether the caller sees
   * them is for whoever shows them to ask.
   *
   * @throws DeskException {@code NOT_FOUND} when the caller does not see {@code ticket}
   */
  List<TicketNumber> linked(TicketNumber ticket, Caller caller);

  /** The parts of this ticket, first level only; otherwise the same. */
  List<TicketNumber> parts(TicketNumber ticket, Caller caller);
}
