package org.polydesk.application.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.polydesk.application.fixture.UserBuilder.aUser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.identity.out.PlainPasswordHasher;
import org.polydesk.application.identity.out.PlainSecretHasher;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

final class PasswordDoorServiceTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
  private static final Optional<String> HERE = Optional.of("192.0.2.1");

  private final InMemoryPorts ports = new InMemoryPorts();
  private final PlainPasswordHasher hasher = new PlainPasswordHasher();
  private final User alice = aUser().loggingInAs("alice").build();

  @BeforeEach
  void fillTheDesk() {
    ports.setups().save(Setups.aDeskSetup(DeskId.DEFAULT));
    ports.users().add(alice);
    ports.credentials().setPassword(alice.id(), hasher.hash("secret"));
  }

  /** A door at {@code now} that takes so long to check a password that this happens meanwhile. */
  private PasswordDoorService doorAt(Instant now, Runnable meanwhile) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new PasswordDoorService(
        new RecogniseService(
            ports.users(),
            ports.credentials(),
            ports.accessKeys(),
            new SlowPasswordHasher(hasher, meanwhile),
            new PlainSecretHasher(),
            ports.unitOfWork(),
            clock),
        ports.addressLocks(),
        ports.unitOfWork(),
        clock);
  }

  private Optional<UserId> opened(Instant now, String password) {
    return doorAt(now, () -> {}).open("alice", password, HERE).map(User::id);
  }

  private void guess(int times) {
    for (int i = 0; i < times; i++) {
      assertEquals(Optional.empty(), opened(NOW, "wrong"));
    }
  }

  private void assertLocked(Duration rest, PasswordDoorService door, String password) {
    DeskException refusal =
        assertThrows(DeskException.class, () -> door.open("alice", password, HERE));
    assertEquals(ErrorCode.LOCKED_OUT, refusal.code());
    assertEquals(Optional.of(rest), refusal.retryAfter());
  }

  @Test
  void openShouldLockTheAddressForFiveMinutesAtTheThirdFailure() {
    guess(3);

    PasswordDoorService soon = doorAt(NOW.plusSeconds(299), () -> {});
    assertLocked(Duration.ofSeconds(1), soon, "secret");
    assertLocked(Duration.ofSeconds(1), soon, "wrong");
    assertEquals(Optional.of(alice.id()), opened(NOW.plusSeconds(300), "secret"));
  }

  @Test
  void openShouldForgetFailuresWithASuccess() {
    guess(2);
    assertEquals(Optional.of(alice.id()), opened(NOW, "secret"));
    guess(2);
    assertEquals(Optional.of(alice.id()), opened(NOW, "secret"));
  }

  @Test
  void openShouldJudgeByWhatOthersGuessedMeanwhile() {
    assertLocked(Duration.ofMinutes(5), doorAt(NOW, () -> guess(3)), "secret");
    assertLocked(Duration.ofMinutes(5), doorAt(NOW, () -> {}), "wrong");
  }

  @Test
  void openShouldNotLengthenALockThatCameMeanwhile() {
    assertLocked(Duration.ofSeconds(299), doorAt(NOW.plusSeconds(1), () -> guess(3)), "wrong");
    assertEquals(Optional.of(alice.id()), opened(NOW.plusSeconds(300), "secret"));
  }
}
