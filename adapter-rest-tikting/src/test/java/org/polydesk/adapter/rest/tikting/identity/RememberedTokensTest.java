package org.polydesk.adapter.rest.tikting.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import com.nimbusds.jose.JOSEException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.adapter.rest.tikting.identity.TiktingTokens.Proof;
import org.polydesk.domain.user.User;

/** A token that was seen before is judged like one that was not. */
final class RememberedTokensTest {
  private static final String KEY =
      Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
  private static final int DAYS = 7;
  private static final Instant ISSUED = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant LAST = ISSUED.plus(Duration.ofDays(DAYS)).minusMillis(1);

  private final User user = aUser().build();
  private final HandSetClock clock = new HandSetClock();

  @Test
  void verifyShouldGiveTheSameProofAgain() throws JOSEException {
    TiktingTokens tokens = new TiktingTokens(KEY, DAYS, clock);
    String token = tokens.issue(user);
    Optional<Proof> first = tokens.verify(token);
    clock.now = LAST;

    Optional<Proof> second = tokens.verify(token);

    assertEquals(Optional.of(new Proof(user.id(), user.securityStamp())), first);
    assertEquals(first, second);
  }

  @Test
  void verifyShouldRefuseAKnownTokenOnceItHasExpired() throws JOSEException {
    TiktingTokens tokens = new TiktingTokens(KEY, DAYS, clock);
    String token = tokens.issue(user);
    tokens.verify(token);
    clock.now = LAST.plusMillis(1);

    Optional<Proof> proof = tokens.verify(token);

    assertEquals(Optional.empty(), proof);
  }

  @Test
  void verifyShouldRefuseAKnownTokenWithAnotherSignature() throws JOSEException {
    TiktingTokens tokens = new TiktingTokens(KEY, DAYS, clock);
    String token = tokens.issue(user);
    tokens.verify(token);
    int signature = token.lastIndexOf('.') + 1;
    char other = token.charAt(signature) == 'A' ? 'B' : 'A';

    Optional<Proof> proof =
        tokens.verify(token.substring(0, signature) + other + token.substring(signature + 1));

    assertEquals(Optional.empty(), proof);
  }

  /** Stands still until it is set. */
  private static final class HandSetClock extends Clock {
    private Instant now = ISSUED;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
