package org.polydesk.application.retry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.retry.in.SafeRetryUseCase;
import org.polydesk.application.retry.out.RetryLog;
import org.polydesk.application.retry.out.RetryLog.Done;
import org.polydesk.application.retry.out.RetryLog.Owner;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.UserId;

/** Notes answers in the transaction of the change they tell of. */
@Singleton
public final class SafeRetryService implements SafeRetryUseCase {
  /** How long an answer is kept. */
  public static final Duration KEPT_FOR = Duration.ofHours(24);

  private final RetryLog log;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public SafeRetryService(RetryLog log, UnitOfWork unitOfWork, Clock clock) {
    this.log = log;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public Answered once(RetryKey key, Caller caller, Supplier<Answer> work) {
    Owner owner =
        new Owner(
            caller.desk(), caller.userId().map(UserId::toString).orElse(caller.name()), key.key());
    return unitOfWork.run(
        () -> {
          Instant now = clock.instant();
          log.forget(owner, now.minus(KEPT_FOR));
          if (!log.claim(owner, key.fingerprint(), now)) {
            return new Answered(noted(owner, key), true);
          }
          Answer answer = work.get();
          log.note(owner, answer);
          return new Answered(answer, false);
        });
  }

  private Answer noted(Owner owner, RetryKey key) {
    Done done = log.find(owner).orElseThrow(() -> DeskException.staleVersion("request"));
    if (!done.fingerprint().equals(key.fingerprint())) {
      throw DeskException.keyReused();
    }
    return done.answer();
  }
}
