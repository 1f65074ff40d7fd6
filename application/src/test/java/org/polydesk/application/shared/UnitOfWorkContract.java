package org.polydesk.application.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.UserBuilder.aUser;
import static org.polydesk.application.fixture.UserBuilder.like;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.user.User;

/** What every unit of work keeps its word about. */
public interface UnitOfWorkContract extends StoreContract {

  @Test
  default void runShouldKeepWhatTheWorkWrote() {
    User user = aUser().in(aNewDesk()).build();

    String result =
        runFor(
            () -> {
              ports().users().add(user);
              return "done";
            });

    assertEquals("done", result);
    assertEquals(Optional.of(user), ports().users().findById(user.id()));
  }

  @Test
  default void runShouldKeepNothingWhenTheWorkThrows() {
    User user = aUser().in(aNewDesk()).build();
    RuntimeException bug = new IllegalStateException("a bug");

    Throwable thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                run(
                    () -> {
                      ports().users().add(user);
                      throw bug;
                    }));

    assertEquals(bug, thrown);
    assertEquals(Optional.empty(), ports().users().findById(user.id()));
  }

  @Test
  default void runShouldKeepNothingWhenTheDeskRefuses() {
    User user = aUser().in(aNewDesk()).build();

    DeskException refusal =
        assertThrows(
            DeskException.class,
            () ->
                run(
                    () -> {
                      ports().users().add(user);
                      throw DeskException.notFound("ticket");
                    }));

    assertEquals(ErrorCode.NOT_FOUND, refusal.code());
    assertEquals(Optional.empty(), ports().users().findById(user.id()));
  }

  @Test
  default void runInsideRunShouldBelongToTheOuterOne() {
    User user = aUser().in(aNewDesk()).build();

    assertThrows(
        DeskException.class,
        () ->
            run(
                () -> {
                  run(() -> ports().users().add(user));
                  throw DeskException.notFound("ticket");
                }));

    assertEquals(Optional.empty(), ports().users().findById(user.id()));
  }

  @Test
  default void readShouldSeeWhatTheWorkAroundItWrote() {
    User user = aUser().in(aNewDesk()).build();

    Optional<User> seen =
        runFor(
            () -> {
              ports().users().add(user);
              return ports().unitOfWork().read(() -> ports().users().findById(user.id()));
            });

    assertEquals(Optional.of(user), seen);
  }

  @Test
  default void runInsideReadShouldKeepWhatItWrote() {
    User user = aUser().in(aNewDesk()).build();

    ports()
        .unitOfWork()
        .read(
            () -> {
              run(() -> ports().users().add(user));
              return null;
            });

    assertEquals(Optional.of(user), ports().users().findById(user.id()));
  }

  @Test
  default void runShouldDoLostWorkAgainFromTheStart() {
    User user = aUser().in(aNewDesk()).build();
    AtomicInteger attempts = new AtomicInteger();

    run(
        () -> {
          ports().users().add(user);
          if (attempts.incrementAndGet() < 3) {
            throw DeskException.staleVersion("ticket");
          }
        });

    assertEquals(3, attempts.get());
    assertEquals(Optional.of(user), ports().users().findById(user.id()));
  }

  @Test
  default void runShouldGiveUpWorkThatLosesEveryTime() {
    AtomicInteger attempts = new AtomicInteger();

    DeskException refusal =
        assertThrows(
            DeskException.class,
            () ->
                run(
                    () -> {
                      attempts.incrementAndGet();
                      throw DeskException.staleVersion("ticket");
                    }));

    assertEquals(ErrorCode.STALE_VERSION, refusal.code());
    assertTrue(attempts.get() > 1);
  }

  @Test
  default void runShouldLoseNoneOfConcurrentChanges() throws InterruptedException {
    DeskId desk = aNewDesk();
    User user = aUser().in(desk).capacity(0).build();
    run(() -> ports().users().add(user));

    var outcomes =
        AtOnce.times(
            4,
            () ->
                runFor(
                    () -> {
                      User present = ports().users().findById(user.id()).orElseThrow();
                      int more = present.capacity().orElseThrow() + 1;
                      return ports().users().save(like(present).capacity(more).build());
                    }));

    assertTrue(outcomes.stream().allMatch(AtOnce.Outcome::succeeded), outcomes::toString);
    User after = ports().users().findById(user.id()).orElseThrow();
    assertEquals(Optional.of(4), after.capacity());
    assertEquals(5, after.version());
  }
}
