package org.polydesk.application.user.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.user.out.CompanyBook.Page;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.user.EmailDomain;

/** What every store of companies does. */
public interface CompanyBookContract extends StoreContract {
  EmailDomain ACME = new EmailDomain("acme.test");
  EmailDomain ACME_TOO = new EmailDomain("acme.example");

  private void put(DeskId desk, int company, String notes, EmailDomain... domains) {
    run(() -> ports().companies().put(desk, company, new Page(Set.of(domains), notes)));
  }

  @Test
  default void pagesShouldGiveWhatWasPutLast() {
    DeskId desk = aNewDesk();
    put(desk, 1, "Old", ACME);
    put(desk, 2, "Other");

    put(desk, 1, "Notes\nof it", ACME, ACME_TOO);
    put(desk, 2, "");

    assertEquals(
        Map.of(1, new Page(Set.of(ACME, ACME_TOO), "Notes\nof it")),
        ports().companies().pages(desk));
    assertEquals(Map.of(), ports().companies().pages(aNewDesk()));
  }

  @Test
  default void ofDomainShouldFindTheCompanyInAnyCase() {
    DeskId desk = aNewDesk();
    put(desk, 1, "", ACME);

    assertEquals(Optional.of(1), ports().companies().ofDomain(desk, new EmailDomain("ACME.test")));
    assertEquals(Optional.empty(), ports().companies().ofDomain(desk, ACME_TOO));
    assertEquals(Optional.empty(), ports().companies().ofDomain(aNewDesk(), ACME));
  }

  @Test
  default void putShouldRefuseTheDomainOfAnotherCompany() {
    DeskId desk = aNewDesk();
    put(desk, 1, "", ACME);

    DeskException refusal =
        assertThrows(DeskException.class, () -> put(desk, 2, "No", ACME_TOO, ACME));

    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
    assertEquals(Set.of(1), ports().companies().pages(desk).keySet());
    put(desk, 1, "");
    put(desk, 2, "", ACME);
    assertEquals(Optional.of(2), ports().companies().ofDomain(desk, ACME));
  }
}
