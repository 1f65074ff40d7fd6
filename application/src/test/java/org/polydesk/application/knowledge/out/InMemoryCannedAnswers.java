package org.polydesk.application.knowledge.out;

import java.util.Comparator;
import java.util.List;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.knowledge.CannedAnswer;

/** Canned answers in memory. */
public final class InMemoryCannedAnswers implements CannedAnswers {
  private final InMemoryStore store;
  private final Table<Key, CannedAnswer> answers;

  public InMemoryCannedAnswers(InMemoryStore store) {
    this.store = store;
    this.answers = store.table();
  }

  private record Key(DeskId desk, int id) {}

  @Override
  public List<CannedAnswer> of(DeskId desk) {
    return store.read(
        () ->
            answers.rows().entrySet().stream()
                .filter(row -> row.getKey().desk().equals(desk))
                .map(row -> row.getValue())
                .sorted(Comparator.comparing(CannedAnswer::id))
                .toList());
  }

  @Override
  public void put(DeskId desk, List<CannedAnswer> put) {
    store.run(
        () -> {
          put.forEach(answer -> answers.rows().put(new Key(desk, answer.id()), answer));
          return null;
        });
  }
}
