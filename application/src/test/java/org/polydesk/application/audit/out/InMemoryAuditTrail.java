package org.polydesk.application.audit.out;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.desk.DeskId;

/** History in memory. */
public final class InMemoryAuditTrail implements AuditTrail {
  private final InMemoryStore store;
  private final Table<Integer, Kept> facts;

  public InMemoryAuditTrail(InMemoryStore store) {
    this.store = store;
    this.facts = store.table();
  }

  private record Kept(DeskId desk, OptionalLong line, AuditFact fact) {}

  @Override
  public void append(DeskId desk, OptionalLong line, List<AuditFact> appended) {
    store.run(
        () -> {
          appended.forEach(
              fact -> facts.rows().put(facts.rows().size(), new Kept(desk, line, fact)));
          return null;
        });
  }

  @Override
  public List<AuditFact> about(DeskId desk, String entity, String key) {
    return store.read(
        () ->
            facts.rows().values().stream()
                .filter(kept -> kept.desk().equals(desk))
                .map(Kept::fact)
                .filter(fact -> fact.entity().equals(entity) && fact.key().equals(key))
                .sorted(Comparator.comparing(AuditFact::at))
                .toList());
  }

  @Override
  public List<AuditFact> latest(DeskId desk, String entity, String key, int most) {
    List<AuditFact> all = new ArrayList<>(about(desk, entity, key));
    Collections.reverse(all);
    return all.stream().limit(most).toList();
  }

  @Override
  public List<AuditLine> lines(DeskId desk, String entity, String key) {
    return store.read(
        () ->
            facts.rows().values().stream()
                .filter(kept -> kept.desk().equals(desk) && kept.line().isPresent())
                .filter(kept -> kept.fact().entity().equals(entity))
                .filter(kept -> kept.fact().key().equals(key))
                .collect(
                    Collectors.groupingBy(
                        kept -> kept.line().getAsLong(),
                        TreeMap::new,
                        Collectors.mapping(Kept::fact, Collectors.toList())))
                .entrySet()
                .stream()
                .map(line -> new AuditLine(line.getKey(), line.getValue()))
                .toList());
  }
}
