package org.polydesk.application.ticket.out;

import java.util.Optional;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;

/** Resolutions in memory. */
public final class InMemoryResolutions implements Resolutions {
  private final InMemoryStore store;
  private final Table<TicketId, Resolution> resolutions;

  public InMemoryResolutions(InMemoryStore store) {
    this.store = store;
    this.resolutions = store.table();
  }

  @Override
  public Optional<Resolution> find(TicketId ticket) {
    return store.read(() -> Optional.ofNullable(resolutions.rows().get(ticket)));
  }

  @Override
  public void save(DeskId desk, TicketId ticket, Resolution resolution) {
    store.run(() -> resolutions.rows().put(ticket, resolution));
  }
}
