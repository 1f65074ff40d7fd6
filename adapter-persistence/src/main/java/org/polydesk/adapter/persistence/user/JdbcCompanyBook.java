package org.polydesk.adapter.persistence.user;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.DuplicateKeyException;
import org.polydesk.application.user.out.CompanyBook;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.EmailDomain;

/** A row for the notes of each company, and one for each domain. */
@Singleton
final class JdbcCompanyBook implements CompanyBook {
  private static final String NOTES =
      "select company_id, notes from company_notes where desk_id = ?";

  private static final String DOMAINS =
      "select company_id, domain from company_domain where desk_id = ?";

  private static final String OF_DOMAIN =
      "select company_id from company_domain where desk_id = ? and domain = ?";

  private static final String FORGET_NOTES =
      "delete from company_notes where desk_id = ? and company_id = ?";

  private static final String FORGET_DOMAINS =
      "delete from company_domain where desk_id = ? and company_id = ?";

  private static final String ADD_NOTES =
      "insert into company_notes (desk_id, company_id, notes) values (?, ?, ?)";

  private static final String ADD_DOMAIN =
      "insert into company_domain (desk_id, domain, company_id) values (?, ?, ?)";

  private final Database database;

  JdbcCompanyBook(Database database) {
    this.database = database;
  }

  private record Line(int companyId, String text) {}

  @Override
  public Map<Integer, Page> pages(DeskId desk) {
    Map<Integer, Set<EmailDomain>> domains = new HashMap<>();
    database
        .list(
            DOMAINS,
            bound -> bound.number(desk.value()),
            row -> new Line(row.integer("company_id"), row.text("domain")))
        .forEach(
            line ->
                domains
                    .computeIfAbsent(line.companyId(), none -> new HashSet<>())
                    .add(new EmailDomain(line.text())));
    Map<Integer, Page> pages = new HashMap<>();
    domains.forEach((id, of) -> pages.put(id, new Page(of, "")));
    database
        .list(
            NOTES,
            bound -> bound.number(desk.value()),
            row -> new Line(row.integer("company_id"), row.text("notes")))
        .forEach(
            line ->
                pages.put(
                    line.companyId(),
                    new Page(
                        pages.getOrDefault(line.companyId(), Page.BLANK).domains(), line.text())));
    return pages;
  }

  @Override
  public Optional<Integer> ofDomain(DeskId desk, EmailDomain domain) {
    return database.find(
        OF_DOMAIN,
        bound -> bound.number(desk.value()).text(domain.text()),
        row -> row.integer("company_id"));
  }

  @Override
  public void put(DeskId desk, int companyId, Page page) {
    database.update(FORGET_NOTES, bound -> bound.number(desk.value()).number(companyId));
    database.update(FORGET_DOMAINS, bound -> bound.number(desk.value()).number(companyId));
    if (!page.notes().isEmpty()) {
      database.update(
          ADD_NOTES, bound -> bound.number(desk.value()).number(companyId).text(page.notes()));
    }
    page.domains().stream().sorted().forEach(domain -> add(desk, companyId, domain));
  }

  private void add(DeskId desk, int companyId, EmailDomain domain) {
    try {
      database.update(
          ADD_DOMAIN, bound -> bound.number(desk.value()).text(domain.text()).number(companyId));
    } catch (DuplicateKeyException e) {
      throw DeskException.invalid(
          Violation.refused("emailDomain", "Another company has the domain %s.".formatted(domain)));
    }
  }
}
