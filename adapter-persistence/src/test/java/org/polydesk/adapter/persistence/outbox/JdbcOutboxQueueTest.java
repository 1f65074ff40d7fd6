package org.polydesk.adapter.persistence.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.delivery.out.Courier.Later;
import org.polydesk.application.delivery.out.OutboxQueue;
import org.polydesk.application.delivery.out.OutboxQueue.Held;
import org.polydesk.application.delivery.out.OutboxQueue.Listed;
import org.polydesk.application.delivery.out.OutboxQueue.Standing;
import org.polydesk.application.delivery.out.OutboxQueue.State;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.EmailAddress;

final class JdbcOutboxQueueTest {

  interface Contract extends StoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Instant LATER = NOON.plus(Duration.ofMinutes(10));

    @Override
    JdbcPorts ports();

    private OutboxQueue queue() {
      return ports().bean(OutboxQueue.class);
    }

    @BeforeEach
    default void empty() {
      run(() -> ports().database().update("delete from outbox", bound -> {}));
    }

    private List<Message> written(DeskId desk, Channel channel, int count) {
      List<Message> messages = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        messages.add(
            new Message(
                UUID.randomUUID(),
                desk,
                channel,
                Event.REPLIED,
                new TicketId(1),
                Optional.empty(),
                Optional.empty(),
                List.of(new EmailAddress("a@x.test"), new EmailAddress("b@x.test")),
                NOON.plusMillis(i),
                Optional.empty()));
      }
      run(() -> ports().outbox().add(messages));
      return messages;
    }

    private List<Held> hold(Instant now, Instant until, int most) {
      return runFor(() -> queue().hold(Channel.MAIL, now, until, most));
    }

    private List<Listed> listed(DeskId desk, State state) {
      return runFor(() -> queue().list(desk, state, 10));
    }

    @Test
    default void aMessageShouldBeHeldByOneUntilTheHoldEnds() {
      DeskId desk = aNewDesk();
      List<Message> messages = written(desk, Channel.MAIL, 3);
      written(desk, Channel.PUSH, 1);

      List<Held> first = hold(LATER, LATER.plusSeconds(60), 2);
      List<Held> second = hold(LATER, LATER.plusSeconds(60), 10);

      assertEquals(messages.subList(0, 2), first.stream().map(Held::message).toList());
      assertEquals(messages.subList(2, 3), second.stream().map(Held::message).toList());
      assertEquals(List.of(), hold(LATER.plusSeconds(59), LATER.plusSeconds(120), 10));
      List<Held> again = hold(LATER.plusSeconds(60), LATER.plusSeconds(120), 10);
      assertEquals(3, again.size());
      assertEquals(2, again.get(0).attempt());
    }

    @Test
    default void aMessageThatIsNotDueShouldNotBeHeld() {
      DeskId desk = aNewDesk();
      written(desk, Channel.MAIL, 1);

      assertEquals(List.of(), hold(NOON.minusMillis(1), LATER, 10));
      assertEquals(1, hold(NOON, LATER, 10).size());
    }

    @Test
    default void whoeverLostHisHoldShouldChangeNothing() {
      DeskId desk = aNewDesk();
      written(desk, Channel.MAIL, 1);
      Held lost = hold(NOON, NOON, 1).get(0);
      Held mine = hold(NOON, LATER, 1).get(0);

      run(() -> queue().end(lost, State.DELIVERED, NOON, Optional.empty()));
      run(() -> queue().postpone(lost, NOON, new Later("no")));
      run(() -> queue().giveBack(lost, NOON));

      assertEquals(List.of(), hold(NOON, LATER, 1));
      run(() -> queue().end(mine, State.DELIVERED, NOON, Optional.of("x".repeat(600))));
      assertEquals(500, listed(desk, State.DELIVERED).get(0).remark().orElseThrow().length());
    }

    @Test
    default void aPostponedMessageShouldRememberWhoMissesIt() {
      DeskId desk = aNewDesk();
      written(desk, Channel.MAIL, 1);
      Held held = hold(NOON, LATER, 1).get(0);

      run(
          () ->
              queue()
                  .postpone(
                      held,
                      NOON.plusSeconds(60),
                      new Later(
                          "Busy.",
                          List.of(new EmailAddress("b@x.test")),
                          Optional.of("Refused."))));
      assertEquals(Optional.of("Busy. Refused."), listed(desk, State.WAITING).get(0).remark());

      assertEquals(List.of(), hold(NOON.plusSeconds(59), LATER, 1));
      Held again = hold(NOON.plusSeconds(60), LATER, 1).get(0);
      assertEquals(List.of(new EmailAddress("b@x.test")), again.missing());
      assertEquals(Optional.of("Refused."), again.remark());
      run(() -> queue().giveBack(again, NOON.plusSeconds(61)));
      assertEquals(2, hold(NOON.plusSeconds(61), LATER, 1).get(0).attempt());
    }

    @Test
    default void deadMessagesShouldBeListedAndRevived() {
      DeskId desk = aNewDesk();
      List<Message> messages = written(desk, Channel.MAIL, 3);
      for (Held held : hold(LATER, LATER.plusSeconds(60), 10)) {
        run(() -> queue().end(held, State.DEAD, LATER, Optional.of("gone")));
      }
      UUID second = messages.get(1).deliveryId();

      assertEquals(
          List.of(messages.get(2), messages.get(1), messages.get(0)),
          listed(desk, State.DEAD).stream().map(Listed::message).toList());
      assertEquals(List.of(), listed(aNewDesk(), State.DEAD));
      assertEquals(0, (int) runFor(() -> queue().revive(aNewDesk(), Optional.of(second), LATER)));
      assertEquals(1, (int) runFor(() -> queue().revive(desk, Optional.of(second), LATER)));
      assertEquals(1, hold(LATER, LATER.plusSeconds(60), 10).get(0).attempt());
      assertEquals(2, (int) runFor(() -> queue().revive(desk, Optional.empty(), LATER)));
    }

    /** A demo's clock may stand long before that of the command. */
    @Test
    default void aRevivedMessageShouldBeDueByAnyClockAndWaitForItsChannelAnew() {
      DeskId desk = aNewDesk();
      written(desk, Channel.PUSH, 1);
      Held held = runFor(() -> queue().hold(Channel.PUSH, NOON, LATER, 1)).get(0);
      run(() -> queue().end(held, State.DEAD, NOON, Optional.empty()));
      Instant longAfter = NOON.plus(Duration.ofDays(90));

      run(() -> queue().revive(desk, Optional.empty(), longAfter));

      assertEquals(0, (int) runFor(() -> queue().skip(Set.of(Channel.PUSH), longAfter, longAfter)));
      Instant soon = NOON.plusMillis(1);
      assertEquals(1, runFor(() -> queue().hold(Channel.PUSH, NOON, soon, 1)).size());
      Instant end = longAfter.plusMillis(1);
      assertEquals(1, (int) runFor(() -> queue().skip(Set.of(Channel.PUSH), end, end)));
    }

    @Test
    default void aListedMessageShouldNameWhomItGoesTo() {
      DeskId desk = aNewDesk();
      written(desk, Channel.MAIL, 1);
      assertEquals(List.of("a@x.test", "b@x.test"), listed(desk, State.WAITING).get(0).to());
      Held held = hold(LATER, LATER.plusSeconds(60), 1).get(0);
      List<EmailAddress> missing = List.of(new EmailAddress("b@x.test"));
      run(() -> queue().postpone(held, LATER, new Later("Busy.", missing, Optional.empty())));

      assertEquals(List.of("b@x.test"), listed(desk, State.WAITING).get(0).to());
    }

    @Test
    default void standingsShouldTellWhatWaitsAndWhatIsDead() {
      DeskId desk = aNewDesk();
      written(desk, Channel.MAIL, 3);
      Held held = hold(NOON, LATER, 1).get(0);
      run(() -> queue().end(held, State.DEAD, NOON, Optional.empty()));

      assertEquals(
          new Standing(2, 1, Optional.of(NOON.plusMillis(1))),
          runFor(() -> queue().standings()).get(Channel.MAIL));
      assertEquals(null, runFor(() -> queue().standings()).get(Channel.PUSH));
    }

    @Test
    default void tidyingShouldSkipWhatIsOffAndForgetWhatHasEnded() {
      DeskId desk = aNewDesk();
      written(desk, Channel.PUSH, 2);
      written(desk, Channel.MAIL, 1);

      int skipped = runFor(() -> queue().skip(Set.of(Channel.PUSH), NOON.plusMillis(1), LATER));

      assertEquals(1, skipped);
      assertEquals(1, listed(desk, State.SKIPPED).size());
      assertEquals(0, (int) runFor(() -> queue().forget(LATER)));
      assertEquals(1, (int) runFor(() -> queue().forget(LATER.plusMillis(1))));
      assertEquals(2, listed(desk, State.WAITING).size());
    }

    @Test
    default void manyWorkersShouldNeverHoldTheSame() throws Exception {
      DeskId desk = aNewDesk();
      int count = 200;
      written(desk, Channel.MAIL, count);
      ExecutorService pool = Executors.newFixedThreadPool(8);
      List<Long> keys = new ArrayList<>();
      try {
        List<Future<List<Long>>> workers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          workers.add(pool.submit(this::takeAll));
        }
        for (Future<List<Long>> worker : workers) {
          keys.addAll(worker.get());
        }
      } finally {
        pool.shutdownNow();
      }

      assertEquals(count, keys.size());
      assertEquals(count, new HashSet<>(keys).size());
      assertTrue(hold(LATER, LATER.plusSeconds(60), 10).isEmpty());
    }

    private List<Long> takeAll() {
      List<Long> keys = new ArrayList<>();
      List<Held> held;
      do {
        held = hold(LATER, LATER.plusSeconds(60), 10);
        held.forEach(one -> keys.add(one.key()));
      } while (!held.isEmpty());
      return keys;
    }
  }

  @Nested
  final class InH2 extends OnH2 implements Contract {}

  @Nested
  final class InPostgres extends OnPostgres implements Contract {}
}
