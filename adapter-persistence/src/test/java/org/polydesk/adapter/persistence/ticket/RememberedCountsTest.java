package org.polydesk.adapter.persistence.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.polydesk.application.ticket.out.TicketListings.Question;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.listing.ListType;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.user.UserId;

class RememberedCountsTest {
  private static final UserId ANNA = new UserId(new UUID(0, 1));
  private static final UserId BERT = new UserId(new UUID(0, 2));
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong changes = new AtomicLong();
  private final RememberedCounts counts = new RememberedCounts(desk -> changes.get(), nanos::get);

  @Test
  void countShouldRememberALargeCountForTwoSeconds() {
    long first = count(asked(ANNA, NOON), RememberedCounts.LARGE);
    nanos.set(Duration.ofSeconds(2).toNanos() - 1);

    long second = count(asked(ANNA, NOON.plusSeconds(1)), 50_000);
    nanos.incrementAndGet();
    long third = count(asked(ANNA, NOON.plusSeconds(2)), 60_000);

    assertEquals(RememberedCounts.LARGE, first);
    assertEquals(RememberedCounts.LARGE, second);
    assertEquals(60_000, third);
  }

  @Test
  void whileSomebodyCountsAnewOthersShouldBeToldTheLargeCountFromBefore() {
    count(asked(ANNA, NOON), 20_000);
    nanos.set(Duration.ofSeconds(3).toNanos());
    AtomicLong told = new AtomicLong();

    long counted =
        counts.count(
            asked(ANNA, NOON.plusSeconds(3)),
            OptionalLong.empty(),
            () -> {
              told.set(count(asked(ANNA, NOON.plusSeconds(3)), 1));
              return 30_000;
            });

    assertEquals(20_000, told.get());
    assertEquals(30_000, counted);
    assertEquals(30_000, count(asked(ANNA, NOON.plusSeconds(3)), 1));
  }

  @Test
  void countShouldCountASmallListEachTime() {
    count(asked(ANNA, NOON), RememberedCounts.SOME - 1);

    long again = count(asked(ANNA, NOON), 3);

    assertEquals(3, again);
  }

  @Test
  void countShouldForgetWhatChangedUnlessItIsLarge() {
    count(asked(ANNA, NOON), RememberedCounts.SOME);
    count(asked(BERT, NOON), RememberedCounts.LARGE);

    long unchanged = count(asked(ANNA, NOON), 201);
    changes.incrementAndGet();
    long changed = count(asked(ANNA, NOON), 202);
    long large = count(asked(BERT, NOON), RememberedCounts.LARGE + 1);

    assertEquals(RememberedCounts.SOME, unchanged);
    assertEquals(202, changed);
    assertEquals(RememberedCounts.LARGE, large);
  }

  @Test
  void countShouldForgetWhenTheClockOfTheDeskIsSet() {
    count(asked(ANNA, NOON), RememberedCounts.LARGE);

    long later = count(asked(ANNA, NOON.plusSeconds(2)), 20_000);
    long earlier = count(asked(ANNA, NOON.minusSeconds(2)), 30_000);

    assertEquals(20_000, later);
    assertEquals(30_000, earlier);
  }

  @Test
  void countShouldNotGiveOnePersonTheCountOfAnother() {
    count(asked(ANNA, NOON), 20_000);

    long others = count(asked(BERT, NOON), 30_000);

    assertEquals(30_000, others);
  }

  private long count(Question question, long present) {
    return counts.count(question, OptionalLong.empty(), () -> present);
  }

  private static Question asked(UserId who, Instant now) {
    Viewer viewer = new Viewer(who, Set.of(), false, false, ZoneOffset.UTC, now);
    return new Question(new DeskId(1), viewer, ListType.ALL_MY_TICKETS.visible(), Optional.empty());
  }
}
