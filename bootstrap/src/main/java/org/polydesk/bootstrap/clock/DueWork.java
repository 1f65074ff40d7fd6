package org.polydesk.bootstrap.clock;

import java.time.Instant;

/** What has to be done by itself when time passes. */
@FunctionalInterface
interface DueWork {
  /** Does all that has become due by {@code now}, each piece as of its own due instant. */
  void runDueWork(Instant now);
}
