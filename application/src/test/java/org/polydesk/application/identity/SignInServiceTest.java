package org.polydesk.application.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.identity.out.PlainPasswordHasher;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.user.User;

final class SignInServiceTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

  private final InMemoryPorts ports = new InMemoryPorts();
  private final PlainPasswordHasher hasher = new PlainPasswordHasher();
  private final User alice = aUser().loggingInAs("alice").email("alice@x.test").build();
  private final User gone = aUser().loggingInAs("gone").disabled().build();

  @BeforeEach
  void fillTheDesk() {
    ports.setups().save(Setups.aDeskSetup(DeskId.DEFAULT));
    List.of(alice, gone)
        .forEach(
            user -> {
              ports.users().add(user);
              ports.credentials().setPassword(user.id(), hasher.hash("secret"));
            });
  }

  private SignInService serviceAt(Instant now) {
    return serviceAt(now, () -> {});
  }

  /** One that takes so long to check a password that this happens meanwhile. */
  private SignInService serviceAt(Instant now, Runnable meanwhile) {
    return new SignInService(
        ports.users(),
        ports.credentials(),
        new SlowPasswordHasher(hasher, meanwhile),
        ports.audit(),
        ports.unitOfWork(),
        new LockOut(5, Duration.ofMinutes(5)),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private DeskException refused(Instant now, String name, String password) {
    return refused(serviceAt(now), name, password);
  }

  private static DeskException refused(SignInService service, String name, String password) {
    return assertThrows(DeskException.class, () -> service.signIn(name, password, "test"));
  }

  private void guess(int times) {
    for (int i = 0; i < times; i++) {
      assertEquals(ErrorCode.NOT_SIGNED_IN, refused(NOW, "alice", "wrong").code());
    }
  }

  private List<String> history(String userName) {
    return ports.audit().about(DeskId.DEFAULT, "user", userName).stream()
        .map(AuditFact::action)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "ALICE", "alice@x.test", "Alice@X.test"})
  void signInShouldTakeNameOrAddressInAnyCase(String name) {
    assertEquals(alice.id(), serviceAt(NOW).signIn(name, "secret", "test").id());
    assertEquals(List.of("signedIn"), history("alice"));
  }

  @Test
  void signInShouldSayTheSameOfEveryFailure() {
    for (DeskException refusal :
        List.of(
            refused(NOW, "alice", "wrong"),
            refused(NOW, "nobody", "secret"),
            refused(NOW, "gone", "secret"))) {
      assertEquals(ErrorCode.NOT_SIGNED_IN, refusal.code());
      assertEquals("Invalid username or password.", refusal.sentence());
    }
    assertEquals(List.of("signInWhileDisabled"), history("gone"));
  }

  @Test
  void signInShouldTakeItsTimeForUnknownNames() {
    long before = hasher.wasted();

    refused(NOW, "nobody", "secret");

    assertEquals(before + 1, hasher.wasted());
    assertEquals(List.of("signInUnknown"), history(""));
    assertEquals(List.of(), history("nobody"));
  }

  @Test
  void refuseByDirectoryShouldWriteItDown() {
    long before = hasher.wasted();
    for (String name : List.of("alice", "nobody")) {
      DeskException refusal = serviceAt(NOW).refuseByDirectory(name, "secret", "test");
      assertEquals(ErrorCode.NOT_SIGNED_IN, refusal.code());
    }

    assertEquals(before + 2, hasher.wasted());
    assertEquals(List.of("signInByDirectory"), history("alice"));
    assertEquals(List.of("signInUnknown"), history(""));
    assertEquals(0, ports.credentials().find(alice.id()).orElseThrow().failures());
  }

  @Test
  void signInShouldLockForFiveMinutesAtTheFifthFailure() {
    guess(5);

    DeskException locked = refused(NOW.plusSeconds(60), "alice", "secret");

    assertEquals(ErrorCode.LOCKED_OUT, locked.code());
    assertEquals("Account is locked.", locked.sentence());
    assertEquals(Optional.of(Duration.ofMinutes(4)), locked.retryAfter());
    assertEquals(ErrorCode.NOT_SIGNED_IN, refused(NOW.plusSeconds(299), "alice", "wrong").code());
    assertEquals(ErrorCode.LOCKED_OUT, refused(NOW.plusMillis(299_999), "alice", "secret").code());
    assertEquals(
        alice.id(), serviceAt(NOW.plusSeconds(300)).signIn("alice", "secret", "test").id());
    assertEquals(1, history("alice").stream().filter("lockedOut"::equals).count());
  }

  @Test
  void signInShouldForgetFailuresWithASuccess() {
    for (int round = 0; round < 2; round++) {
      guess(4);
      serviceAt(NOW).signIn("alice", "secret", "test");
    }

    assertEquals(0, ports.credentials().find(alice.id()).orElseThrow().failures());
  }

  @Test
  void signInShouldJudgeByWhatOthersGuessedMeanwhile() {
    DeskException locked = refused(serviceAt(NOW, () -> guess(5)), "alice", "secret");

    assertEquals(ErrorCode.LOCKED_OUT, locked.code());
    assertEquals(0, history("alice").stream().filter("signedIn"::equals).count());
  }

  @Test
  void signInShouldCountNothingWhenOthersLockedTheAccountMeanwhile() {
    DeskException late = refused(serviceAt(NOW.plusSeconds(1), () -> guess(5)), "alice", "wrong");

    assertEquals(ErrorCode.NOT_SIGNED_IN, late.code());
    assertEquals(5, history("alice").stream().filter("signInFailed"::equals).count());
    assertEquals(1, history("alice").stream().filter("signInWhileLocked"::equals).count());
    assertEquals(
        alice.id(), serviceAt(NOW.plusSeconds(300)).signIn("alice", "secret", "test").id());
  }

  @Test
  void signInShouldRefuseAPasswordThatWasReplacedMeanwhile() {
    Runnable meanwhile = () -> ports.credentials().setPassword(alice.id(), hasher.hash("other"));

    DeskException refusal = refused(serviceAt(NOW, meanwhile), "alice", "secret");

    assertEquals(ErrorCode.NOT_SIGNED_IN, refusal.code());
  }
}
