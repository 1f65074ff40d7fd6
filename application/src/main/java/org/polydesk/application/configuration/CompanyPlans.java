package org.polydesk.application.configuration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.user.out.CompanyBook;
import org.polydesk.application.user.out.CompanyBook.Page;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.EmailDomain;

/** Tells whose people have addresses of which domains, as a part of applying a plan. */
@Singleton
public final class CompanyPlans {
  private final CompanyBook companies;
  private final PlanHistory history;

  @Inject
  public CompanyPlans(CompanyBook companies, PlanHistory history) {
    this.companies = companies;
    this.history = history;
  }

  /** A domain that a company has been given since stays with it. */
  void apply(DeskPlan plan) {
    DeskId desk = plan.setup().desk().id();
    plan.emailDomains()
        .forEach(
            (domain, companyId) -> {
              if (companies.ofDomain(desk, domain).isEmpty()) {
                add(desk, companyId, domain);
              }
            });
  }

  private void add(DeskId desk, int companyId, EmailDomain domain) {
    Page page = companies.pages(desk).getOrDefault(companyId, Page.BLANK);
    Set<EmailDomain> domains = new HashSet<>(page.domains());
    domains.add(domain);
    companies.put(desk, companyId, new Page(domains, page.notes()));
    history.put(desk, "company", Integer.toString(companyId), false);
  }
}
