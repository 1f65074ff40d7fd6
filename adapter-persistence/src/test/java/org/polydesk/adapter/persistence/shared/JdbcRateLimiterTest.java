package org.polydesk.adapter.persistence.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.adapter.persistence.testing.TestDatabase;
import org.polydesk.application.shared.RateLimiter;
import org.polydesk.application.shared.RateLimiterContract;
import org.polydesk.application.shared.RequestBudget;
import org.polydesk.domain.error.DeskException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdbcRateLimiterTest implements RateLimiterContract {
  private JdbcPorts one;
  private JdbcPorts other;

  @BeforeAll
  void open() {
    TestDatabase database = TestDatabase.postgres();
    one = JdbcPorts.on(database);
    other = JdbcPorts.on(database);
  }

  @AfterAll
  void close() {
    one.close();
    other.close();
  }

  @Override
  public RateLimiter limiter(Clock clock) {
    return new JdbcRateLimiter(one.database(), clock);
  }

  @Test
  void twoNodesShouldShareABudgetToTheMillisecond() {
    RateLimiter here = new JdbcRateLimiter(one.database(), at(NOON));
    RequestBudget four = RequestBudget.perMinute(4);
    for (int i = 0; i < 2; i++) {
      here.take("shared", four);
      new JdbcRateLimiter(other.database(), at(NOON.plusSeconds(i))).take("shared", four);
    }

    DeskException refusal =
        assertThrows(
            DeskException.class,
            () ->
                new JdbcRateLimiter(other.database(), at(NOON.plusMillis(59_999)))
                    .take("shared", four));
    assertEquals(Optional.of(Duration.ofMillis(1)), refusal.retryAfter());
    new JdbcRateLimiter(other.database(), at(NOON.plusSeconds(60))).take("shared", four);
  }

  @Test
  void whatIsOverShouldBeClearedAway() {
    JdbcRateLimiter limiter = new JdbcRateLimiter(one.database(), at(NOON));
    limiter.take("gone", RequestBudget.perMinute(1));
    Clock later = at(NOON.plus(Duration.ofHours(1)));

    new JdbcRateLimiter(one.database(), steppingTo(later)).take("new", THREE_A_MINUTE);

    assertEquals(
        Optional.empty(),
        one.database()
            .find(
                "select taken from request_budget where caller = ?",
                bound -> bound.text("gone"),
                row -> row.integer("taken")));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  /** A clock that stands at noon when it is first read and then where the other one stands. */
  private static Clock steppingTo(Clock later) {
    return new Clock() {
      private boolean read;

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
        Instant now = read ? later.instant() : NOON;
        read = true;
        return now;
      }
    };
  }
}
