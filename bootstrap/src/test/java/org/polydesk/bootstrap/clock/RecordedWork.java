package org.polydesk.bootstrap.clock;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers when it was asked to work. */
@Singleton
final class RecordedWork implements DueWork {
  static final List<Instant> RUNS = new CopyOnWriteArrayList<>();

  @Override
  public void runDueWork(Instant now) {
    RUNS.add(now);
  }
}
