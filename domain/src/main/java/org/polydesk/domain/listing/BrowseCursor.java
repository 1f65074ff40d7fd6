package org.polydesk.domain.listing;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * The place behind one ticket in an ordered list. Going on from it neither misses nor repeats a
 * ticket whose sort key stays as it is, whatever is opened meanwhile.
 *
 * @param key what the ticket was sorted by, as a text: a folded text as it is, a number in decimal
 *     digits, an instant in milliseconds since 1970; empty when it had no value
 * @param number the ticket's number
 */
public record BrowseCursor(Optional<String> key, TicketNumber number) {
  public BrowseCursor {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(number, "number");
  }
}
