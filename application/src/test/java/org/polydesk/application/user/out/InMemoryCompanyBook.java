package org.polydesk.application.user.out;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.EmailDomain;

/** What is kept of companies, in memory. */
public final class InMemoryCompanyBook implements CompanyBook {
  private final InMemoryStore store;
  private final Table<Key, Page> pages;

  public InMemoryCompanyBook(InMemoryStore store) {
    this.store = store;
    this.pages = store.table();
  }

  private record Key(DeskId desk, int companyId) {}

  @Override
  public Map<Integer, Page> pages(DeskId desk) {
    return store.read(
        () -> {
          Map<Integer, Page> found = new HashMap<>();
          pages.rows().entrySet().stream()
              .filter(row -> row.getKey().desk().equals(desk))
              .filter(row -> !row.getValue().equals(Page.BLANK))
              .forEach(row -> found.put(row.getKey().companyId(), row.getValue()));
          return found;
        });
  }

  @Override
  public Optional<Integer> ofDomain(DeskId desk, EmailDomain domain) {
    return pages(desk).entrySet().stream()
        .filter(row -> row.getValue().domains().contains(domain))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public void put(DeskId desk, int companyId, Page page) {
    store.run(
        () -> {
          for (EmailDomain domain : page.domains()) {
            if (ofDomain(desk, domain).filter(other -> other != companyId).isPresent()) {
              throw DeskException.invalid(
                  Violation.refused(
                      "emailDomain", "Another company has the domain %s.".formatted(domain)));
            }
          }
          pages.rows().put(new Key(desk, companyId), page);
          return null;
        });
  }
}
