package org.polydesk.application.identity.out;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.desk.DeskId;

/** Keys in memory. */
public final class InMemoryAccessKeys implements AccessKeyRepository {
  private final InMemoryStore store;
  private final Table<List<Object>, AccessKey> keys;

  public InMemoryAccessKeys(InMemoryStore store) {
    this.store = store;
    this.keys = store.table();
  }

  @Override
  public Optional<AccessKey> find(Kind kind, String secretHash) {
    return store.read(
        () ->
            keys.rows().values().stream()
                .filter(key -> key.kind() == kind && key.secretHash().equals(secretHash))
                .findFirst());
  }

  @Override
  public void save(AccessKey key) {
    store.run(() -> keys.rows().put(List.of(key.desk(), key.kind(), key.label()), key));
  }

  @Override
  public List<AccessKey> all(DeskId desk, Kind kind) {
    return store.read(
        () ->
            keys.rows().values().stream()
                .filter(key -> key.desk().equals(desk) && key.kind() == kind)
                .sorted(Comparator.comparing(AccessKey::label))
                .toList());
  }

  @Override
  public boolean remove(DeskId desk, Kind kind, String label) {
    return store.run(() -> keys.rows().remove(List.of(desk, kind, label)) != null);
  }
}
