package org.polydesk.application.desk.out;

import java.util.List;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.desk.DeskId;

/** Topics in memory. */
public final class InMemoryTopics implements Topics {
  private final InMemoryStore store;
  private final Table<DeskId, List<Topic>> topics;

  public InMemoryTopics(InMemoryStore store) {
    this.store = store;
    this.topics = store.table();
  }

  @Override
  public List<Topic> of(DeskId desk) {
    return store.read(() -> topics.rows().getOrDefault(desk, List.of()));
  }

  @Override
  public void save(DeskId desk, List<Topic> next) {
    store.run(() -> topics.rows().put(desk, List.copyOf(next)));
  }
}
