package org.polydesk.bootstrap.clock;

/**
 * What a demo's clock shows.
 *
 * @param now an ISO 8601 instant
 * @param running whether it still runs with real time
 */
record SandboxTime(String now, boolean running) {
  static SandboxTime of(SandboxClock clock) {
    return new SandboxTime(clock.instant().toString(), clock.isRunning());
  }
}
