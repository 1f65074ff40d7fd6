package org.polydesk.application.user.out;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.EmailDomain;

/** What the desk keeps of companies beside their names. */
public interface CompanyBook {

  /**
   * What is kept of one company.
   *
   * @param domains those that the addresses of its people have
   * @param notes at most 100 000 characters, empty for none
   */
  record Page(Set<EmailDomain> domains, String notes) {
    /** A company of which nothing more is known. */
    public static final Page BLANK = new Page(Set.of(), "");

    public Page {
      domains = Set.copyOf(domains);
    }
  }

  /** What is kept of the desk's companies, by their ids; those of which nothing is are left out. */
  Map<Integer, Page> pages(DeskId desk);

  /** The company whose people have addresses of this domain. */
  Optional<Integer> ofDomain(DeskId desk, EmailDomain domain);

  /**
   * Replaces what is kept of one company.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code emailDomain} when one of the domains is
   *     another company's
   */
  void put(DeskId desk, int companyId, Page page);
}
