package org.polydesk.application.ticket.in;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the desk took down of a ticket by itself and somebody knows better.
 *
 * @param openedAt when it was opened, not after now; empty to leave it
 * @param closedAt when it was closed, not after now and not before it was opened; empty to leave
 *     it. A ticket that is not closed is left alone
 * @param quiet whether nobody is to be told of the change
 */
public record Corrections(Optional<Instant> openedAt, Optional<Instant> closedAt, boolean quiet) {
  /** Nothing is known better. */
  public static final Corrections NONE = new Corrections(Optional.empty(), Optional.empty(), false);

  public Corrections {
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(closedAt, "closedAt");
  }
}
