package org.polydesk.domain.listing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TimeSpanTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void containsShouldIncludeTheBeginningAndExcludeTheEnd() {
    TimeSpan second = TimeSpan.since(NOON).to(NOON.plusSeconds(1));

    assertFalse(second.contains(Optional.of(NOON.minusMillis(1))));
    assertTrue(second.contains(Optional.of(NOON)));
    assertTrue(second.contains(Optional.of(NOON.plusMillis(999))));
    assertFalse(second.contains(Optional.of(NOON.plusSeconds(1))));
  }

  @Test
  void onlyAlwaysShouldContainWhatHasNoInstant() {
    assertTrue(TimeSpan.ALWAYS.contains(Optional.empty()));
    assertFalse(TimeSpan.before(NOON).contains(Optional.empty()));
    assertFalse(TimeSpan.since(NOON).contains(Optional.empty()));
  }
}
