package org.polydesk.bootstrap.clock;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers when it was asked to work. */
@Singleton
@Requires(property = "test.people", value = "known")
final class RecordedWork implements DueWork {
  private final List<Instant> runs = new CopyOnWriteArrayList<>();

  @Override
  public void runDueWork(Instant now) {
    runs.add(now);
  }

  List<Instant> runs() {
    return runs;
  }
}
