package org.polydesk.adapter.persistence.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.persistence.desk.SetupTables.StoredSetup;
import org.polydesk.application.fixture.Setups;
import org.polydesk.domain.desk.DeskId;

final class RememberedSetupsTest {
  private static final DeskId DESK = DeskId.DEFAULT;
  private static final StoredSetup STORED = new StoredSetup(Setups.aDeskSetup(DESK), 1);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final RememberedSetups remembered = new RememberedSetups(nanos::get);

  private void remember() {
    remembered.remember(DESK, STORED, remembered.epoch());
  }

  @Test
  void freshShouldBeEmptyAfterTwoSeconds() {
    remember();

    nanos.addAndGet(Duration.ofSeconds(2).toNanos() - 1);
    assertEquals(Optional.of(STORED.setup()), remembered.fresh(DESK));

    nanos.addAndGet(1);
    assertEquals(Optional.empty(), remembered.fresh(DESK));
    assertEquals(Optional.of(STORED), remembered.any(DESK));
  }

  @Test
  void rememberShouldKeepNothingDuringAChange() {
    remember();

    remembered.beginChange(DESK);
    remember();

    assertEquals(Optional.empty(), remembered.any(DESK));
  }

  @Test
  void rememberShouldKeepNothingThatWasReadBeforeAChangeEnded() {
    long begun = remembered.epoch();

    remembered.beginChange(DESK);
    remembered.endChange(DESK);
    remembered.remember(DESK, STORED, begun);

    assertEquals(Optional.empty(), remembered.any(DESK));
  }

  @Test
  void rememberShouldWaitForTheLastOfTwoChanges() {
    remembered.beginChange(DESK);
    remembered.beginChange(DESK);

    remembered.endChange(DESK);
    remember();
    assertEquals(Optional.empty(), remembered.any(DESK));

    remembered.endChange(DESK);
    remember();
    assertEquals(Optional.of(STORED), remembered.any(DESK));
  }
}
