package org.polydesk.domain.ticket;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.user.UserId;

/**
 * How a ticket was closed.
 *
 * @param code empty when nobody said
 * @param by who closed it; empty when the desk itself did
 */
public record Closure(Optional<ClosureCode> code, Optional<UserId> by) {
  public Closure {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(by, "by");
  }
}
