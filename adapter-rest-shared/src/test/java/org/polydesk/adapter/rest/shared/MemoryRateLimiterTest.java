package org.polydesk.adapter.rest.shared;

import java.time.Clock;
import org.polydesk.application.shared.RateLimiter;
import org.polydesk.application.shared.RateLimiterContract;

final class MemoryRateLimiterTest implements RateLimiterContract {
  @Override
  public RateLimiter limiter(Clock clock) {
    return new MemoryRateLimiter(clock);
  }
}
