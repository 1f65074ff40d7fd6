package org.polydesk.application.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polydesk.application.delivery.in.DeliverMessagesUseCase;
import org.polydesk.application.delivery.out.Courier;
import org.polydesk.application.delivery.out.Courier.Delivered;
import org.polydesk.application.delivery.out.Courier.Later;
import org.polydesk.application.delivery.out.Courier.Letter;
import org.polydesk.application.delivery.out.Courier.Never;
import org.polydesk.application.delivery.out.Courier.Outcome;
import org.polydesk.application.delivery.out.OutboxQueue;
import org.polydesk.application.delivery.out.OutboxQueue.Held;
import org.polydesk.application.delivery.out.OutboxQueue.Standing;
import org.polydesk.application.delivery.out.OutboxQueue.State;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.shared.UnitOfWork;

/**
 * Holds a few messages, tries each once outside of any transaction, and writes down what came of
 * it. A node that dies meanwhile leaves its messages held; they are due again when the hold ends.
 */
@Singleton
public final class DeliverMessagesService implements DeliverMessagesUseCase {
  private static final int FEW = 10;

  /** Longer than {@value #FEW} attempts take; what would begin in the second half is given back. */
  private static final Duration HOLD = Duration.ofMinutes(10);

  /** How long the messages of a channel that is not set up wait for it to be. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private static final Duration KEPT = Duration.ofDays(30);

  private final OutboxQueue queue;
  private final Letters letters;
  private final Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
  private final Map<Channel, Counts> counts = new EnumMap<>(Channel.class);
  private final UnitOfWork unitOfWork;

  @Inject
  public DeliverMessagesService(
      OutboxQueue queue, Letters letters, Collection<Courier> couriers, UnitOfWork unitOfWork) {
    this.queue = queue;
    this.letters = letters;
    this.unitOfWork = unitOfWork;
    couriers.stream()
        .filter(Courier::isOn)
        .forEach(courier -> this.couriers.put(courier.channel(), courier));
    for (Channel channel : Channel.values()) {
      counts.put(channel, new Counts(new AtomicLong(), new AtomicLong(), new AtomicLong()));
    }
  }

  private record Counts(AtomicLong delivered, AtomicLong failed, AtomicLong dead) {}

  @Override
  public Set<Channel> channels() {
    return Set.copyOf(couriers.keySet());
  }

  @Override
  public int deliverDue(Channel channel, Instant now, BooleanSupplier stops) {
    Optional<Courier> courier = Optional.ofNullable(couriers.get(channel));
    return courier.map(found -> inTurn(found, now, stops)).orElse(0);
  }

  /** A round waits for the one before, so that what was due is done when it is at its end. */
  private int inTurn(Courier courier, Instant now, BooleanSupplier stops) {
    synchronized (courier) {
      return deliverDue(courier, now, stops);
    }
  }

  private int deliverDue(Courier courier, Instant now, BooleanSupplier stops) {
    int attempts = 0;
    Optional<RuntimeException> failure = Optional.empty();
    List<Held> held;
    do {
      held = unitOfWork.run(() -> queue.hold(courier.channel(), now, now.plus(HOLD), FEW));
      long begun = System.nanoTime();
      for (Held one : held) {
        if (!stops.getAsBoolean() && System.nanoTime() - begun < HOLD.toNanos() / 2) {
          Optional<RuntimeException> failed = attempt(courier, one, now);
          failure = failure.or(() -> failed);
          attempts++;
        } else {
          write(() -> queue.giveBack(one, now));
        }
      }
    } while (!held.isEmpty() && !stops.getAsBoolean());
    failure.ifPresent(
        first -> {
          throw first;
        });
    return attempts;
  }

  /** What goes wrong here with one message is told at the end and holds up no other. */
  private Optional<RuntimeException> attempt(Courier courier, Held held, Instant now) {
    try {
      tryOnce(courier, held, now);
      return Optional.empty();
    } catch (RuntimeException e) {
      counts.get(courier.channel()).failed().incrementAndGet();
      postpone(held, now, new Later("Something went wrong in the desk itself; its log says what."));
      return Optional.of(e);
    }
  }

  private void tryOnce(Courier courier, Held held, Instant now) {
    Optional<Letter> letter = unitOfWork.read(() -> letters.of(held));
    if (letter.isEmpty()) {
      write(
          () ->
              queue.end(
                  held, State.SKIPPED, now, Optional.of("There is nobody left whom it concerns.")));
      return;
    }
    Outcome outcome = courier.deliver(letter.get());
    Counts mine = counts.get(courier.channel());
    if (outcome instanceof Delivered delivered) {
      mine.delivered().incrementAndGet();
      Optional<String> remark = joined(held.remark(), delivered.remark());
      write(() -> queue.end(held, State.DELIVERED, now, remark));
    } else if (outcome instanceof Never never) {
      mine.failed().incrementAndGet();
      giveUp(held, now, onTopOf(held, new Later(never.reason())));
    } else if (outcome instanceof Later later) {
      mine.failed().incrementAndGet();
      postpone(held, now, later);
    }
  }

  private void postpone(Held held, Instant now, Later later) {
    Pauses.after(held.message().channel(), held.attempt())
        .ifPresentOrElse(
            pause -> write(() -> queue.postpone(held, now.plus(pause), onTopOf(held, later))),
            () -> giveUp(held, now, onTopOf(held, later)));
  }

  /** An attempt that reached nobody takes nothing back of what the ones before it did. */
  private static Later onTopOf(Held held, Later later) {
    return new Later(
        later.reason(),
        later.missing().isEmpty() ? held.missing() : later.missing(),
        joined(held.remark(), later.remark()));
  }

  private static Optional<String> joined(Optional<String> first, Optional<String> second) {
    return Stream.of(first, second)
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + " " + other);
  }

  /** Keeps who still misses it, for it may be revived. */
  private void giveUp(Held held, Instant now, Later last) {
    counts.get(held.message().channel()).dead().incrementAndGet();
    write(
        () -> {
          queue.postpone(held, now, last);
          queue.end(held, State.DEAD, now, joined(Optional.of(last.reason()), last.remark()));
        });
  }

  private void write(Runnable work) {
    unitOfWork.run(
        () -> {
          work.run();
          return null;
        });
  }

  @Override
  public void tidy(Instant now) {
    Set<Channel> off =
        Arrays.stream(Channel.values())
            .filter(channel -> !couriers.containsKey(channel))
            .collect(Collectors.toSet());
    write(() -> queue.skip(off, now.minus(PATIENCE), now));
    write(() -> queue.forget(now.minus(KEPT)));
  }

  @Override
  public Map<Channel, Standing> standings() {
    return unitOfWork.read(queue::standings);
  }

  @Override
  public Tally tally(Channel channel) {
    Counts mine = counts.get(channel);
    return new Tally(mine.delivered().get(), mine.failed().get(), mine.dead().get());
  }
}
