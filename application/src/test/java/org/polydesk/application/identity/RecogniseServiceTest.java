package org.polydesk.application.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.polydesk.application.fixture.UserBuilder.aUser;
import static org.polydesk.application.fixture.UserBuilder.like;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.InMemoryPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.application.identity.out.PlainPasswordHasher;
import org.polydesk.application.identity.out.PlainSecretHasher;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.Permission;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

final class RecogniseServiceTest {
  private final InMemoryPorts ports = new InMemoryPorts();
  private final PlainPasswordHasher passwords = new PlainPasswordHasher();
  private final PlainSecretHasher secrets = new PlainSecretHasher();
  private final RecogniseService service =
      new RecogniseService(
          ports.users(),
          ports.credentials(),
          ports.accessKeys(),
          passwords,
          secrets,
          ports.unitOfWork(),
          Clock.systemUTC());
  private final User alice = aUser().loggingInAs("alice").build();

  @BeforeEach
  void fillTheDesk() {
    ports.setups().save(Setups.aDeskSetup(DeskId.DEFAULT));
    ports.users().add(alice);
    ports.credentials().setPassword(alice.id(), passwords.hash("secret"));
    save(Kind.HELPDESK_TOKEN, "token");
    save(Kind.PANEL_TOKEN, "panel");
  }

  private void save(Kind kind, String secret) {
    ports
        .accessKeys()
        .save(
            new AccessKey(
                DeskId.DEFAULT,
                kind,
                secret,
                secrets.hash(secret),
                Optional.of(alice.id()),
                false));
  }

  private Optional<UserId> recognised(UUID stamp) {
    return service.recognise(alice.id(), stamp).map(User::id);
  }

  private User stored() {
    return ports.users().findById(alice.id()).orElseThrow();
  }

  @Test
  void recogniseShouldWantTheStampOfNow() {
    assertEquals(Optional.of(alice.id()), recognised(alice.securityStamp()));
    assertEquals(Optional.empty(), recognised(UUID.randomUUID()));
    assertEquals(
        Optional.empty(), service.recognise(new UserId(UUID.randomUUID()), alice.securityStamp()));
  }

  @Test
  void recogniseShouldEndWithTheAccountAtOnce() {
    recognised(alice.securityStamp());

    ports.users().save(like(stored()).disabled().build());

    assertEquals(Optional.empty(), recognised(alice.securityStamp()));
    assertEquals(Optional.empty(), service.byToken("token"));
    assertEquals(Optional.empty(), service.byPassword("alice", "secret"));
  }

  @Test
  void recogniseShouldSeeWhatWasTakenFromHimAtOnce() {
    recognised(alice.securityStamp());

    ports.users().save(like(stored()).permissions(Set.of(Permission.REPLY)).build());

    assertEquals(
        Set.of(Permission.REPLY),
        service.recognise(alice.id(), alice.securityStamp()).orElseThrow().permissions());
  }

  @Test
  void byTokenShouldTakeTokensOfItsKindOnly() {
    assertEquals(Optional.of(alice.id()), service.byToken("token").map(User::id));
    assertEquals(Optional.empty(), service.byToken("panel"));
    assertEquals(Optional.empty(), service.byToken("TOKEN"));
    assertEquals(Optional.empty(), service.byToken(""));
  }

  @Test
  void byPasswordShouldCompareAndWasteTheSameTime() {
    assertEquals(Optional.of(alice.id()), service.byPassword("ALICE", "secret").map(User::id));
    assertEquals(Optional.empty(), service.byPassword("alice", "wrong"));
    long before = passwords.wasted();
    assertEquals(Optional.empty(), service.byPassword("nobody", "secret"));
    assertEquals(before + 1, passwords.wasted());
  }
}
