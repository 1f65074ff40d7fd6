package org.polydesk.application.directory.in;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.EmailDomain;

/** The companies and departments that people belong to. */
public interface CompaniesUseCase {

  /**
   * The desk's companies, by their ids.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read people
   */
  List<Company> companies(Caller caller);

  /**
   * The desk's departments, by their ids.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read people
   */
  List<CatalogueRow> departments(Caller caller);

  /**
   * The id of the company with this name, in any case; it is made when there is none.
   *
   * @param domains what its people's addresses end with, added to those that it has: whoever is new
   *     to the desk and has such an address belongs to it
   * @throws DeskException {@code NOT_ALLOWED} to whoever does not run the desk; {@code
   *     INVALID_FIELD} for a name that is no name and for a domain that is another company's
   */
  int company(String name, Set<EmailDomain> domains, Caller caller);

  /**
   * Changes what {@code draft} names.
   *
   * @throws DeskException {@code NOT_ALLOWED} to whoever does not run the desk; {@code NOT_FOUND};
   *     {@code INVALID_FIELD} for a name that is no name or another company's, for notes that are
   *     too long and for a domain that is another company's
   */
  void change(int companyId, CompanyDraft draft, Caller caller);

  /**
   * A company.
   *
   * @param domains in their order
   * @param notes empty for none
   */
  record Company(int id, String name, List<EmailDomain> domains, String notes) {
    public Company {
      domains = List.copyOf(domains);
    }
  }

  /**
   * What is to be known of a company; what is empty is left as it is.
   *
   * @param notes at most 100 000 characters
   * @param domains all that it is to have
   */
  record CompanyDraft(
      Optional<String> name, Optional<String> notes, Optional<Set<EmailDomain>> domains) {}
}
