package org.polydesk.application.identity.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.domain.desk.DeskId;

/** What every store of keys does. */
public interface AccessKeyRepositoryContract extends StoreContract {

  private AccessKey save(AccessKey key) {
    run(() -> ports().accessKeys().save(key));
    return key;
  }

  private Optional<AccessKey> find(Kind kind, String hash) {
    return ports().accessKeys().find(kind, hash);
  }

  private static AccessKey deskKey(DeskId desk, String label) {
    String hash = UUID.randomUUID().toString();
    return new AccessKey(desk, Kind.TAAS_KEY, label, hash, Optional.empty(), false);
  }

  @Test
  default void findShouldGiveAKeyByKindAndDigest() {
    DeskId desk = aNewDesk();
    AccessKey deskKey = save(deskKey(desk, "primary"));
    AccessKey token =
        save(
            new AccessKey(
                desk,
                Kind.PANEL_TOKEN,
                "Ann's",
                UUID.randomUUID().toString(),
                Optional.of(aUserIn(desk).id()),
                true));

    assertEquals(Optional.of(deskKey), find(Kind.TAAS_KEY, deskKey.secretHash()));
    assertEquals(Optional.of(token), find(Kind.PANEL_TOKEN, token.secretHash()));
    assertEquals(Optional.empty(), find(Kind.HELPDESK_TOKEN, token.secretHash()));
    assertEquals(Optional.empty(), find(Kind.TAAS_KEY, "nobody's"));
  }

  @Test
  default void saveShouldReplaceTheKeyOfTheSameLabel() {
    DeskId desk = aNewDesk();
    AccessKey old = save(deskKey(desk, "primary"));
    AccessKey other = save(deskKey(desk, "secondary"));

    AccessKey next = save(deskKey(desk, "primary"));

    assertEquals(Optional.empty(), find(Kind.TAAS_KEY, old.secretHash()));
    assertEquals(Optional.of(next), find(Kind.TAAS_KEY, next.secretHash()));
    assertEquals(Optional.of(other), find(Kind.TAAS_KEY, other.secretHash()));
  }
}
