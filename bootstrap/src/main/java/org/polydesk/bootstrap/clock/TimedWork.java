package org.polydesk.bootstrap.clock;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.polydesk.application.ticket.in.RunDueWorkUseCase;
import org.polydesk.application.upkeep.in.TidyUseCase;
import org.polydesk.bootstrap.server.Readiness;
import org.polydesk.domain.error.DeskException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the desk do what has become due: every few seconds on every node, and at once when the clock
 * of a demo is set.
 */
@Singleton
@Requires(beans = Readiness.class)
final class TimedWork implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(TimedWork.class);

  private final RunDueWorkUseCase work;
  private final TidyUseCase tidy;
  private final TimedDelivery delivery;
  private final Clock clock;
  private final Readiness readiness;

  TimedWork(
      RunDueWorkUseCase work,
      TidyUseCase tidy,
      TimedDelivery delivery,
      Clock clock,
      Readiness readiness) {
    this.work = work;
    this.tidy = tidy;
    this.delivery = delivery;
    this.clock = clock;
    this.readiness = readiness;
  }

  @Override
  public void runDueWork(Instant now) {
    work.runDueWork(now);
    delivery.deliverAll(now);
    tidy(now);
  }

  @Scheduled(initialDelay = "60s", fixedDelay = "10m")
  void tidy() {
    if (readiness.isOpen()) {
      tidy(clock.instant());
    }
  }

  /** What cannot be taken away now is taken away another time. */
  private void tidy(Instant now) {
    try {
      tidy.tidy(now);
    } catch (DeskException | IOException e) {
      LOG.warn("What nobody needs could not be taken away now: {}", e.getMessage());
    }
  }

  /** What cannot be done now is tried again the next time. */
  @Scheduled(initialDelay = "5s", fixedDelay = "5s")
  void look() {
    if (!readiness.isOpen()) {
      return;
    }
    try {
      work.runDueWork(clock.instant());
    } catch (DeskException e) {
      LOG.warn("What is due could not be done now: {}", e.getMessage());
    }
  }
}
