package org.polydesk.bootstrap.server;

import java.time.Instant;
import java.util.Optional;

/**
 * What kind of server is started.
 *
 * @param demo whether it is for trying out: with known accounts and a clock that can be set
 * @param clock where a demo's clock stands from the beginning; it runs when empty
 */
public record RunMode(boolean demo, Optional<Instant> clock) {
  /** A server for work. */
  public static RunMode serve() {
    return new RunMode(false, Optional.empty());
  }

  /** A server for trying out. */
  public static RunMode demo(Optional<Instant> clock) {
    return new RunMode(true, clock);
  }
}
