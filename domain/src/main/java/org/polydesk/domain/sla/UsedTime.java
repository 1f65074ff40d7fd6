package org.polydesk.domain.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A replay of run segments on a calendar: the one place where run time becomes used time.
 *
 * @param segments at least one, in order, the last perhaps open
 */
record UsedTime(List<RunSegment> segments, BusinessCalendar calendar) {

  /** The part of {@code segments} from {@code countedFrom} on; at least an empty stretch of it. */
  static List<RunSegment> clip(List<RunSegment> segments, Instant countedFrom) {
    List<RunSegment> rest = new ArrayList<>();
    for (RunSegment segment : segments) {
      if (!segment.from().isBefore(countedFrom)) {
        rest.add(segment);
      } else if (segment.isOpen() || segment.to().get().isAfter(countedFrom)) {
        rest.add(new RunSegment(countedFrom, segment.to()));
      }
    }
    return rest.isEmpty() ? List.of(RunSegment.between(countedFrom, countedFrom)) : rest;
  }

  private RunSegment last() {
    return segments.get(segments.size() - 1);
  }

  /** The open seconds used by {@code now}. */
  long secondsAt(Instant now) {
    return segments.stream()
        .mapToLong(segment -> calendar.elapsed(segment.from(), segment.to().orElse(now)))
        .sum();
  }

  /**
   * The earliest instant by which {@code seconds} were or will be used if the last segment goes on
   * for ever; the start for 0 and less; empty when the calendar never lets it.
   */
  Optional<Instant> wouldReach(long seconds) {
    if (seconds <= 0) {
      return Optional.of(segments.get(0).from());
    }
    long rest = seconds;
    for (RunSegment segment : segments.subList(0, segments.size() - 1)) {
      long used = calendar.elapsed(segment.from(), segment.lastKnown());
      if (rest <= used) {
        return calendar.add(segment.from(), rest);
      }
      rest -= used;
    }
    return calendar.add(last().from(), rest);
  }

  /** {@link #wouldReach} if the clock runs, or if it passed that instant before it was ended. */
  Optional<Instant> reaches(long seconds) {
    return wouldReach(seconds).filter(at -> last().isOpen() || isPassed(at, last().lastKnown()));
  }

  /** The open stretches that add up to {@link #wouldReach}. */
  Optional<List<OpenInterval>> explain(long seconds) {
    return wouldReach(seconds).map(this::intervalsUntil);
  }

  private List<OpenInterval> intervalsUntil(Instant end) {
    List<OpenInterval> intervals = new ArrayList<>();
    for (int i = 0; i < segments.size() && segments.get(i).from().isBefore(end); i++) {
      Instant to = i < segments.size() - 1 ? segments.get(i).lastKnown() : end;
      intervals.addAll(calendar.openIntervals(segments.get(i).from(), to.isBefore(end) ? to : end));
    }
    return List.copyOf(intervals);
  }

  /** Whether {@code now} is a whole second or more after {@code at}. */
  static boolean isPassed(Instant at, Instant now) {
    return now.getEpochSecond() > at.getEpochSecond();
  }
}
