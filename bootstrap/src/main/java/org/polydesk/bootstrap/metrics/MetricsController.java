package org.polydesk.bootstrap.metrics;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Tells the figures to whoever asks, where the settings allow it; nobody's texts or names. */
@Controller("/metrics")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "polydesk.metrics.enabled", value = StringUtils.TRUE)
final class MetricsController {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final DeliveryMetrics deliveries;

  MetricsController(DeliveryMetrics deliveries) {
    this.deliveries = deliveries;
  }

  @Get
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<String> scrape() {
    return HttpResponse.ok(deliveries.scrape()).header(HttpHeaders.CONTENT_TYPE, TEXT);
  }
}
