package org.polydesk.application.identity.out;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.user.UserId;

/** Passwords in memory. */
public final class InMemoryCredentials implements CredentialRepository {
  private final InMemoryStore store;
  private final Table<UserId, Credential> credentials;

  public InMemoryCredentials(InMemoryStore store) {
    this.store = store;
    this.credentials = store.table();
  }

  @Override
  public Optional<Credential> find(UserId user) {
    return store.read(() -> Optional.ofNullable(credentials.rows().get(user)));
  }

  @Override
  public Optional<Credential> lock(UserId user) {
    return find(user);
  }

  @Override
  public void setPassword(UserId user, String passwordHash) {
    store.run(
        () ->
            credentials.rows().put(user, new Credential(user, passwordHash, 0, Optional.empty())));
  }

  @Override
  public void remove(UserId user) {
    store.run(() -> credentials.rows().remove(user));
  }

  @Override
  public boolean countFailure(UserId user, int limit, Instant now, Duration lockFor) {
    return store.run(
        () -> {
          boolean locks = find(user).filter(c -> c.failures() + 1 >= limit).isPresent();
          change(
              user,
              c ->
                  locks
                      ? new Credential(user, c.passwordHash(), 0, Optional.of(now.plus(lockFor)))
                      : new Credential(user, c.passwordHash(), c.failures() + 1, c.lockedUntil()));
          return locks;
        });
  }

  @Override
  public void clearFailures(UserId user) {
    store.run(() -> change(user, c -> new Credential(user, c.passwordHash(), 0, Optional.empty())));
  }

  private Credential change(UserId user, UnaryOperator<Credential> change) {
    return credentials.rows().computeIfPresent(user, (id, present) -> change.apply(present));
  }
}
