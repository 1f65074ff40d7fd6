package org.polydesk.domain.sla;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.domain.sla.ClockKind.FIRST_RESPONSE;
import static org.polydesk.domain.sla.ClockKind.RESOLUTION;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.domain.error.DeskException;

/** Monday is 2 March 2026; the desk works from 9 to 17 and resolves within eight hours. */
class EscalationTest {
  private static final BusinessCalendar NINE_TO_FIVE =
      BusinessCalendar.in(ZoneOffset.UTC)
          .open(EnumSet.range(MONDAY, FRIDAY), TimeWindow.of("09:00", "17:00"))
          .build();
  private static final Optional<SlaTarget> EIGHT_HOURS = Optional.of(SlaTarget.ofMinutes(480));
  private static final EscalationLevel HOUR_BEFORE =
      EscalationLevel.atOffset(1, RESOLUTION, -60, new EscalationAction.NotifyTechnician());
  private static final EscalationLevel AT_DUE = EscalationLevel.atOffset(2, RESOLUTION, 0);
  private static final EscalationLevel HOUR_AFTER = EscalationLevel.atOffset(3, RESOLUTION, 60);
  private static final List<EscalationLevel> LEVELS = List.of(HOUR_AFTER, HOUR_BEFORE, AT_DUE);
  private static final SlaTerms TERMS =
      new SlaTerms(
          Optional.of(new SlaPolicyId(1)),
          NINE_TO_FIVE,
          Map.of(RESOLUTION, EIGHT_HOURS.get(), FIRST_RESPONSE, SlaTarget.ofMinutes(60)),
          LEVELS,
          ReopenPolicy.RESTART,
          RetargetMode.RETROACTIVE);

  private static Instant at(String dayAndTime) {
    return LocalDateTime.parse("2026-03-" + dayAndTime).toInstant(ZoneOffset.UTC);
  }

  private static SlaClock startedMonday() {
    return SlaClock.start(RESOLUTION, EIGHT_HOURS, at("02T09:00"));
  }

  private static SlaClocks openedMonday() {
    return SlaClocks.opened(TERMS, ClockCondition.RUNS, at("02T09:00"));
  }

  private static SlaClocks swept(SlaClocks clocks, String now) {
    return clocks.recorded(clocks.eventsBy(TERMS, at(now)));
  }

  private static List<Integer> numbers(SlaEvents events) {
    return events.escalations().stream().map(fired -> fired.level().number()).toList();
  }

  @Test
  void levelsAfterDueShouldKeepCountingBusinessTime() {
    assertEquals(Optional.of(at("02T16:00")), HOUR_BEFORE.firesAt(startedMonday(), NINE_TO_FIVE));
    assertEquals(Optional.of(at("02T17:00")), AT_DUE.firesAt(startedMonday(), NINE_TO_FIVE));
    assertEquals(Optional.of(at("03T10:00")), HOUR_AFTER.firesAt(startedMonday(), NINE_TO_FIVE));
  }

  @Test
  void percentShouldBeOfTheTarget() {
    EscalationLevel half = EscalationLevel.atPercent(1, RESOLUTION, 50);
    EscalationLevel twice = EscalationLevel.atPercent(2, RESOLUTION, 200);

    assertEquals(Optional.of(at("02T13:00")), half.firesAt(startedMonday(), NINE_TO_FIVE));
    assertEquals(Optional.of(at("03T17:00")), twice.firesAt(startedMonday(), NINE_TO_FIVE));
  }

  @Test
  void levelBeforeTheStartShouldFireAtTheStart() {
    SlaClock clock = SlaClock.start(RESOLUTION, EIGHT_HOURS, at("01T12:00"));
    EscalationLevel tenHoursBefore = EscalationLevel.atOffset(1, RESOLUTION, -600);

    assertEquals(Optional.of(at("01T12:00")), tenHoursBefore.firesAt(clock, NINE_TO_FIVE));
  }

  @Test
  void levelShouldFireForItsKindOfClockOnly() {
    SlaClock clock = SlaClock.start(FIRST_RESPONSE, EIGHT_HOURS, at("02T09:00"));

    assertEquals(Optional.empty(), AT_DUE.firesAt(clock, NINE_TO_FIVE));
  }

  @Test
  void nothingShouldFireDuringAHold() {
    SlaClock held = startedMonday().pause(at("02T12:00"));

    assertEquals(Optional.empty(), HOUR_BEFORE.firesAt(held, NINE_TO_FIVE));
    assertEquals(Optional.empty(), held.nextEventAt(NINE_TO_FIVE, LEVELS));
    assertEquals(List.of(), held.escalationsToRecord(NINE_TO_FIVE, LEVELS, at("20T12:00")));
    assertEquals(
        Optional.of(at("04T11:00")),
        HOUR_BEFORE.firesAt(held.resume(at("03T15:00")), NINE_TO_FIVE));
  }

  @Test
  void aHoldFromTheInstantOfFiringShouldKeepTheLevelBack() {
    SlaClock held = startedMonday().pause(at("02T16:00"));

    assertEquals(Optional.empty(), HOUR_BEFORE.firesAt(held, NINE_TO_FIVE));
    assertEquals(
        Optional.of(at("02T16:00")),
        HOUR_BEFORE.firesAt(held.resume(at("05T12:00")), NINE_TO_FIVE));
  }

  @Test
  void aLevelFiredBeforeTheHoldShouldStillBeFoundByALateSweep() {
    SlaClock held = startedMonday().pause(at("02T16:30"));

    List<DueEscalation> found = held.escalationsToRecord(NINE_TO_FIVE, LEVELS, at("04T12:00"));

    assertEquals(List.of(new DueEscalation(HOUR_BEFORE, 1, at("02T16:00"), true)), found);
  }

  @Test
  void aLateSweepShouldRecordEachAndLetTheHighestNotify() {
    SlaClocks clocks = openedMonday().staffReplied(at("02T09:30"));

    SlaEvents events = clocks.eventsBy(TERMS, at("03T12:00"));

    assertEquals(
        List.of(
            new DueEscalation(HOUR_BEFORE, 1, at("02T16:00"), false),
            new DueEscalation(AT_DUE, 1, at("02T17:00"), false),
            new DueEscalation(HOUR_AFTER, 1, at("03T10:00"), true)),
        events.escalations());
    assertEquals(
        List.of(new Breach(RESOLUTION, 1, at("02T17:00"), at("03T12:00"))), events.breaches());
  }

  @Test
  void aSecondSweepShouldFindNothing() {
    SlaClocks clocks = swept(openedMonday(), "03T12:00");

    assertTrue(clocks.eventsBy(TERMS, at("20T12:00")).isEmpty());
    assertEquals(Optional.empty(), clocks.nextEventAt(TERMS));
    assertEquals(3, clocks.escalationLevel());
    assertEquals(3, clocks.view(RESOLUTION, TERMS, at("20T12:00")).get().escalationLevel());
  }

  @Test
  void sweepsAtEveryNextEventShouldFindEverythingInItsOrder() {
    SlaClocks clocks = openedMonday().staffReplied(at("02T09:30"));
    List<String> story = new ArrayList<>();

    for (Optional<Instant> next = clocks.nextEventAt(TERMS);
        next.isPresent();
        next = clocks.nextEventAt(TERMS)) {
      SlaEvents events = clocks.eventsBy(TERMS, next.get());
      story.add(next.get() + " " + numbers(events) + " " + events.breaches().size());
      clocks = clocks.recorded(events);
    }

    assertEquals(
        List.of(
            "2026-03-02T16:00:00Z [1] 0",
            "2026-03-02T17:00:00Z [2] 0",
            "2026-03-02T17:00:01Z [] 1",
            "2026-03-03T10:00:00Z [3] 0"),
        story);
  }

  @Test
  void resolvingShouldClearTheFlagAndKeepTheRecord() {
    SlaClocks clocks = swept(openedMonday(), "02T18:00");

    SlaClocks resolved =
        clocks.statusChanged(ClockCondition.RUNS, ClockCondition.RESOLVED, TERMS, at("03T09:00"));

    assertEquals(2, clocks.escalationLevel());
    assertEquals(0, resolved.escalationLevel());
    assertEquals(2, resolved.clock(RESOLUTION).get().recorded().highestLevel());
  }

  @Test
  void aLevelFoundAfterTheResolutionShouldBeRecordedInSilence() {
    SlaClocks resolved =
        openedMonday()
            .statusChanged(ClockCondition.RUNS, ClockCondition.RESOLVED, TERMS, at("02T16:00:01"));

    SlaEvents events = resolved.eventsBy(TERMS, at("02T16:00:05"));

    assertEquals(
        List.of(new DueEscalation(HOUR_BEFORE, 1, at("02T16:00"), false)), events.escalations());
    assertEquals(0, resolved.recorded(events).escalationLevel());
  }

  @Test
  void restartShouldLetTheLevelsFireAgain() {
    SlaClocks reopened =
        swept(openedMonday(), "02T18:00")
            .statusChanged(ClockCondition.RUNS, ClockCondition.CLOSED, TERMS, at("03T09:00"))
            .reopened(ClockCondition.RUNS, true, TERMS, at("05T09:00"));

    SlaEvents events = reopened.eventsBy(TERMS, at("05T16:00"));

    assertEquals(
        List.of(new DueEscalation(HOUR_BEFORE, 2, at("05T16:00"), true)), events.escalations());
  }

  @Test
  void aShortenedTargetShouldNotFireALevelTwice() {
    SlaClock clock =
        startedMonday()
            .withRecorded(SlaRecord.NOTHING.withLevel(1))
            .retarget(
                Optional.of(SlaTarget.ofMinutes(240)), RetargetMode.RETROACTIVE, at("02T16:30"));

    List<DueEscalation> found = clock.escalationsToRecord(NINE_TO_FIVE, LEVELS, at("02T16:30"));

    assertEquals(
        List.of(
            new DueEscalation(AT_DUE, 1, at("02T13:00"), false),
            new DueEscalation(HOUR_AFTER, 1, at("02T14:00"), true)),
        found);
  }

  @Test
  void onlyOneLevelOfATicketShouldNotifyInOneRun() {
    SlaTerms both =
        new SlaTerms(
            TERMS.policyId(),
            NINE_TO_FIVE,
            TERMS.targets(),
            List.of(EscalationLevel.atOffset(1, FIRST_RESPONSE, 0), HOUR_BEFORE),
            ReopenPolicy.CONTINUE,
            RetargetMode.RETROACTIVE);

    SlaEvents events = openedMonday().eventsBy(both, at("02T16:30"));

    assertEquals(
        List.of(
            new DueEscalation(both.levels().get(0), 1, at("02T10:00"), false),
            new DueEscalation(HOUR_BEFORE, 1, at("02T16:00"), true)),
        events.escalations());
  }

  @Test
  void levelsShouldRefuseWhatIsOutOfRange() {
    assertThrows(DeskException.class, () -> EscalationLevel.atOffset(0, RESOLUTION, 0));
    assertThrows(DeskException.class, () -> EscalationLevel.atOffset(100, RESOLUTION, 0));
    assertThrows(DeskException.class, () -> EscalationLevel.atPercent(1, RESOLUTION, 0));
    assertThrows(DeskException.class, () -> EscalationLevel.atPercent(1, RESOLUTION, 1001));
    assertThrows(DeskException.class, () -> EscalationLevel.atOffset(1, RESOLUTION, 9_999_999));
  }
}
