package org.polydesk.bootstrap.clock;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.polydesk.application.delivery.in.DeliverMessagesUseCase;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.bootstrap.server.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers what waits, each channel for itself, so that a slow one holds up no other. */
@Singleton
@Requires(beans = Readiness.class)
final class TimedDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(TimedDelivery.class);

  private final DeliverMessagesUseCase deliver;
  private final Clock clock;
  private final Readiness readiness;

  TimedDelivery(DeliverMessagesUseCase deliver, Clock clock, Readiness readiness) {
    this.deliver = deliver;
    this.clock = clock;
    this.readiness = readiness;
  }

  @Scheduled(initialDelay = "1s", fixedDelay = "1s")
  void mail() {
    whenOpen(() -> deliver(Channel.MAIL, clock.instant()));
  }

  @Scheduled(initialDelay = "1s", fixedDelay = "1s")
  void push() {
    whenOpen(() -> deliver(Channel.PUSH, clock.instant()));
  }

  @Scheduled(initialDelay = "1s", fixedDelay = "1s")
  void callbacks() {
    whenOpen(() -> deliver(Channel.CALLBACK, clock.instant()));
  }

  @Scheduled(initialDelay = "60s", fixedDelay = "10m")
  void tidy() {
    whenOpen(() -> quietly(() -> deliver.tidy(clock.instant())));
  }

  /** Delivers all that is due; a receiver's failure is nobody's here. */
  void deliverAll(Instant now) {
    for (Channel channel : Channel.values()) {
      deliver(channel, now);
    }
    quietly(() -> deliver.tidy(now));
  }

  private void deliver(Channel channel, Instant now) {
    quietly(() -> deliver.deliverDue(channel, now));
  }

  private void whenOpen(Runnable work) {
    if (readiness.isOpen()) {
      work.run();
    }
  }

  /** What cannot be done now is tried again the next time. */
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("What waits could not be delivered now", e);
    }
  }
}
