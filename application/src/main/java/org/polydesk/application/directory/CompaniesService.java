package org.polydesk.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.directory.in.CompaniesUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.out.CompanyBook;
import org.polydesk.application.user.out.CompanyBook.Page;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.EmailDomain;

/** Shows and keeps companies. */
@Singleton
public final class CompaniesService implements CompaniesUseCase {
  private static final int MAX_NOTES = 100_000;

  private final RowBook rows;
  private final CompanyBook book;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public CompaniesService(
      RowBook rows, CompanyBook book, AuditTrail audit, UnitOfWork unitOfWork, Clock clock) {
    this.rows = rows;
    this.book = book;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public List<Company> companies(Caller caller) {
    caller.mustBeAbleTo(Right.READ_PEOPLE);
    return unitOfWork.read(
        () -> {
          Map<Integer, Page> pages = book.pages(caller.desk());
          return rows.active(caller.desk(), CatalogueList.COMPANY).stream()
              .map(row -> company(row, pages.getOrDefault(row.id(), Page.BLANK)))
              .toList();
        });
  }

  private static Company company(CatalogueRow row, Page page) {
    return new Company(
        row.id(), row.name(), page.domains().stream().sorted().toList(), page.notes());
  }

  @Override
  public List<CatalogueRow> departments(Caller caller) {
    caller.mustBeAbleTo(Right.READ_PEOPLE);
    return unitOfWork.read(() -> rows.active(caller.desk(), CatalogueList.DEPARTMENT));
  }

  @Override
  public int company(String name, Set<EmailDomain> domains, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    Violations.none(RowBook.violationsOf(CatalogueList.COMPANY, name));
    return unitOfWork.run(
        () -> {
          int id = rows.idOf(caller.desk(), CatalogueList.COMPANY, name);
          Page page = page(id, caller);
          Set<EmailDomain> all = new HashSet<>(page.domains());
          if (all.addAll(domains)) {
            book.put(caller.desk(), id, new Page(all, page.notes()));
            remember(id, "domainsAdded", caller);
          }
          return id;
        });
  }

  private Page page(int companyId, Caller caller) {
    return book.pages(caller.desk()).getOrDefault(companyId, Page.BLANK);
  }

  @Override
  public void change(int companyId, CompanyDraft draft, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    Violations found = new Violations();
    draft.name().ifPresent(name -> found.addAll(RowBook.violationsOf(CatalogueList.COMPANY, name)));
    draft
        .notes()
        .ifPresent(
            notes ->
                found.addAll(
                    Violations.of("notes").atMost(MAX_NOTES, notes).storable(notes).toList()));
    found.orThrow();
    unitOfWork.run(
        () -> {
          if (rows.active(caller.desk(), CatalogueList.COMPANY).stream()
              .noneMatch(row -> row.id() == companyId)) {
            throw DeskException.notFound("company");
          }
          draft
              .name()
              .ifPresent(
                  name -> rows.rename(caller.desk(), CatalogueList.COMPANY, companyId, name));
          Page page = page(companyId, caller);
          Page wanted =
              new Page(draft.domains().orElse(page.domains()), draft.notes().orElse(page.notes()));
          if (!wanted.equals(page)) {
            book.put(caller.desk(), companyId, wanted);
          }
          remember(companyId, "changed", caller);
          return null;
        });
  }

  private void remember(int companyId, String action, Caller caller) {
    audit.append(
        caller.desk(),
        List.of(
            new AuditFact(
                clock.instant(),
                caller.userId(),
                Optional.empty(),
                caller.door(),
                "company",
                Integer.toString(companyId),
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }
}
