package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Total;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedTicket;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.listing.BrowseCursor;
import org.polydesk.domain.listing.BrowseQuery;

/**
 * Lists tickets by conditions that the caller chooses freely. Nobody gets more than he may see;
 * what he does not see is neither listed nor counted, and words in it find nothing.
 */
public interface BrowseTicketsUseCase {

  /**
   * Which part of a list is asked for. Going on from a cursor costs the same everywhere in the
   * list; skipping rows costs as much as reading them.
   *
   * @param after only what comes behind this place; empty for the beginning
   * @param skip how many rows are left out before the first, 0 and up
   * @param length how many rows at most, 1 and up
   */
  record BrowseWindow(Optional<BrowseCursor> after, long skip, int length) {
    public BrowseWindow {
      Objects.requireNonNull(after, "after");
      if (skip < 0 || length < 1) {
        throw new IllegalArgumentException("no part of a list: %d, %d".formatted(skip, length));
      }
    }

    /** The rows behind the first {@code skip}. */
    public static BrowseWindow slice(long skip, int length) {
      return new BrowseWindow(Optional.empty(), skip, length);
    }

    /**
     * A page of a list that is cut into pages of the same length.
     *
     * @param page 1 and up
     */
    public static BrowseWindow page(int page, int length) {
      return slice((page - 1L) * length, length);
    }

    /** The rows behind {@code cursor}, which an earlier page of the same query gave. */
    public static BrowseWindow after(BrowseCursor cursor, int length) {
      return new BrowseWindow(Optional.of(cursor), 0, length);
    }
  }

  /**
   * A part of a list.
   *
   * @param next where the next part begins; empty when this part was the last
   * @param catalogue what the ids in it are called
   */
  record BrowsePage(List<BrowsedTicket> tickets, Optional<BrowseCursor> next, Catalogue catalogue) {
    public BrowsePage {
      tickets = List.copyOf(tickets);
      Objects.requireNonNull(next, "next");
      Objects.requireNonNull(catalogue, "catalogue");
    }
  }

  /** A part of a list and how long the whole list is, see {@link #count}. */
  record CountedPage(BrowsePage page, Total total) {}

  /**
   * How many tickets the caller sees, of some kinds. Exact, but of so many tickets that counting
   * takes time the numbers may be a minute old.
   *
   * @param closed those in a status of type CLOSED
   * @param fresh those in the status row of new tickets
   * @param unanswered see {@link BrowseQuery#unanswered}
   * @param unassigned those not closed that nobody works on
   */
  record TicketStats(long total, long closed, long fresh, long unanswered, long unassigned) {
    /** Nothing at all. */
    public static final TicketStats NOTHING = new TicketStats(0, 0, 0, 0, 0);

    /** Those not closed. */
    public long unclosed() {
      return total - closed;
    }

    /** Those neither closed nor new. */
    public long inProcess() {
      return unclosed() - fresh;
    }
  }

  /**
   * The part of the list that {@code window} asks for; empty past its end.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code cursor} when the cursor cannot be one of
   *     this query's order
   */
  BrowsePage browse(BrowseQuery query, BrowseWindow window, Caller caller);

  /** The same with the length of the whole list, which is not counted where the part shows it. */
  CountedPage browseCounted(BrowseQuery query, BrowseWindow window, Caller caller);

  /**
   * How many tickets the whole list has: exact for one's own and up to 10,000, otherwise at least
   * so many.
   */
  Total count(BrowseQuery query, Caller caller);

  /** How many tickets of which kinds the caller sees. */
  TicketStats stats(Caller caller);
}
