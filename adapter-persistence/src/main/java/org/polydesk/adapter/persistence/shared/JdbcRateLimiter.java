package org.polydesk.adapter.persistence.shared;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.polydesk.application.shared.RateLimiter;
import org.polydesk.application.shared.RequestBudget;
import org.polydesk.domain.error.DeskException;

/**
 * Counts the requests of all nodes together, one statement a request. PostgreSQL only. Source:
 * docs/adr/0010-budgets-are-counted-by-one-statement.md.
 */
@Singleton
@Requires(property = "polydesk.limits.shared", value = StringUtils.TRUE)
final class JdbcRateLimiter implements RateLimiter {
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(5);

  /**
   * Begins a window, goes on with the one that is open, or does nothing when that is used up. The
   * row's lock puts requests that come at once in a line.
   */
  private static final String TAKE =
      """
      insert into request_budget as held (caller, ends_at, taken) values (?, ?, 1)
      on conflict (caller) do update set
        taken = case when held.ends_at <= ? then 1 else held.taken + 1 end,
        ends_at = case when held.ends_at <= ? then excluded.ends_at else held.ends_at end
      where held.ends_at <= ? or held.taken < ?
      returning taken
      """;

  private static final String END = "select ends_at from request_budget where caller = ?";

  private static final String SWEEP = "delete from request_budget where ends_at <= ?";

  private final Database database;
  private final Clock clock;
  private final AtomicReference<Instant> sweepAt;

  JdbcRateLimiter(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.sweepAt = new AtomicReference<>(clock.instant().plus(SWEEP_EVERY));
  }

  @Override
  public void take(String key, RequestBudget budget) {
    Instant now = clock.instant();
    sweep(now);
    Optional<Integer> taken =
        database.find(
            TAKE,
            bound ->
                bound
                    .text(key)
                    .instant(now.plus(budget.window()))
                    .instant(now)
                    .instant(now)
                    .instant(now)
                    .number(budget.requests()),
            row -> row.integer("taken"));
    if (taken.isEmpty()) {
      throw DeskException.rateLimited(Duration.between(now, end(key).orElse(now)));
    }
  }

  private Optional<Instant> end(String key) {
    return database.find(END, bound -> bound.text(key), row -> row.instant("ends_at"));
  }

  /** Callers that are gone leave nothing behind; one request in minutes clears them away. */
  private void sweep(Instant now) {
    Instant due = sweepAt.get();
    if (!due.isAfter(now) && sweepAt.compareAndSet(due, now.plus(SWEEP_EVERY))) {
      database.update(SWEEP, bound -> bound.instant(now));
    }
  }
}
