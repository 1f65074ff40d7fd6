package org.polydesk.domain.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/**
 * The state of a ticket and the instants that led to it.
 *
 * @param status where it stands
 * @param resolvedAt when it was resolved; empty while it is not, and again after reopening
 * @param closedAt when it was closed; empty while it is not, and again after reopening
 * @param firstResolvedAt when it was resolved or closed for the first time; never cleared
 * @param lastResolvedAt when it was resolved or closed for the last time; never cleared
 * @param closure how it ended, as far as somebody said; empty while it has not
 * @param reopenCount how often it was reopened
 * @param locked whether nothing may reopen it
 */
public record Lifecycle(
    StatusRow status,
    Instant openedAt,
    Optional<Instant> resolvedAt,
    Optional<Instant> closedAt,
    Optional<Instant> firstResolvedAt,
    Optional<Instant> lastResolvedAt,
    Optional<Closure> closure,
    int reopenCount,
    boolean locked,
    Optional<Instant> deletedAt) {

  public Lifecycle {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(openedAt, "openedAt");
  }

  /**
   * The beginning of a ticket's life.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code status} when the status is a done one
   */
  public static Lifecycle opened(StatusRow status, Instant at) {
    if (status.type().isDone()) {
      throw DeskException.invalid(
          Violation.refused("status", "A new ticket cannot be resolved or closed."));
    }
    Optional<Instant> never = Optional.empty();
    return new Lifecycle(
        status, at, never, never, never, never, Optional.empty(), 0, false, Optional.empty());
  }

  /**
   * Goes to another status. Entering a resolved or closed one notes the instant; leaving both is a
   * reopening and clears them.
   *
   * @param closure how it ended, when {@code next} is a resolved or closed status; otherwise unused
   * @throws DeskException {@code ILLEGAL_TRANSITION} when {@link StatusType#canBecome} says so or
   *     the ticket is locked
   */
  Lifecycle to(StatusRow next, Optional<Closure> closure, Instant at) {
    StatusType from = status.type();
    StatusType to = next.type();
    if (!from.canBecome(to) || (locked && from == StatusType.CLOSED && to != StatusType.CLOSED)) {
      throw DeskException.illegalTransition(status.name(), next.name());
    }
    if (to.isDone()) {
      return done(next, closure, at);
    }
    return new Lifecycle(
        next,
        openedAt,
        Optional.empty(),
        Optional.empty(),
        firstResolvedAt,
        lastResolvedAt,
        Optional.empty(),
        from.isDone() ? reopenCount + 1 : reopenCount,
        locked,
        deletedAt);
  }

  private Lifecycle done(StatusRow next, Optional<Closure> how, Instant at) {
    boolean closing = next.type() == StatusType.CLOSED;
    boolean entering = !status.type().isDone();
    return new Lifecycle(
        next,
        openedAt,
        entering && !closing ? Optional.of(at) : resolvedAt,
        closing && closedAt.isEmpty() ? Optional.of(at) : closedAt,
        firstResolvedAt.or(() -> Optional.of(at)),
        status.equals(next) ? lastResolvedAt : Optional.of(at),
        how.or(() -> closure),
        reopenCount,
        locked,
        deletedAt);
  }

  /** The same life, begun and closed at other instants; what is empty stays. */
  Lifecycle corrected(Optional<Instant> begun, Optional<Instant> ended) {
    return new Lifecycle(
        status,
        begun.orElse(openedAt),
        resolvedAt,
        ended.or(() -> closedAt),
        ended.isPresent() && firstResolvedAt.equals(closedAt) ? ended : firstResolvedAt,
        ended.or(() -> lastResolvedAt),
        closure,
        reopenCount,
        locked,
        deletedAt);
  }

  Lifecycle lockedUp() {
    return new Lifecycle(
        status,
        openedAt,
        resolvedAt,
        closedAt,
        firstResolvedAt,
        lastResolvedAt,
        closure,
        reopenCount,
        true,
        deletedAt);
  }

  Lifecycle deleted(Instant at) {
    return new Lifecycle(
        status,
        openedAt,
        resolvedAt,
        closedAt,
        firstResolvedAt,
        lastResolvedAt,
        closure,
        reopenCount,
        locked,
        Optional.of(at));
  }

  /** Whether the ticket was deleted; deleted tickets are missing everywhere. */
  public boolean isDeleted() {
    return deletedAt.isPresent();
  }
}
