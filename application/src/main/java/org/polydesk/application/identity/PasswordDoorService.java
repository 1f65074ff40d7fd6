package org.polydesk.application.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.polydesk.application.identity.in.PasswordDoorUseCase;
import org.polydesk.application.identity.in.RecogniseUseCase;
import org.polydesk.application.identity.out.AddressLocks;
import org.polydesk.application.identity.out.AddressLocks.AddressLock;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.User;

/** Counts wrong passwords by the address they come from. */
@Singleton
public final class PasswordDoorService implements PasswordDoorUseCase {
  /** The wrong password that locks an address. */
  public static final int FAILURES_TO_LOCK = 3;

  /** How long an address stays locked. */
  public static final Duration LOCKED_FOR = Duration.ofMinutes(5);

  private final RecogniseUseCase recognise;
  private final AddressLocks locks;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public PasswordDoorService(
      RecogniseUseCase recognise, AddressLocks locks, UnitOfWork unitOfWork, Clock clock) {
    this.recognise = recognise;
    this.locks = locks;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public Optional<User> open(String nameOrEmail, String password, Optional<String> address) {
    address.flatMap(this::lockOf).ifPresent(lock -> mustBeOpen(lock, clock.instant()));
    Optional<User> user = recognise.byPassword(nameOrEmail, password);
    address.ifPresent(from -> judge(from, user.isPresent()));
    return user;
  }

  /**
   * By the address as it is now: others there may have guessed while the slow hash was worked out.
   */
  private void judge(String address, boolean right) {
    if (right && lockOf(address).isEmpty()) {
      return;
    }
    unitOfWork.run(
        () -> {
          Instant now = clock.instant();
          if (right) {
            locks.lock(address).ifPresent(lock -> mustBeOpen(lock, now));
            locks.forget(address);
          } else if (!locks.countFailure(address, FAILURES_TO_LOCK, now, LOCKED_FOR)) {
            locks.find(address).ifPresent(lock -> mustBeOpen(lock, now));
          }
          return null;
        });
  }

  /** What wrong passwords came from there lately. */
  private Optional<AddressLock> lockOf(String address) {
    return unitOfWork.read(() -> locks.find(address));
  }

  private static void mustBeOpen(AddressLock lock, Instant now) {
    lock.lockedFor(now)
        .ifPresent(
            rest -> {
              throw DeskException.lockedOut("Too many wrong passwords; wait.", rest);
            });
  }
}
