package planted.domain;

import java.time.Instant;

/** Breaks a rule on purpose. */
final class ReadsTheClock {
  Instant now() {
    return Instant.now();
  }
}
