package org.polydesk.bootstrap.clock;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.polydesk.application.delivery.in.DeliverMessagesUseCase;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.ticket.in.RunDueWorkUseCase;
import org.polydesk.application.upkeep.in.TidyUseCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the desk does by itself. Each piece may be done at any time, by any node and twice: {@link
 * Workers} have it done again and again, and the clock of a demo at once when it is set.
 */
@Singleton
final class TimedWork implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(TimedWork.class);

  private final RunDueWorkUseCase tickets;
  private final DeliverMessagesUseCase messages;
  private final TidyUseCase leftovers;
  private final Clock clock;

  TimedWork(
      RunDueWorkUseCase tickets,
      DeliverMessagesUseCase messages,
      TidyUseCase leftovers,
      Clock clock) {
    this.tickets = tickets;
    this.messages = messages;
    this.leftovers = leftovers;
    this.clock = clock;
  }

  /** A receiver's failure is nobody's here, and what cannot be tidied away now is so later. */
  @Override
  public void runDueWork(Instant now) {
    tickets.runDueWork(now);
    channels().forEach(channel -> quietly(() -> messages.deliverDue(channel, now, () -> false)));
    quietly(() -> tidy(now));
  }

  /** Breaches, escalations, closing, locking, reckoning anew. */
  void workOnTickets() {
    tickets.runDueWork(clock.instant());
  }

  /** The channels that this node can deliver by. */
  Set<Channel> channels() {
    return messages.channels();
  }

  void deliver(Channel channel, BooleanSupplier stops) {
    messages.deliverDue(channel, clock.instant(), stops);
  }

  /** Takes away what nobody needs any longer. */
  void tidy() {
    tidy(clock.instant());
  }

  private void tidy(Instant now) {
    try {
      messages.tidy(now);
    } finally {
      tidyLeftovers(now);
    }
  }

  private void tidyLeftovers(Instant now) {
    try {
      leftovers.tidy(now);
    } catch (IOException e) {
      LOG.warn("What nobody needs could not be taken away now: {}", e.getMessage());
    }
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("Something could not be done now", e);
    }
  }
}
