package org.polydesk.adapter.persistence.user;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.user.out.CompanyBookContract;

final class JdbcCompanyBookTest {
  @Nested
  final class InH2 extends OnH2 implements CompanyBookContract {}

  @Nested
  final class InPostgres extends OnPostgres implements CompanyBookContract {}
}
