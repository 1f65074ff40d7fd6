package org.polydesk.adapter.rest.shared;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polydesk.application.shared.RateLimiter;

/** Refuses callers that ask too often, once it is known who they are. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(RateLimitFilter.BEHIND_SECURITY)
@Requires(
    property = "polydesk.limits.enabled",
    value = StringUtils.TRUE,
    defaultValue = StringUtils.TRUE)
final class RateLimitFilter {
  static final int BEHIND_SECURITY = 39_250;

  private final Dialects dialects;
  private final Map<String, DialectBudgets> byDialect;
  private final RateLimiter limiter;

  RateLimitFilter(Dialects dialects, List<DialectBudgets> budgets, RateLimiter limiter) {
    this.dialects = dialects;
    this.byDialect =
        budgets.stream().collect(Collectors.toMap(DialectBudgets::dialect, Function.identity()));
    this.limiter = limiter;
  }

  /** Away from the event loop, for the limiter may have to ask the store. */
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void take(HttpRequest<?> request) {
    DialectBudgets budgets = byDialect.get(dialects.of(request).name());
    if (budgets == null) {
      return;
    }
    request
        .getUserPrincipal()
        .filter(CallerAuthentication.class::isInstance)
        .map(principal -> ((CallerAuthentication) principal).caller())
        .flatMap(caller -> budgets.charge(request, caller))
        .ifPresent(charge -> limiter.take(budgets.dialect() + ' ' + charge.key(), charge.budget()));
  }
}
