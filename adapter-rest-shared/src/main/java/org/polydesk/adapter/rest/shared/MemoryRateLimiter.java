package org.polydesk.adapter.rest.shared;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.polydesk.application.shared.RateLimiter;
import org.polydesk.application.shared.RequestBudget;
import org.polydesk.domain.error.DeskException;

/** Counts the requests of this node; several nodes count each for itself. */
@Singleton
@Requires(property = "polydesk.limits.shared", notEquals = StringUtils.TRUE)
final class MemoryRateLimiter implements RateLimiter {
  private static final int MOST_WINDOWS = 100_000;

  private final Clock clock;
  private final Map<String, Window> windows = new ConcurrentHashMap<>();

  MemoryRateLimiter(Clock clock) {
    this.clock = clock;
  }

  private record Window(Instant begins, Instant ends, int taken, boolean refused) {
    boolean isOpenAt(Instant now) {
      return !now.isBefore(begins) && now.isBefore(ends);
    }
  }

  @Override
  public void take(String key, RequestBudget budget) {
    Instant now = clock.instant();
    if (windows.size() >= MOST_WINDOWS) {
      windows.values().removeIf(window -> !window.isOpenAt(now));
    }
    Window window = windows.compute(key, (name, open) -> after(open, budget, now));
    if (window.refused()) {
      throw DeskException.rateLimited(Duration.between(now, window.ends()));
    }
  }

  private static Window after(Window open, RequestBudget budget, Instant now) {
    if (open == null || !open.isOpenAt(now)) {
      return new Window(now, now.plus(budget.window()), 1, false);
    }
    boolean refused = open.taken() >= budget.requests();
    return new Window(
        open.begins(), open.ends(), refused ? open.taken() : open.taken() + 1, refused);
  }
}
