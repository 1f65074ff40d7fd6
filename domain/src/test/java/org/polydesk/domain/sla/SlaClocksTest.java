package org.polydesk.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.polydesk.domain.sla.ClockCondition.CLOSED;
import static org.polydesk.domain.sla.ClockCondition.PAUSED;
import static org.polydesk.domain.sla.ClockCondition.RESOLVED;
import static org.polydesk.domain.sla.ClockCondition.RUNS;
import static org.polydesk.domain.sla.ClockKind.FIRST_RESPONSE;
import static org.polydesk.domain.sla.ClockKind.NEXT_RESPONSE;
import static org.polydesk.domain.sla.ClockKind.RESOLUTION;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the table of events; hours are counted from the opening, round the clock. */
class SlaClocksTest {
  private static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");
  private static final SlaTerms CONTINUE = terms(ReopenPolicy.CONTINUE, 1);
  private static final SlaTerms RESTART = terms(ReopenPolicy.RESTART, 1);

  private static SlaTerms terms(ReopenPolicy reopening, int factor) {
    return new SlaTerms(
        Optional.of(new SlaPolicyId(factor)),
        BusinessCalendar.alwaysOpen(ZoneOffset.UTC),
        Map.of(
            FIRST_RESPONSE, SlaTarget.ofMinutes(60L * factor),
            NEXT_RESPONSE, SlaTarget.ofMinutes(120L * factor),
            RESOLUTION, SlaTarget.ofMinutes(480L * factor)),
        List.of(),
        reopening,
        RetargetMode.RETROACTIVE);
  }

  private static Instant hour(double hours) {
    return OPENED.plus(Duration.ofSeconds((long) (hours * 3600)));
  }

  private static SlaClocks opened() {
    return SlaClocks.opened(CONTINUE, RUNS, OPENED);
  }

  private static SlaClocks answered() {
    return opened().staffReplied(hour(0.5));
  }

  private static Map<ClockKind, ClockState> states(SlaClocks clocks) {
    Map<ClockKind, ClockState> states = new EnumMap<>(ClockKind.class);
    for (ClockKind kind : ClockKind.values()) {
      clocks.view(kind, CONTINUE, hour(100)).ifPresent(view -> states.put(kind, view.state()));
    }
    return states;
  }

  private static void assertStates(
      SlaClocks clocks, ClockState first, ClockState next, ClockState resolution) {
    Map<ClockKind, ClockState> expected = new EnumMap<>(ClockKind.class);
    expected.put(FIRST_RESPONSE, first);
    if (next != null) {
      expected.put(NEXT_RESPONSE, next);
    }
    expected.put(RESOLUTION, resolution);
    assertEquals(expected, states(clocks));
  }

  @Test
  void openedShouldStartFirstResponseAndResolution() {
    assertStates(opened(), ClockState.RUNNING, null, ClockState.RUNNING);
    assertEquals(Optional.of(hour(8)), opened().dueInForceAt(CONTINUE));
    assertEquals(Optional.of(hour(8)), opened().shownDueAt(CONTINUE));
  }

  @Test
  void openedOnHoldShouldHoldTheResolutionAtOnce() {
    SlaClocks clocks = SlaClocks.opened(CONTINUE, PAUSED, OPENED);

    assertStates(clocks, ClockState.RUNNING, null, ClockState.PAUSED);
    assertEquals(Optional.empty(), clocks.dueInForceAt(CONTINUE));
    assertEquals(Optional.of(hour(8)), clocks.shownDueAt(CONTINUE));
    SlaClocks resumed = clocks.statusChanged(PAUSED, RUNS, CONTINUE, hour(3));
    assertEquals(Optional.of(hour(11)), resumed.dueInForceAt(CONTINUE));
  }

  @ParameterizedTest
  @EnumSource(names = {"RESOLVED", "CLOSED"})
  void openedDoneShouldHaveMetEverything(ClockCondition done) {
    SlaClocks clocks = SlaClocks.opened(CONTINUE, done, OPENED);

    assertStates(clocks, ClockState.FULFILLED, null, ClockState.FULFILLED);
  }

  @Test
  void staffReplyShouldMeetTheFirstResponseOnly() {
    assertStates(answered(), ClockState.FULFILLED, null, ClockState.RUNNING);
    assertEquals(answered(), answered().staffReplied(hour(5)));
  }

  @Test
  void requesterReplyShouldStartNothingBeforeTheFirstResponse() {
    assertEquals(opened(), opened().requesterReplied(CONTINUE, hour(0.2)));
  }

  @Test
  void requesterReplyShouldStartTheNextResponseAfterAnAnswer() {
    SlaClocks clocks = answered().requesterReplied(CONTINUE, hour(1));

    assertStates(clocks, ClockState.FULFILLED, ClockState.RUNNING, ClockState.RUNNING);
    assertEquals(
        Optional.of(hour(3)), clocks.view(NEXT_RESPONSE, CONTINUE, hour(1)).get().dueInForceAt());
  }

  @Test
  void secondRequesterReplyShouldNotMoveTheNextResponse() {
    SlaClocks waiting = answered().requesterReplied(CONTINUE, hour(1));

    assertEquals(waiting, waiting.requesterReplied(CONTINUE, hour(2)));
  }

  @Test
  void staffReplyShouldMeetTheNextResponseAndTheNextRoundBeginAnew() {
    SlaClocks met = answered().requesterReplied(CONTINUE, hour(1)).staffReplied(hour(2));

    SlaClocks again = met.requesterReplied(CONTINUE, hour(4));

    assertStates(met, ClockState.FULFILLED, ClockState.FULFILLED, ClockState.RUNNING);
    SlaView next = again.view(NEXT_RESPONSE, CONTINUE, hour(4)).get();
    assertEquals(ClockState.RUNNING, next.state());
    assertEquals(2, next.generation());
    assertEquals(Optional.of(hour(6)), next.dueInForceAt());
  }

  @Test
  void holdShouldStopTheResolutionOnly() {
    SlaClocks clocks =
        answered()
            .requesterReplied(CONTINUE, hour(1))
            .statusChanged(RUNS, PAUSED, CONTINUE, hour(1));
    SlaClocks unanswered = opened().statusChanged(RUNS, PAUSED, CONTINUE, hour(1));

    assertStates(clocks, ClockState.FULFILLED, ClockState.RUNNING, ClockState.PAUSED);
    assertStates(unanswered, ClockState.RUNNING, null, ClockState.PAUSED);
  }

  @Test
  void statusChangesWithinAHoldShouldLeaveNoGap() {
    SlaClocks held = opened().statusChanged(RUNS, PAUSED, CONTINUE, hour(1));

    assertEquals(held, held.statusChanged(PAUSED, PAUSED, CONTINUE, hour(2)));
    assertEquals(opened(), opened().statusChanged(RUNS, RUNS, CONTINUE, hour(2)));
    assertEquals(
        Optional.of(hour(10)),
        held.statusChanged(PAUSED, RUNS, CONTINUE, hour(3)).dueInForceAt(CONTINUE));
  }

  @ParameterizedTest
  @EnumSource(names = {"RESOLVED", "CLOSED"})
  void doneShouldFulfilFirstResponseAndResolutionAndCancelTheNext(ClockCondition done) {
    SlaClocks unanswered = opened().statusChanged(RUNS, done, CONTINUE, hour(2));
    SlaClocks waiting =
        answered().requesterReplied(CONTINUE, hour(1)).statusChanged(RUNS, done, CONTINUE, hour(2));
    SlaClocks met =
        answered()
            .requesterReplied(CONTINUE, hour(1))
            .staffReplied(hour(1.5))
            .statusChanged(RUNS, done, CONTINUE, hour(2));

    assertStates(unanswered, ClockState.FULFILLED, null, ClockState.FULFILLED);
    assertStates(waiting, ClockState.FULFILLED, ClockState.CANCELLED, ClockState.FULFILLED);
    assertStates(met, ClockState.FULFILLED, ClockState.FULFILLED, ClockState.FULFILLED);
    assertEquals(Optional.of(hour(2)), unanswered.clock(FIRST_RESPONSE).get().fulfilledAt());
    assertEquals(Optional.of(hour(0.5)), met.clock(FIRST_RESPONSE).get().fulfilledAt());
  }

  @Test
  void closingAResolvedTicketShouldChangeNothing() {
    SlaClocks resolved = opened().statusChanged(RUNS, RESOLVED, CONTINUE, hour(2));

    assertEquals(resolved, resolved.statusChanged(RESOLVED, CLOSED, CONTINUE, hour(5)));
    assertEquals(resolved, resolved.requesterReplied(CONTINUE, hour(5)));
  }

  @Test
  void reopenedShouldGoOnAndStartTheNextResponse() {
    SlaClocks reopened =
        opened()
            .statusChanged(RUNS, RESOLVED, CONTINUE, hour(7))
            .reopened(RUNS, true, CONTINUE, hour(20));

    assertStates(reopened, ClockState.FULFILLED, ClockState.RUNNING, ClockState.RUNNING);
    assertEquals(Optional.of(hour(21)), reopened.dueInForceAt(CONTINUE));
    assertEquals(reopened, reopened.reopened(RUNS, true, CONTINUE, hour(22)));
    assertEquals(reopened, reopened.requesterReplied(CONTINUE, hour(22)));
  }

  @Test
  void reopenedShouldRestartACancelledNextResponse() {
    SlaClocks reopened =
        answered()
            .requesterReplied(CONTINUE, hour(1))
            .statusChanged(RUNS, CLOSED, CONTINUE, hour(2))
            .reopened(RUNS, true, CONTINUE, hour(20));

    SlaView next = reopened.view(NEXT_RESPONSE, CONTINUE, hour(20)).get();
    assertEquals(2, next.generation());
    assertEquals(Optional.of(hour(22)), next.dueInForceAt());
  }

  @Test
  void reopenedShouldBeginAnewWherePolicySaysSo() {
    SlaClocks reopened =
        opened()
            .statusChanged(RUNS, RESOLVED, RESTART, hour(7))
            .reopened(RUNS, true, RESTART, hour(20));

    assertEquals(Optional.of(hour(28)), reopened.dueInForceAt(RESTART));
    assertEquals(2, reopened.clock(RESOLUTION).get().generation());
  }

  @Test
  void reopeningByStaffShouldNotMakeTheRequesterWait() {
    SlaClocks reopened =
        opened()
            .statusChanged(RUNS, RESOLVED, CONTINUE, hour(7))
            .statusChanged(RESOLVED, RUNS, CONTINUE, hour(20));

    assertStates(reopened, ClockState.FULFILLED, null, ClockState.RUNNING);
  }

  @Test
  void reopeningIntoAHoldShouldHoldAtOnce() {
    SlaClocks reopened =
        opened()
            .statusChanged(RUNS, CLOSED, CONTINUE, hour(7))
            .statusChanged(CLOSED, PAUSED, CONTINUE, hour(20));

    assertStates(reopened, ClockState.FULFILLED, null, ClockState.PAUSED);
    assertEquals(Optional.empty(), reopened.dueInForceAt(CONTINUE));
    assertEquals(Optional.of(hour(21)), reopened.shownDueAt(CONTINUE));
  }

  @Test
  void retargetShouldLeaveAGivenResponseAlone() {
    SlaTerms doubled = terms(ReopenPolicy.CONTINUE, 2);

    SlaClocks clocks = answered().retargeted(doubled, hour(1));

    assertEquals(Optional.of(SlaTarget.ofMinutes(60)), clocks.clock(FIRST_RESPONSE).get().target());
    assertEquals(Optional.of(hour(16)), clocks.dueInForceAt(doubled));
  }

  @Test
  void retargetShouldReachEveryWaitingClockAndAResolvedTicket() {
    SlaTerms doubled = terms(ReopenPolicy.CONTINUE, 2);
    SlaClocks unanswered = opened().retargeted(doubled, hour(1));
    SlaClocks waiting = answered().requesterReplied(CONTINUE, hour(1)).retargeted(doubled, hour(1));
    SlaClocks resolved =
        opened().statusChanged(RUNS, RESOLVED, CONTINUE, hour(7)).retargeted(doubled, hour(8));

    assertEquals(
        Optional.of(SlaTarget.ofMinutes(120)), unanswered.clock(FIRST_RESPONSE).get().target());
    assertEquals(
        Optional.of(SlaTarget.ofMinutes(240)), waiting.clock(NEXT_RESPONSE).get().target());
    assertEquals(
        Optional.of(hour(29)),
        resolved.reopened(RUNS, false, doubled, hour(20)).dueInForceAt(doubled));
  }

  @Test
  void retargetFromNowShouldLeaveAnUnchangedTargetAlone() {
    SlaTerms fromNow =
        new SlaTerms(
            CONTINUE.policyId(),
            CONTINUE.hours(),
            Map.of(FIRST_RESPONSE, SlaTarget.ofMinutes(60), RESOLUTION, SlaTarget.ofMinutes(240)),
            List.of(),
            ReopenPolicy.CONTINUE,
            RetargetMode.FROM_NOW);

    SlaClocks clocks = opened().retargeted(fromNow, hour(0.5));

    assertEquals(Optional.of(hour(4.5)), clocks.dueInForceAt(fromNow));
    assertEquals(
        Optional.of(hour(1)), clocks.view(FIRST_RESPONSE, fromNow, hour(0.5)).get().dueInForceAt());
  }

  @Test
  void removedPolicyShouldWithdrawEveryPromiseAndTheEscalation() {
    SlaClocks escalated = new SlaClocks(answered().clocks(), 2);

    SlaClocks clocks = escalated.retargeted(SlaTerms.NONE, hour(1));

    assertStates(clocks, ClockState.FULFILLED, null, ClockState.WITHOUT_TARGET);
    assertEquals(Optional.empty(), clocks.clock(FIRST_RESPONSE).get().target());
    assertEquals(0, clocks.escalationLevel());
    assertEquals(Optional.empty(), clocks.nextEventAt(SlaTerms.NONE));
  }

  @Test
  void aPromiseMadeLaterShouldCountFromTheOpeningWithoutTheHolds() {
    SlaClocks clocks =
        SlaClocks.opened(SlaTerms.NONE, RUNS, OPENED)
            .statusChanged(RUNS, PAUSED, SlaTerms.NONE, hour(1))
            .statusChanged(PAUSED, RUNS, SlaTerms.NONE, hour(4));

    SlaClocks promised = clocks.retargeted(CONTINUE, hour(5));

    assertEquals(Optional.empty(), clocks.dueInForceAt(SlaTerms.NONE));
    assertEquals(Optional.of(hour(11)), promised.dueInForceAt(CONTINUE));
  }

  @Test
  void aTicketWithoutPriorityShouldKeepItsEscalation() {
    SlaTerms withoutPriority =
        new SlaTerms(
            CONTINUE.policyId(),
            CONTINUE.hours(),
            Map.of(),
            List.of(),
            ReopenPolicy.CONTINUE,
            RetargetMode.RETROACTIVE);

    SlaClocks clocks = new SlaClocks(opened().clocks(), 2).retargeted(withoutPriority, hour(1));

    assertEquals(2, clocks.escalationLevel());
    assertEquals(Optional.empty(), clocks.dueInForceAt(withoutPriority));
  }

  @Test
  void deletedTicketShouldHaveNothingDueAndStayThatWay() {
    SlaClocks gone =
        new SlaClocks(answered().requesterReplied(CONTINUE, hour(1)).clocks(), 1)
            .cancelled(hour(2));

    assertStates(gone, ClockState.CANCELLED, ClockState.CANCELLED, ClockState.CANCELLED);
    assertEquals(0, gone.escalationLevel());
    assertEquals(gone, gone.cancelled(hour(3)));
    assertEquals(gone, gone.requesterReplied(CONTINUE, hour(3)));
    assertEquals(gone, gone.staffReplied(hour(3)));
    assertEquals(gone, gone.statusChanged(PAUSED, RUNS, CONTINUE, hour(3)));
    assertEquals(gone, gone.reopened(RUNS, true, CONTINUE, hour(3)));
    assertEquals(gone, gone.retargeted(RESTART, hour(3)));
    assertEquals(Optional.empty(), gone.nextEventAt(CONTINUE));
  }

  @Test
  void ticketWithoutClocksShouldStayWithout() {
    SlaClocks none =
        SlaClocks.NONE
            .staffReplied(hour(1))
            .requesterReplied(CONTINUE, hour(1))
            .statusChanged(RUNS, CLOSED, CONTINUE, hour(2))
            .reopened(RUNS, true, CONTINUE, hour(3))
            .retargeted(CONTINUE, hour(4))
            .cancelled(hour(5));

    assertEquals(SlaClocks.NONE, none);
    assertEquals(Optional.empty(), none.dueInForceAt(CONTINUE));
  }

  @Test
  void constructorShouldRefuseAClockUnderAnotherName() {
    SlaClock clock = SlaClock.start(RESOLUTION, Optional.empty(), OPENED);

    assertThrows(
        IllegalArgumentException.class, () -> new SlaClocks(Map.of(FIRST_RESPONSE, clock), 0));
  }
}
