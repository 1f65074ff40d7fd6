package org.polydesk.domain.listing;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.listing.WordSearch.Words;
import org.polydesk.domain.ticket.Ticket;

/**
 * What a {@link BrowseQuery} looks at in a ticket, as one viewer sees it.
 *
 * @param requesterCompanyId the company of the one who asks
 * @param fresh whether it is in the status row of new tickets
 * @param readsNotes whether the viewer may read internal notes
 * @param subscribed whether the viewer follows it
 * @param words its texts, as far as the viewer may read them
 */
public record BrowseFacts(
    Ticket ticket,
    Optional<Integer> requesterCompanyId,
    boolean fresh,
    boolean readsNotes,
    boolean subscribed,
    Words words) {
  public BrowseFacts {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(requesterCompanyId, "requesterCompanyId");
    Objects.requireNonNull(words, "words");
  }

  /** Whether the last thing said was a note that the viewer may read. */
  boolean isNoted() {
    return readsNotes && ticket.handling().noted();
  }

  /** The side that spoke last in public since the ticket was opened. */
  Optional<Side> lastPublicSide() {
    return ticket
        .handling()
        .lastSpeaker()
        .map(
            speaker ->
                switch (speaker) {
                  case CLIENT -> Side.CLIENT;
                  case STAFF -> Side.STAFF;
                });
  }
}
