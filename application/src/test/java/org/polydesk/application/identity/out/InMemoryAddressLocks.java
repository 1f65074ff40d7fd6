package org.polydesk.application.identity.out;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;

/** Addresses in memory. */
public final class InMemoryAddressLocks implements AddressLocks {
  private final InMemoryStore store;
  private final Table<String, AddressLock> locks;
  private final Table<String, Instant> failedAt;

  public InMemoryAddressLocks(InMemoryStore store) {
    this.store = store;
    this.locks = store.table();
    this.failedAt = store.table();
  }

  @Override
  public Optional<AddressLock> find(String address) {
    return store.read(() -> Optional.ofNullable(locks.rows().get(address)));
  }

  @Override
  public Optional<AddressLock> lock(String address) {
    return find(address);
  }

  @Override
  public boolean countFailure(String address, int limit, Instant now, Duration lockFor) {
    return store.run(
        () -> {
          AddressLock before = find(address).orElse(new AddressLock(0, Optional.empty()));
          if (before.lockedFor(now).isPresent()) {
            return false;
          }
          failedAt.rows().put(address, now);
          boolean isLocked = before.failures() + 1 >= limit;
          locks
              .rows()
              .put(
                  address,
                  isLocked
                      ? new AddressLock(0, Optional.of(now.plus(lockFor)))
                      : new AddressLock(before.failures() + 1, before.lockedUntil()));
          return true;
        });
  }

  @Override
  public void forgetFailuresBefore(Instant limit, Instant now) {
    store.run(
        () ->
            locks
                .rows()
                .entrySet()
                .removeIf(
                    lock ->
                        failedAt.rows().get(lock.getKey()).isBefore(limit)
                            && lock.getValue()
                                .lockedUntil()
                                .filter(until -> !until.isBefore(now))
                                .isEmpty()));
  }

  @Override
  public void forget(String address) {
    store.run(() -> locks.rows().remove(address));
  }
}
