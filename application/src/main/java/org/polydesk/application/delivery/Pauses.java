package org.polydesk.application.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.outbox.out.Outbox.Channel;

/** How long a message waits after each failed attempt; after the last pause it is given up. */
final class Pauses {
  private static final List<Duration> CALLBACK =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6));

  /** Three days, as mail servers do. */
  private static final List<Duration> MAIL =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(24));

  private Pauses() {}

  /**
   * The pause after a failed attempt; empty when there is no other attempt.
   *
   * @param attempt 1 for the first
   */
  static Optional<Duration> after(Channel channel, int attempt) {
    List<Duration> pauses = channel == Channel.MAIL ? MAIL : CALLBACK;
    return attempt <= pauses.size() ? Optional.of(pauses.get(attempt - 1)) : Optional.empty();
  }
}
