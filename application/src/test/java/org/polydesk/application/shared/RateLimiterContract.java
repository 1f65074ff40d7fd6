package org.polydesk.application.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.AtOnce.Outcome;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

/** What every counter of requests does. */
public interface RateLimiterContract {
  Instant NOON = Instant.parse("2026-03-04T12:00:00.007Z");
  RequestBudget THREE_A_MINUTE = RequestBudget.perMinute(3);

  /** A counter that reads this clock. */
  RateLimiter limiter(Clock clock);

  /** A caller, the counter and the time. */
  final class Calls {
    private final String key = UUID.randomUUID().toString();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final RateLimiter limiter;

    Calls(RateLimiterContract contract) {
      this.limiter =
          contract.limiter(
              new Clock() {
                @Override
                public ZoneId getZone() {
                  return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                  return this;
                }

                @Override
                public Instant instant() {
                  return now.get();
                }
              });
    }

    void at(Duration afterNoon) {
      now.set(NOON.plus(afterNoon));
    }

    void take() {
      limiter.take(key, THREE_A_MINUTE);
    }

    void takeAll() {
      for (int i = 0; i < THREE_A_MINUTE.requests(); i++) {
        take();
      }
    }

    void isRefusedFor(Duration rest) {
      DeskException refusal = assertThrows(DeskException.class, this::take);
      assertEquals(ErrorCode.RATE_LIMITED, refusal.code());
      assertEquals(Optional.of(rest), refusal.retryAfter());
    }
  }

  @Test
  default void theWholeBudgetShouldBeBackOneWindowAfterItsFirstCall() {
    Calls calls = new Calls(this);
    calls.take();
    calls.at(Duration.ofSeconds(59));
    calls.take();
    calls.take();

    calls.isRefusedFor(Duration.ofSeconds(1));
    calls.at(Duration.ofMillis(59_999));
    calls.isRefusedFor(Duration.ofMillis(1));
    calls.at(Duration.ofSeconds(60));
    calls.takeAll();
    calls.isRefusedFor(Duration.ofSeconds(60));
  }

  @Test
  default void aWindowShouldBeginWithItsFirstCallAfterAPause() {
    Calls calls = new Calls(this);
    calls.takeAll();

    calls.at(Duration.ofSeconds(90));
    calls.takeAll();
    calls.at(Duration.ofSeconds(120));
    calls.isRefusedFor(Duration.ofSeconds(30));
    calls.at(Duration.ofSeconds(150));
    calls.takeAll();
  }

  @Test
  default void refusedCallsShouldNotLengthenTheWindow() {
    Calls calls = new Calls(this);
    calls.takeAll();
    for (int second = 1; second < 60; second++) {
      calls.at(Duration.ofSeconds(second));
      calls.isRefusedFor(Duration.ofSeconds(60 - second));
    }

    calls.at(Duration.ofSeconds(60));
    calls.takeAll();
  }

  @Test
  default void callersShouldHaveBudgetsOfTheirOwn() {
    Calls calls = new Calls(this);
    calls.takeAll();

    calls.limiter.take(calls.key + " other", THREE_A_MINUTE);
    calls.isRefusedFor(Duration.ofSeconds(60));
  }

  /** Long after, when what is over has been cleared away. */
  @Test
  default void aCallerWhoComesBackShouldFindHisBudget() {
    Calls calls = new Calls(this);
    calls.takeAll();
    calls.at(Duration.ofDays(1));
    calls.limiter.take(calls.key + " other", THREE_A_MINUTE);

    calls.takeAll();
    calls.isRefusedFor(Duration.ofSeconds(60));
  }

  @Test
  default void callsAtOnceShouldShareTheBudget() throws InterruptedException {
    Calls calls = new Calls(this);

    List<Outcome<Boolean>> outcomes =
        AtOnce.times(
            8,
            () -> {
              calls.take();
              return true;
            });

    assertEquals(3, outcomes.stream().filter(Outcome::succeeded).count());
    outcomes.stream()
        .filter(outcome -> !outcome.succeeded())
        .forEach(
            outcome ->
                assertEquals(ErrorCode.RATE_LIMITED, ((DeskException) outcome.thrown()).code()));
  }
}
