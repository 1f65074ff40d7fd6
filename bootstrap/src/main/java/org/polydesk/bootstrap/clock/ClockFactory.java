package org.polydesk.bootstrap.clock;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.polydesk.application.shared.SystemZone;

/** Makes the one clock that everything reads, which ticks in milliseconds, and names the zone. */
@Factory
final class ClockFactory {
  /** Whether the server is a demo, whose clock can be set. */
  private static final String DEMO = "polydesk.demo.enabled";

  @Singleton
  @Requires(property = DEMO, notEquals = "true")
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Singleton
  SystemZone systemZone(
      @Property(name = "polydesk.system.time-zone", defaultValue = "UTC") String zone) {
    return new SystemZone(ZoneId.of(zone));
  }

  /**
   * @param standing the ISO 8601 instant on which a demo's clock stands from the beginning; it runs
   *     with real time when absent
   */
  @Singleton
  @Requires(property = DEMO, value = "true")
  SandboxClock sandboxClock(@Nullable @Property(name = "polydesk.demo.clock") String standing) {
    return new SandboxClock(
        Clock.tickMillis(ZoneOffset.UTC), Optional.ofNullable(standing).map(Instant::parse));
  }
}
