package org.polydesk.application.shared;

/** Counts requests. Safe for use by many threads. */
public interface RateLimiter {

  /**
   * Takes one request out of the budget of {@code key}. What is refused takes nothing and does not
   * lengthen the window.
   *
   * @throws org.polydesk.domain.error.DeskException {@code RATE_LIMITED}, with the rest of the
   *     window, when the budget is used up
   */
  void take(String key, RequestBudget budget);
}
