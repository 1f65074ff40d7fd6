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
    Instant now = clock.instant();
    boolean noted = address.filter(from -> isNoted(from, now)).isPresent();
    Optional<User> user = recognise.byPassword(nameOrEmail, password);
    if (user.isEmpty()) {
      address.ifPresent(from -> fail(from, now));
    } else if (noted) {
      forget(address.orElseThrow());
    }
    return user;
  }

  /** Whether wrong passwords came from there lately. */
  private boolean isNoted(String address, Instant now) {
    return unitOfWork
        .read(() -> locks.find(address))
        .map(
            found -> {
              found
                  .lockedUntil()
                  .filter(until -> until.isAfter(now))
                  .ifPresent(
                      until -> {
                        throw DeskException.lockedOut(
                            "Too many wrong passwords; wait.", Duration.between(now, until));
                      });
              return true;
            })
        .orElse(false);
  }

  private void fail(String address, Instant now) {
    unitOfWork.run(
        () -> {
          locks.countFailure(address, FAILURES_TO_LOCK, now, LOCKED_FOR);
          return null;
        });
  }

  private void forget(String address) {
    unitOfWork.run(
        () -> {
          locks.forget(address);
          return null;
        });
  }
}
