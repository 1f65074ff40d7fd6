package org.polydesk.domain.sla;

import static org.polydesk.domain.sla.ClockKind.FIRST_RESPONSE;
import static org.polydesk.domain.sla.ClockKind.NEXT_RESPONSE;
import static org.polydesk.domain.sla.ClockKind.RESOLUTION;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The clocks of one ticket, and what the ticket's events do to them. Immutable. The terms that
 * apply to the ticket come in with each call, since they are kept elsewhere and change without it.
 * An event may be told twice; a ticket without clocks ({@link #NONE}) has none of these effects.
 *
 * <p>Source: docs/sla.md, section "What events do to clocks".
 *
 * @param clocks at most one of each kind
 * @param escalationLevel the highest level that the ticket has reached since it was last open, 0
 *     for none; it never goes down while the ticket is open
 */
public record SlaClocks(Map<ClockKind, SlaClock> clocks, int escalationLevel) {
  /** No clocks, as for tickets that were imported closed. */
  public static final SlaClocks NONE = new SlaClocks(Map.of(), 0);

  /** Refuses a clock under the name of another kind. */
  public SlaClocks {
    Map<ClockKind, SlaClock> copy = new EnumMap<>(ClockKind.class);
    copy.putAll(clocks);
    copy.forEach(SlaClocks::checkKind);
    clocks = Collections.unmodifiableMap(copy);
  }

  private static void checkKind(ClockKind kind, SlaClock clock) {
    if (clock.kind() != kind) {
      throw new IllegalArgumentException(clock.kind() + " under the name of " + kind);
    }
  }

  /**
   * A ticket was opened. The clocks start even when nothing is promised, so that a promise made
   * later finds when they ran. What the ticket says when it is opened is never a response, whoever
   * wrote it.
   *
   * @param condition of the status it was opened with
   */
  public static SlaClocks opened(SlaTerms terms, ClockCondition condition, Instant at) {
    SlaClocks started =
        NONE.with(SlaClock.start(FIRST_RESPONSE, terms.target(FIRST_RESPONSE), at))
            .with(SlaClock.start(RESOLUTION, terms.target(RESOLUTION), at));
    return started.statusChanged(ClockCondition.RUNS, condition, terms, at);
  }

  /** The clock of that kind, if the ticket has one. */
  public Optional<SlaClock> clock(ClockKind kind) {
    return Optional.ofNullable(clocks.get(kind));
  }

  /**
   * The staff said something that the requester can see: not an internal note, not a forward,
   * nothing automatic, and not the text the ticket was opened with. Ends the wait for the first or
   * next response.
   */
  public SlaClocks staffReplied(Instant at) {
    return update(FIRST_RESPONSE, clock -> clock.stop(at))
        .update(NEXT_RESPONSE, clock -> clock.stop(at));
  }

  /**
   * The requester said something. After a first response he waits for the next one, unless he waits
   * already or the ticket is resolved; if his message reopens it, tell {@link #reopened} instead or
   * first.
   */
  public SlaClocks requesterReplied(SlaTerms terms, Instant at) {
    boolean waits = clock(NEXT_RESPONSE).filter(SlaClock::isRunning).isPresent();
    boolean answered = clock(FIRST_RESPONSE).filter(SlaClock::isFulfilled).isPresent();
    return waits || !answered || isDone() || isCancelled() ? this : awaitNext(terms, at);
  }

  private SlaClocks awaitNext(SlaTerms terms, Instant at) {
    Optional<SlaTarget> target = terms.target(NEXT_RESPONSE);
    return with(
        clock(NEXT_RESPONSE)
            .map(clock -> clock.restart(at).retarget(target, RetargetMode.RETROACTIVE, at))
            .orElseGet(() -> SlaClock.start(NEXT_RESPONSE, target, at)));
  }

  /**
   * The ticket went from one status to another. Leaving a done status this way reopens the ticket
   * without a word of the requester, see {@link #reopened}.
   */
  public SlaClocks statusChanged(
      ClockCondition from, ClockCondition to, SlaTerms terms, Instant at) {
    if (to.isDone()) {
      return from.isDone() ? this : done(at);
    }
    if (from.isDone()) {
      return reopened(to, false, terms, at);
    }
    return to == ClockCondition.PAUSED
        ? update(RESOLUTION, clock -> clock.pause(at))
        : update(RESOLUTION, clock -> clock.resume(at));
  }

  private SlaClocks done(Instant at) {
    return update(FIRST_RESPONSE, clock -> clock.stop(at))
        .update(NEXT_RESPONSE, clock -> clock.isFulfilled() ? clock : clock.cancel(at))
        .update(RESOLUTION, clock -> clock.stop(at))
        .escalatedTo(0);
  }

  /**
   * A resolved or closed ticket became open again. The first response is not asked for again; the
   * clock of resolution goes on or begins anew, as the policy says, under what it promises now.
   *
   * @param to the condition of its new status; when that holds the clock, it is held at once
   * @param requesterSpoke whether a message of the requester did it; he then waits for the next
   *     response
   */
  public SlaClocks reopened(ClockCondition to, boolean requesterSpoke, SlaTerms terms, Instant at) {
    if (!isDone() || isCancelled()) {
      return this;
    }
    SlaClocks open =
        update(
            RESOLUTION,
            clock ->
                (terms.reopening() == ReopenPolicy.RESTART ? clock.restart(at) : clock.resume(at))
                    .retarget(terms.target(RESOLUTION), terms.retargeting(), at));
    SlaClocks held =
        to == ClockCondition.PAUSED ? open.update(RESOLUTION, clock -> clock.pause(at)) : open;
    return requesterSpoke ? held.requesterReplied(terms, at) : held;
  }

  /**
   * The priority, the policy or its calendar changed, so that {@code terms} apply from now on. Run
   * and hold times stay; a response that was given keeps the target it was given under. Without a
   * policy all promises are withdrawn and the escalation with them.
   */
  public SlaClocks retargeted(SlaTerms terms, Instant at) {
    SlaClocks changed = this;
    for (SlaClock clock : clocks.values()) {
      boolean settled = clock.isFulfilled() && clock.kind() != RESOLUTION;
      if (!settled || terms.policyId().isEmpty()) {
        changed = changed.with(clock.retarget(terms.target(clock.kind()), terms.retargeting(), at));
      }
    }
    return terms.policyId().isEmpty() ? changed.escalatedTo(0) : changed;
  }

  /** The ticket was deleted or merged away. */
  public SlaClocks cancelled(Instant at) {
    SlaClocks ended = this;
    for (SlaClock clock : clocks.values()) {
      ended = ended.with(clock.cancel(at));
    }
    return ended.escalatedTo(0);
  }

  /** What the clock of that kind says at {@code now}. */
  public Optional<SlaView> view(ClockKind kind, SlaTerms terms, Instant now) {
    return clock(kind).map(clock -> clock.view(terms.hours(), now));
  }

  /** The promised instant of resolution in force, see {@link SlaView#dueInForceAt}. */
  public Optional<Instant> dueInForceAt(SlaTerms terms) {
    return clock(RESOLUTION).flatMap(clock -> clock.dueInForceAt(terms.hours()));
  }

  /** The promised instant of resolution to show, see {@link SlaView#shownDueAt}. */
  public Optional<Instant> shownDueAt(SlaTerms terms) {
    return clock(RESOLUTION).flatMap(clock -> clock.shownDueAt(terms.hours()));
  }

  /**
   * The earliest instant at which {@link #eventsBy} will find something, perhaps in the past; empty
   * when it will not as things stand. Store it, and sweep the tickets for which it is not after
   * now.
   */
  public Optional<Instant> nextEventAt(SlaTerms terms) {
    return clocks.values().stream()
        .flatMap(clock -> clock.nextEventAt(terms.hours(), terms.levels()).stream())
        .min(Instant::compareTo);
  }

  /**
   * The breaches and escalations that have come by {@code now} and are not recorded yet. Of the
   * levels found in one run only one notifies: the highest, of equals the one that fired last.
   */
  public SlaEvents eventsBy(SlaTerms terms, Instant now) {
    List<Breach> breaches =
        clocks.values().stream()
            .flatMap(clock -> clock.breachToRecord(terms.hours(), now).stream())
            .toList();
    List<DueEscalation> fired =
        clocks.values().stream()
            .flatMap(c -> c.escalationsToRecord(terms.hours(), terms.levels(), now).stream())
            .sorted(DueEscalation.BY_INSTANT)
            .toList();
    Optional<DueEscalation> loudest =
        fired.stream().filter(DueEscalation::notifies).max(DueEscalation.BY_NUMBER);
    return new SlaEvents(
        breaches,
        fired.stream()
            .map(found -> found.notifying(loudest.filter(found::equals).isPresent()))
            .toList());
  }

  /**
   * The same clocks once {@code events} have been recorded: {@link #eventsBy} does not find them
   * again. Levels of clocks that still wait raise {@link #escalationLevel}, unless the ticket is
   * done.
   */
  public SlaClocks recorded(SlaEvents events) {
    SlaClocks told = this;
    for (Breach breach : events.breaches()) {
      told =
          told.update(
              breach.kind(),
              clock -> clock.withRecorded(clock.recorded().withBreachOf(breach.dueAt())));
    }
    for (DueEscalation fired : events.escalations()) {
      told = told.recorded(fired);
    }
    return told;
  }

  private SlaClocks recorded(DueEscalation fired) {
    int number = fired.level().number();
    SlaClocks told =
        update(
            fired.level().kind(), clock -> clock.withRecorded(clock.recorded().withLevel(number)));
    boolean waits = clock(fired.level().kind()).filter(clock -> !clock.isFulfilled()).isPresent();
    return waits && !isDone() ? told.escalatedTo(Math.max(escalationLevel, number)) : told;
  }

  private boolean isDone() {
    return clock(RESOLUTION).filter(SlaClock::isFulfilled).isPresent();
  }

  private boolean isCancelled() {
    return clock(RESOLUTION).filter(SlaClock::cancelled).isPresent();
  }

  private SlaClocks update(ClockKind kind, UnaryOperator<SlaClock> change) {
    return clock(kind).map(clock -> with(change.apply(clock))).orElse(this);
  }

  private SlaClocks with(SlaClock clock) {
    Map<ClockKind, SlaClock> changed = new EnumMap<>(ClockKind.class);
    Stream.concat(clocks.values().stream(), Stream.of(clock))
        .forEach(each -> changed.put(each.kind(), each));
    return new SlaClocks(changed, escalationLevel);
  }

  private SlaClocks escalatedTo(int level) {
    return new SlaClocks(clocks, level);
  }
}
