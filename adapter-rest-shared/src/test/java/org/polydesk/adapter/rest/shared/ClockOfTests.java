package org.polydesk.adapter.rest.shared;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock that the runnable jar brings otherwise. */
@Factory
final class ClockOfTests {
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
