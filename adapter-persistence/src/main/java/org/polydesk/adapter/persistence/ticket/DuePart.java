package org.polydesk.adapter.persistence.ticket;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.polydesk.adapter.persistence.shared.Sql;
import org.polydesk.adapter.persistence.ticket.Branch.Fact;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.listing.Viewer.DayWindow;

/**
 * A part of the tickets that are due, which an index gives by number. What is past due is what was
 * found so before and what passed since then, and a day is its hours. The date is asked in any
 * case, so that the answer does not depend on when anybody looked.
 *
 * @param fact what the parts together mean
 * @param byNumber whether an index gives it by number; otherwise it is little
 */
record DuePart(Fact fact, Sql condition, boolean byNumber) {
  private static final long HOUR = 3_600;

  /** The parts of which one must hold for what is due in this branch. */
  static List<DuePart> of(Branch branch, Viewer viewer) {
    return branch.has(Fact.PAST_DUE) ? passed(viewer.now()) : hours(viewer.today());
  }

  private static List<DuePart> passed(Instant now) {
    return List.of(
        new DuePart(Fact.PAST_DUE, before("t.past_due", now), true),
        new DuePart(Fact.PAST_DUE, before("t.past_due = false", now), false));
  }

  private static Sql before(String found, Instant now) {
    return new Sql()
        .add(" and " + found + " and t.due_in_force_at < ?", bound -> bound.instant(now));
  }

  private static List<DuePart> hours(DayWindow day) {
    long first = Math.floorDiv(day.from().getEpochSecond(), HOUR);
    long last = Math.floorDiv(day.to().minusNanos(1).getEpochSecond(), HOUR);
    return LongStream.rangeClosed(first, last)
        .mapToObj(hour -> new DuePart(Fact.DUE_TODAY, inHour(hour, day), true))
        .toList();
  }

  /** The first and the last hour may belong to the day in part. */
  private static Sql inHour(long hour, DayWindow day) {
    Sql sql = new Sql().add(" and t.due_hour = ?", bound -> bound.number(hour));
    if (day.from().isAfter(Instant.ofEpochSecond(hour * HOUR))) {
      sql.add(" and t.due_in_force_at >= ?", bound -> bound.instant(day.from()));
    }
    if (day.to().isBefore(Instant.ofEpochSecond((hour + 1) * HOUR))) {
      sql.add(" and t.due_in_force_at < ?", bound -> bound.instant(day.to()));
    }
    return sql;
  }
}
