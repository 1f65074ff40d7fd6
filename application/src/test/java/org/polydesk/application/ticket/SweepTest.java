package org.polydesk.application.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.domain.error.DeskException;

final class SweepTest {
  private static final RuntimeException BROKEN = new IllegalStateException("broken");

  private final Sweep sweep = new Sweep(new InMemoryPorts().unitOfWork());
  private final List<Integer> done = new ArrayList<>();

  /** Pages of two of the numbers from 1 to {@code last}. */
  private int upTo(int last, Consumer<Integer> work) {
    return sweep.<Integer>each(
        after -> {
          int next = after.orElse(0) + 1;
          return next > last ? List.of() : next == last ? List.of(next) : List.of(next, next + 1);
        },
        work);
  }

  @Test
  void everyItemShouldHaveItsTurnOnce() {
    assertEquals(5, upTo(5, done::add));

    assertEquals(List.of(1, 2, 3, 4, 5), done);
    sweep.orThrow();
  }

  @Test
  void whatFailsShouldHoldUpNeitherItemsNorOtherWork() {
    upTo(
        3,
        item -> {
          if (item < 3) {
            throw item == 1 ? BROKEN : new IllegalArgumentException("later");
          }
          done.add(item);
        });
    upTo(1, done::add);

    assertEquals(List.of(3, 1), done);
    assertSame(BROKEN, assertThrows(IllegalStateException.class, sweep::orThrow));
  }

  @Test
  void whatIsGoneShouldBeNoFailure() {
    upTo(
        1,
        item -> {
          throw DeskException.notFound("ticket");
        });

    sweep.orThrow();
    assertEquals(Optional.empty(), done.stream().findAny());
  }
}
