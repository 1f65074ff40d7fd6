package org.polydesk.adapter.persistence.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.data.connection.ConnectionDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.adapter.persistence.testing.TestDatabase;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.shared.UnitOfWorkContract;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

final class JdbcUnitOfWorkTest {

  private interface Jdbc extends UnitOfWorkContract {
    @Override
    JdbcPorts ports();

    private void rename(DeskId desk) {
      ports()
          .database()
          .update(
              "update desk set name = name || '+' where desk_id = ?",
              bound -> bound.number(desk.value()));
    }

    private String nameOf(DeskId desk) {
      return ports()
          .database()
          .find(
              "select name from desk where desk_id = ?",
              bound -> bound.number(desk.value()),
              row -> row.text("name"))
          .orElseThrow();
    }

    /** Two units of work that take two locks in opposite orders, each holding one first. */
    @Test
    default void runShouldDoDeadlockedWorkAgain() throws Exception {
      DeskId first = aNewDesk();
      DeskId second = aNewDesk();
      CyclicBarrier bothHoldOne = new CyclicBarrier(2);
      AtomicInteger attempts = new AtomicInteger();
      ExecutorService threads = Executors.newFixedThreadPool(2);

      try {
        Future<?> here = threads.submit(() -> both(first, second, bothHoldOne, attempts));
        Future<?> there = threads.submit(() -> both(second, first, bothHoldOne, attempts));
        here.get(60, TimeUnit.SECONDS);
        there.get(60, TimeUnit.SECONDS);
      } finally {
        threads.shutdownNow();
      }

      assertTrue(attempts.get() > 2, "nobody had to do it again");
      assertEquals("Desk %d++".formatted(first.value()), nameOf(first));
      assertEquals("Desk %d++".formatted(second.value()), nameOf(second));
    }

    private void both(DeskId first, DeskId second, CyclicBarrier met, AtomicInteger attempts) {
      run(
          () -> {
            rename(first);
            if (attempts.incrementAndGet() <= 2) {
              await(met);
            }
            rename(second);
          });
    }

    private static void await(CyclicBarrier barrier) {
      try {
        barrier.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Nested
  final class InH2 extends OnH2 implements Jdbc {}

  @Nested
  final class InPostgres extends OnPostgres implements Jdbc {}

  @Test
  void workShouldBeRefusedWhileNoConnectionIsToBeHad() {
    Map<String, Object> few =
        Map.of(
            "datasources.default.maximum-pool-size", 2,
            "datasources.default.connection-timeout", 250);

    try (JdbcPorts ports = JdbcPorts.on(TestDatabase.h2(), few)) {
      UnitOfWork work = ports.unitOfWork();
      List<Supplier<Object>> kinds =
          List.of(
              () -> work.run(() -> "done"),
              () -> work.read(() -> "done"),
              () -> ports.setups().find(DeskId.DEFAULT));
      for (Supplier<Object> kind : kinds) {
        Supplier<DeskException> refusal =
            () ->
                CompletableFuture.supplyAsync(() -> assertThrows(DeskException.class, kind::get))
                    .join();
        DeskException refused = onAConnection(ports, () -> onAConnection(ports, refusal));
        assertEquals(ErrorCode.UNAVAILABLE, refused.code());
      }
      assertEquals("done", work.run(() -> "done"));
    }
  }

  private static <T> T onAConnection(JdbcPorts ports, Supplier<T> work) {
    return ports
        .database()
        .onOneConnection(ConnectionDefinition.REQUIRES_NEW, connection -> work.get());
  }
}
