package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Total;
import org.polydesk.application.ticket.out.TicketListings.TicketLine;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.ticket.TicketNumber;

/** Lists tickets. */
public interface ListTicketsUseCase {

  /**
   * A part of a list, the newest ticket first.
   *
   * @param total of the whole list: exact for what belongs to one person, otherwise counted up to
   *     10,000
   * @param next where the next part begins, below this number; empty when this part was the last
   * @param catalogue what the ids in it are called
   */
  record TicketPage(
      List<TicketLine> lines, Total total, Optional<TicketNumber> next, Catalogue catalogue) {
    public TicketPage {
      lines = List.copyOf(lines);
    }
  }

  /** The part of the list that {@code query} asks for, as far as the caller may see it. */
  TicketPage list(TicketListQuery query, Caller caller);
}
