package org.polydesk.application.ticket.in;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.shared.Slice;
import org.polydesk.domain.listing.ListType;
import org.polydesk.domain.listing.TicketSearch;

/**
 * Which tickets are to be listed.
 *
 * @param search empty for no further condition
 */
public record TicketListQuery(ListType type, Optional<TicketSearch> search, Slice slice) {
  public TicketListQuery {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(search, "search");
    Objects.requireNonNull(slice, "slice");
  }
}
