package org.polydesk.bootstrap.clock;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.polydesk.application.delivery.in.DeliverMessagesUseCase;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.bootstrap.server.Readiness;
import org.polydesk.domain.error.DeskException;
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
    quietly(() -> deliver.deliverDue(Channel.MAIL, clock.instant()));
  }

  @Scheduled(initialDelay = "1s", fixedDelay = "1s")
  void push() {
    quietly(() -> deliver.deliverDue(Channel.PUSH, clock.instant()));
  }

  @Scheduled(initialDelay = "1s", fixedDelay = "1s")
  void callbacks() {
    quietly(() -> deliver.deliverDue(Channel.CALLBACK, clock.instant()));
  }

  @Scheduled(initialDelay = "60s", fixedDelay = "10m")
  void tidy() {
    quietly(() -> deliver.tidy(clock.instant()));
  }

  /** What cannot be done now is tried again the next time. */
  private void quietly(Runnable work) {
    if (!readiness.isOpen()) {
      return;
    }
    try {
      work.run();
    } catch (DeskException | IllegalStateException e) {
      LOG.warn("What waits could not be delivered now", e);
    }
  }
}
