package org.polydesk.application.audit.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.UserId;

/** What every history does. */
public interface AuditTrailContract extends StoreContract {
  Instant NOON = Instant.parse("2026-03-02T12:00:00.001Z");

  private static AuditFact fact(String key, String field, Instant at) {
    return new AuditFact(
        at,
        Optional.of(new UserId(UUID.randomUUID())),
        Optional.of(new UserId(UUID.randomUUID())),
        "Tikting",
        "ticket",
        key,
        "changed",
        Optional.of(field),
        Optional.of("old"),
        Optional.of("new"));
  }

  @Test
  default void aboutShouldGiveWhatWasAppendedOldestFirst() {
    DeskId desk = aNewDesk();
    AuditFact first = fact("1", "subject", NOON);
    AuditFact second = fact("1", "priority", NOON);
    AuditFact earlier = fact("1", "site", NOON.minusMillis(1));

    run(() -> ports().audit().append(desk, List.of(first, second)));
    run(() -> ports().audit().append(desk, List.of(earlier)));

    assertEquals(List.of(earlier, first, second), ports().audit().about(desk, "ticket", "1"));
  }

  @Test
  default void latestShouldGiveTheLastOnesNewestFirst() {
    DeskId desk = aNewDesk();
    AuditFact first = fact("1", "subject", NOON);
    AuditFact second = fact("1", "priority", NOON);
    AuditFact earlier = fact("1", "site", NOON.minusMillis(1));

    run(() -> ports().audit().append(desk, List.of(first, second, fact("2", "site", NOON))));
    run(() -> ports().audit().append(desk, List.of(earlier)));

    assertEquals(List.of(second, first), ports().audit().latest(desk, "ticket", "1", 2));
    assertEquals(List.of(second, first, earlier), ports().audit().latest(desk, "ticket", "1", 9));
    assertEquals(List.of(), ports().audit().latest(aNewDesk(), "ticket", "1", 9));
  }

  @Test
  default void aboutShouldGiveNothingOfOthers() {
    DeskId desk = aNewDesk();
    AuditFact bare =
        new AuditFact(
            NOON,
            Optional.empty(),
            Optional.empty(),
            "Tikting",
            "user",
            "ann",
            "signedIn",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    run(() -> ports().audit().append(desk, List.of(fact("2", "subject", NOON), bare)));
    run(() -> ports().audit().append(desk, List.of()));

    assertEquals(List.of(bare), ports().audit().about(desk, "user", "ann"));
    assertEquals(List.of(), ports().audit().about(aNewDesk(), "user", "ann"));
    assertEquals(List.of(), ports().audit().about(desk, "ticket", "ann"));
  }
}
