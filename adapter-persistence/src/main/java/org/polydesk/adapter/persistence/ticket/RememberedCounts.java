package org.polydesk.adapter.persistence.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.polydesk.application.ticket.out.TicketListings.Question;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.listing.Viewer;

/**
 * Counts of this node that took a while, for two seconds each: to count takes longer than to read a
 * page, and a list so long is seldom asked for only once. One of less than {@link #LARGE} tickets
 * is forgotten when this node changes a ticket of the desk, so that it agrees with what was written
 * here. Small ones are counted each time. Safe for use by several threads.
 */
final class RememberedCounts {
  /** The smallest count that is remembered. */
  static final long SOME = 200;

  /** The smallest count that is remembered whatever changes. */
  static final long LARGE = 10_000;

  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration USABLE = Duration.ofSeconds(10);
  private static final int MOST = 1_000;

  private final Map<Asked, Counted> counts = new ConcurrentHashMap<>();
  private final Set<Asked> counted = ConcurrentHashMap.newKeySet();
  private final ToLongFunction<DeskId> changes;
  private final LongSupplier nanoTime;

  /**
   * @param changes gives another number after each change of a desk's tickets
   * @param nanoTime of a clock that nobody sets
   */
  RememberedCounts(ToLongFunction<DeskId> changes, LongSupplier nanoTime) {
    this.changes = changes;
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

  /**
   * What was counted.
   *
   * @param change the number of the last change before
   * @param at when by the clock that nobody sets
   * @param now when by the desk's clock
   */
  private record Counted(long count, long change, long at, Instant now) {
    boolean isFresh(long presentChange, long presentAt, Instant presentNow) {
      return presentAt - at < FRESH.toNanos()
          && Duration.between(now, presentNow).abs().compareTo(FRESH) < 0
          && (count >= LARGE || change == presentChange);
    }

    /** Whether it will do while somebody else is counting anew. */
    boolean isUsable(Instant presentNow) {
      return count >= LARGE && Duration.between(now, presentNow).abs().compareTo(USABLE) < 0;
    }
  }

  /**
   * What {@code counting} gives, or gave a moment ago. While somebody counts anew, others are told
   * a large count from before: many who ask at once must not all count.
   */
  long count(Question question, OptionalLong atMost, LongSupplier counting) {
    Asked asked = Asked.of(question, atMost);
    long change = changes.applyAsLong(question.desk());
    long at = nanoTime.getAsLong();
    Instant now = question.viewer().now();
    Counted known = counts.get(asked);
    if (known != null && known.isFresh(change, at, now)) {
      return known.count();
    }
    boolean alone = counted.add(asked);
    if (known != null && !alone && known.isUsable(now)) {
      return known.count();
    }
    try {
      return count(asked, change, now, counting);
    } finally {
      counted.remove(asked);
    }
  }

  private long count(Asked asked, long change, Instant now, LongSupplier counting) {
    Question question = asked.question();
    long count = counting.getAsLong();
    if (count >= (question.sought().isPresent() ? LARGE : SOME)) {
      if (counts.size() >= MOST) {
        counts.clear();
      }
      counts.put(asked, new Counted(count, change, nanoTime.getAsLong(), now));
    }
    return count;
  }
}
