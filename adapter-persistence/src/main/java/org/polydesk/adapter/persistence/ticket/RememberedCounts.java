package org.polydesk.adapter.persistence.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.polydesk.application.ticket.out.TicketListings.Question;
import org.polydesk.domain.listing.Viewer;

/**
 * Large counts of this node, for two seconds each: to count ten thousand rows takes longer than to
 * read a page of them, and a list so long is seldom asked for only once. Small ones are counted
 * each time, so that a list and its total agree.
 */
final class RememberedCounts {
  /** The smallest count that is remembered. */
  static final long LARGE = 10_000;

  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int MOST = 1_000;

  private final Map<Asked, Counted> counts = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime of a clock that nobody sets
   */
  RememberedCounts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Who asked for what, whenever it was. */
  private record Asked(Question question, OptionalLong atMost) {
    static Asked of(Question asked, OptionalLong atMost) {
      Viewer viewer = asked.viewer();
      Viewer ever =
          new Viewer(
              viewer.id(),
              viewer.groups(),
              viewer.member(),
              viewer.restricted(),
              viewer.zone(),
              Instant.EPOCH);
      return new Asked(new Question(asked.desk(), ever, asked.filter(), asked.sought()), atMost);
    }
  }

  private record Counted(long count, long at) {}

  /** What {@code counting} gives, or gave within the last two seconds. */
  long count(Question question, OptionalLong atMost, LongSupplier counting) {
    Asked asked = Asked.of(question, atMost);
    long now = nanoTime.getAsLong();
    Counted known = counts.get(asked);
    if (known != null && now - known.at() < FRESH_NANOS) {
      return known.count();
    }
    long count = counting.getAsLong();
    if (count >= LARGE) {
      if (counts.size() >= MOST) {
        counts.clear();
      }
      counts.put(asked, new Counted(count, now));
    }
    return count;
  }
}
