package org.polydesk.bootstrap.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;

/** Tells watchers whether the process lives and whether it can work, and nothing else. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class HealthController {
  private static final Map<String, String> UP = Map.of("status", "UP");
  private static final Map<String, String> DOWN = Map.of("status", "DOWN");

  private final Readiness readiness;

  HealthController(Readiness readiness) {
    this.readiness = readiness;
  }

  @Get("/health")
  Map<String, String> health() {
    return UP;
  }

  @Get("/ready")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<Map<String, String>> ready() {
    return readiness.isReady()
        ? HttpResponse.ok(UP)
        : HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).body(DOWN);
  }
}
