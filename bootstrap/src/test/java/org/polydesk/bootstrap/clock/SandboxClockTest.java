package org.polydesk.bootstrap.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

final class SandboxClockTest {
  private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
  private static final Clock REAL = Clock.fixed(TEN.plusNanos(1_999_999), ZoneOffset.UTC);

  @Test
  void instantShouldFollowRealTimeInMillisecondsUntilItIsSet() {
    SandboxClock clock = new SandboxClock(REAL, Optional.empty());

    assertTrue(clock.isRunning());
    assertEquals(TEN.plusMillis(1), clock.instant());
  }

  @Test
  void instantShouldStandStillWhereItWasStarted() {
    SandboxClock clock = new SandboxClock(REAL, Optional.of(TEN.plusNanos(999)));

    assertFalse(clock.isRunning());
    assertEquals(TEN, clock.instant());
  }

  @Test
  void advanceToShouldStandStillThereAndDoTheWorkThatIsDue() {
    SandboxClock clock = new SandboxClock(REAL, Optional.empty());
    Clock inParis = clock.withZone(ZoneId.of("Europe/Paris"));
    List<Instant> seen = new ArrayList<>();

    Instant now =
        clock.advanceTo(
            TEN.plusSeconds(60).plusNanos(5),
            due -> {
              seen.add(due);
              seen.add(clock.instant());
            });

    assertEquals(TEN.plusSeconds(60), now);
    assertEquals(List.of(now, now), seen);
    assertFalse(clock.isRunning());
    assertEquals(now, inParis.instant());
    assertEquals("Europe/Paris", inParis.getZone().getId());
  }

  @Test
  void advanceToShouldTakeTheSameInstantAgain() {
    SandboxClock clock = new SandboxClock(REAL, Optional.of(TEN));

    Instant now = clock.advanceTo(TEN, due -> {});

    assertEquals(TEN, now);
  }

  @Test
  void advanceToShouldRefuseToGoBack() {
    SandboxClock clock = new SandboxClock(REAL, Optional.of(TEN));
    List<Instant> work = new ArrayList<>();

    var refusal =
        assertThrows(DeskException.class, () -> clock.advanceTo(TEN.minusMillis(1), work::add));

    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
    assertEquals(TEN, clock.instant());
    assertEquals(List.of(), work);
  }

  @Test
  void advanceToShouldRefuseToGoBackBehindARunningClock() {
    SandboxClock clock = new SandboxClock(REAL, Optional.empty());

    assertThrows(DeskException.class, () -> clock.advanceTo(TEN, due -> {}));

    assertTrue(clock.isRunning());
  }
}
