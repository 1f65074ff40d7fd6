package org.polydesk.domain.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One clock of a ticket: a target, and the stretches in which it ran. Immutable; every verb gives
 * another clock. A verb that makes no sense in the clock's state changes nothing, so that the same
 * event may come twice. An event that comes earlier than one already known (nodes' clocks differ by
 * a little) counts as simultaneous with it.
 *
 * <p>Nothing is added up and kept: what is used, when it is due and whether it is broken is {@link
 * #view replayed} from the stretches on the calendar of the moment. A changed calendar therefore
 * changes no clock, only what its views say.
 *
 * @param kind what it measures
 * @param target the business time allowed; empty while no policy promises any
 * @param segments when it ran, in order and without overlap, at least one; only the last may be
 *     open, and it is not once the clock is fulfilled or cancelled
 * @param countedFrom run time before this instant does not count; empty when all does
 * @param generation 1, and one more for each restart
 * @param fulfilledAt when what it measures happened; empty until then
 * @param cancelled whether it no longer matters
 * @param recorded what has been told about this generation
 */
public record SlaClock(
    ClockKind kind,
    Optional<SlaTarget> target,
    List<RunSegment> segments,
    Optional<Instant> countedFrom,
    int generation,
    Optional<Instant> fulfilledAt,
    boolean cancelled,
    SlaRecord recorded) {

  /** Restores a clock from what was stored; refuses stretches that break the rules above. */
  public SlaClock {
    segments = List.copyOf(segments);
    checkOrder(segments);
    if (generation < 1) {
      throw new IllegalArgumentException("generations count from 1: " + generation);
    }
    if ((fulfilledAt.isPresent() || cancelled) && lastOf(segments).isOpen()) {
      throw new IllegalArgumentException("a clock that has ended still runs");
    }
  }

  private static void checkOrder(List<RunSegment> segments) {
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a clock has run at least once");
    }
    for (int i = 1; i < segments.size(); i++) {
      RunSegment earlier = segments.get(i - 1);
      if (earlier.isOpen() || segments.get(i).from().isBefore(earlier.lastKnown())) {
        throw new IllegalArgumentException("run segments overlap: " + segments);
      }
    }
  }

  private static RunSegment lastOf(List<RunSegment> segments) {
    return segments.get(segments.size() - 1);
  }

  /** A clock that begins to run at {@code at}; without {@code target} it promises nothing yet. */
  public static SlaClock start(ClockKind kind, Optional<SlaTarget> target, Instant at) {
    return begin(kind, target, 1, at);
  }

  private static SlaClock begin(
      ClockKind kind, Optional<SlaTarget> target, int generation, Instant at) {
    return new SlaClock(
        kind,
        target,
        List.of(RunSegment.openFrom(at)),
        Optional.empty(),
        generation,
        Optional.empty(),
        false,
        SlaRecord.NOTHING);
  }

  /** Whether it counts open time now. */
  public boolean isRunning() {
    return lastOf(segments).isOpen();
  }

  /** Whether what it measures has happened. */
  public boolean isFulfilled() {
    return fulfilledAt.isPresent();
  }

  /** Whether it is held: it has neither ended nor runs. */
  public boolean isPaused() {
    return !isRunning() && !isFulfilled() && !cancelled;
  }

  /** Holds a running clock; any other stays as it is. */
  public SlaClock pause(Instant at) {
    return isRunning() ? with(ended(at), fulfilledAt, false) : this;
  }

  /**
   * Lets a held clock run on, and likewise one that was stopped, which is then fulfilled no more; a
   * running or cancelled clock stays as it is.
   */
  public SlaClock resume(Instant at) {
    if (isRunning() || cancelled) {
      return this;
    }
    RunSegment next = RunSegment.openFrom(notBefore(lastOf(segments).lastKnown(), at));
    return with(
        Stream.concat(segments.stream(), Stream.of(next)).toList(), Optional.empty(), false);
  }

  /** What it measures has happened; a clock that has ended stays as it is. */
  public SlaClock stop(Instant at) {
    if (isFulfilled() || cancelled) {
      return this;
    }
    Instant end = notBefore(lastOf(segments).lastKnown(), at);
    return with(ended(end), Optional.of(end), false);
  }

  /** Ends it without a result; when it was fulfilled remains known. Cancelling twice is once. */
  public SlaClock cancel(Instant at) {
    return cancelled ? this : with(ended(at), fulfilledAt, true);
  }

  /** Forgets all and runs anew with its full target, in any state, as the next generation. */
  public SlaClock restart(Instant at) {
    return begin(kind, target, generation + 1, at);
  }

  /**
   * Changes the target; running, held or ended, it stays what it was, and so do its holds. What has
   * been recorded stays recorded. A cancelled clock stays as it is, and so does one that has this
   * target already.
   *
   * @param newTarget empty when the promise is withdrawn
   */
  public SlaClock retarget(Optional<SlaTarget> newTarget, RetargetMode mode, Instant at) {
    if (cancelled || newTarget.equals(target)) {
      return this;
    }
    Optional<Instant> from =
        mode == RetargetMode.FROM_NOW && newTarget.isPresent() ? Optional.of(at) : countedFrom;
    return new SlaClock(kind, newTarget, segments, from, generation, fulfilledAt, false, recorded);
  }

  /** The same clock, once what {@code told} says has been recorded. */
  public SlaClock withRecorded(SlaRecord told) {
    return new SlaClock(
        kind, target, segments, countedFrom, generation, fulfilledAt, cancelled, told);
  }

  /** What it says at {@code now}, on {@code calendar}. */
  public SlaView view(BusinessCalendar calendar, Instant now) {
    Optional<Instant> shownDueAt = shownDueAt(calendar);
    Optional<Instant> dueInForceAt = shownDueAt.filter(this::isInForce);
    return new SlaView(
        kind,
        state(shownDueAt),
        generation,
        target,
        usedTime(calendar).secondsAt(now),
        dueInForceAt,
        shownDueAt,
        dueInForceAt.filter(due -> UsedTime.isPassed(due, end(now))).isPresent(),
        recorded.highestLevel());
  }

  /**
   * The instant by which the promise must be kept, see {@link SlaView#dueInForceAt}. It depends on
   * no clock on the wall, so it can be stored and searched by.
   */
  public Optional<Instant> dueInForceAt(BusinessCalendar calendar) {
    return shownDueAt(calendar).filter(this::isInForce);
  }

  /** The due instant to show, see {@link SlaView#shownDueAt}. */
  public Optional<Instant> shownDueAt(BusinessCalendar calendar) {
    return cancelled
        ? Optional.empty()
        : target.flatMap(allowed -> usedTime(calendar).wouldReach(allowed.seconds()));
  }

  /**
   * The open stretches that add up to {@link #shownDueAt}; empty when that is. Costs as much as
   * there are days between.
   */
  public Optional<List<OpenInterval>> explain(BusinessCalendar calendar) {
    return cancelled
        ? Optional.empty()
        : target.flatMap(allowed -> usedTime(calendar).explain(allowed.seconds()));
  }

  /**
   * The first instant at which a breach or one of {@code levels} that nobody has recorded yet can
   * be found, perhaps in the past; empty when there will be none unless something happens to the
   * clock. A sweeper that keeps this instant in an index misses nothing and looks at nothing else.
   */
  public Optional<Instant> nextEventAt(BusinessCalendar calendar, List<EscalationLevel> levels) {
    Stream<Instant> firing =
        levels.stream().flatMap(level -> unrecordedFiring(level, calendar).stream());
    Stream<Instant> breaking = unrecordedBreach(calendar).map(due -> due.plusSeconds(1)).stream();
    return Stream.concat(firing, breaking).min(Instant::compareTo);
  }

  /** The due instant of a breach by {@code now} that nobody has recorded yet. */
  public Optional<Breach> breachToRecord(BusinessCalendar calendar, Instant now) {
    return unrecordedBreach(calendar)
        .filter(due -> UsedTime.isPassed(due, now))
        .map(due -> new Breach(kind, generation, due, now));
  }

  /**
   * The levels that have fired by {@code now} and nobody has recorded yet, each with its own
   * instant, in the order of their numbers. The highest of them is the one that notifies, unless
   * the clock is fulfilled by now.
   */
  public List<DueEscalation> escalationsToRecord(
      BusinessCalendar calendar, List<EscalationLevel> levels, Instant now) {
    List<DueEscalation> due = new ArrayList<>();
    levels.stream()
        .sorted(EscalationLevel.BY_NUMBER)
        .forEach(
            level ->
                unrecordedFiring(level, calendar)
                    .filter(at -> !at.isAfter(now))
                    .ifPresent(at -> due.add(new DueEscalation(level, generation, at, false))));
    if (!due.isEmpty() && !isFulfilled()) {
      due.add(due.remove(due.size() - 1).notifying(true));
    }
    return List.copyOf(due);
  }

  /**
   * When {@code seconds} of open time are used: the past instant, or the one to come if it runs.
   */
  Optional<Instant> reaches(BusinessCalendar calendar, long seconds) {
    return cancelled ? Optional.empty() : usedTime(calendar).reaches(seconds);
  }

  private Optional<Instant> unrecordedFiring(EscalationLevel level, BusinessCalendar calendar) {
    return recorded.levels().contains(level.number())
        ? Optional.empty()
        : level.firesAt(this, calendar);
  }

  private Optional<Instant> unrecordedBreach(BusinessCalendar calendar) {
    return target
        .flatMap(allowed -> reaches(calendar, allowed.seconds()))
        .filter(due -> !recorded.hasBreachOf(due));
  }

  private ClockState state(Optional<Instant> due) {
    if (cancelled) {
      return ClockState.CANCELLED;
    }
    if (isFulfilled()) {
      return ClockState.FULFILLED;
    }
    if (target.isEmpty()) {
      return ClockState.WITHOUT_TARGET;
    }
    if (due.isEmpty()) {
      return ClockState.UNSCHEDULABLE;
    }
    return isRunning() ? ClockState.RUNNING : ClockState.PAUSED;
  }

  /** A hold suspends a due instant that had not passed when it began. */
  private boolean isInForce(Instant due) {
    Instant heldAt = lastOf(segments).lastKnown();
    return isRunning()
        || fulfilledAt.filter(heldAt::equals).isPresent()
        || UsedTime.isPassed(due, heldAt);
  }

  private Instant end(Instant now) {
    return lastOf(segments).to().orElse(now);
  }

  private UsedTime usedTime(BusinessCalendar calendar) {
    return new UsedTime(
        countedFrom.map(from -> UsedTime.clip(segments, from)).orElse(segments), calendar);
  }

  private List<RunSegment> ended(Instant at) {
    if (!isRunning()) {
      return segments;
    }
    List<RunSegment> closed = new ArrayList<>(segments);
    RunSegment last = closed.remove(closed.size() - 1);
    closed.add(RunSegment.between(last.from(), notBefore(last.from(), at)));
    return closed;
  }

  private SlaClock with(List<RunSegment> ran, Optional<Instant> fulfilled, boolean cancelledNow) {
    return new SlaClock(
        kind, target, ran, countedFrom, generation, fulfilled, cancelledNow, recorded);
  }

  private static Instant notBefore(Instant earliest, Instant at) {
    return at.isBefore(earliest) ? earliest : at;
  }
}
