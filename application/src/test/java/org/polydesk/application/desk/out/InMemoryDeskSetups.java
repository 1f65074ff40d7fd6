package org.polydesk.application.desk.out;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.desk.DeskId;

/** Setups in memory. */
public final class InMemoryDeskSetups implements DeskSetups {
  private final InMemoryStore store;
  private final Table<DeskId, DeskSetup> setups;

  public InMemoryDeskSetups(InMemoryStore store) {
    this.store = store;
    this.setups = store.table();
  }

  @Override
  public Optional<DeskSetup> find(DeskId desk) {
    return store.read(() -> Optional.ofNullable(setups.rows().get(desk)));
  }

  @Override
  public Saved save(DeskSetup setup) {
    return store.run(
        () -> {
          DeskId desk = setup.desk().id();
          Optional<DeskSetup> before = Optional.ofNullable(setups.rows().get(desk));
          DeskSetup now = before.map(setup::replacing).orElse(setup);
          setups.rows().put(desk, now);
          return new Saved(before, now);
        });
  }

  @Override
  public DeskSetup change(DeskId desk, UnaryOperator<DeskSetup> change) {
    DeskSetup present = existing(desk);
    save(change.apply(present));
    return existing(desk);
  }

  /** All desks, their numbers rising. */
  public List<DeskId> desks() {
    return store.read(
        () -> setups.rows().keySet().stream().sorted(Comparator.comparing(DeskId::value)).toList());
  }
}
