package org.polydesk.application.shared;

import java.time.Duration;
import java.util.Objects;

/**
 * How many requests there may be in a window. The window begins with its first request; when it
 * ends, the whole budget is there again.
 */
public record RequestBudget(int requests, Duration window) {
  public RequestBudget {
    Objects.requireNonNull(window, "window");
    if (requests < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("A budget is positive.");
    }
  }

  /** A budget for each minute. */
  public static RequestBudget perMinute(int requests) {
    return new RequestBudget(requests, Duration.ofMinutes(1));
  }
}
