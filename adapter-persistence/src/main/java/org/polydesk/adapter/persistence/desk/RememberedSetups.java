package org.polydesk.adapter.persistence.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.polydesk.adapter.persistence.desk.SetupTables.StoredSetup;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.desk.DeskId;

/** Setups of one node, and how long ago each was known to be the present one. */
final class RememberedSetups {
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

  private final LongSupplier nanoTime;
  private final Map<DeskId, Remembered> setups = new ConcurrentHashMap<>();
  private final Map<DeskId, Integer> changing = new HashMap<>();
  private long epoch;

  /**
   * @param nanoTime of a clock that nobody sets
   */
  RememberedSetups(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  private record Remembered(StoredSetup stored, long checkedAt) {}

  /** The setup if it was looked at within the last two seconds. */
  Optional<DeskSetup> fresh(DeskId desk) {
    Remembered found = setups.get(desk);
    return found != null && nanoTime.getAsLong() - found.checkedAt < FRESH_NANOS
        ? Optional.of(found.stored.setup())
        : Optional.empty();
  }

  /** The setup, however old. */
  Optional<StoredSetup> any(DeskId desk) {
    return Optional.ofNullable(setups.get(desk)).map(Remembered::stored);
  }

  /** To be asked before something is read that is to be {@link #remember remembered}. */
  synchronized long epoch() {
    return epoch;
  }

  /** Remembers what was read since {@code begun}, unless a change has come in between. */
  synchronized void remember(DeskId desk, StoredSetup read, long begun) {
    if (begun == epoch && !changing.containsKey(desk)) {
      setups.put(desk, new Remembered(read, nanoTime.getAsLong()));
    }
  }

  /** Forgets the desk's setup and remembers none until the change has ended. */
  synchronized void beginChange(DeskId desk) {
    changing.merge(desk, 1, Integer::sum);
    setups.remove(desk);
  }

  synchronized void endChange(DeskId desk) {
    epoch++;
    changing.computeIfPresent(desk, (id, count) -> count == 1 ? null : count - 1);
    setups.remove(desk);
  }
}
