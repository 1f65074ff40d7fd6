package org.polydesk.adapter.persistence.identity;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.identity.out.AddressLocksContract;

final class JdbcAddressLocksTest {
  @Nested
  final class InH2 extends OnH2 implements AddressLocksContract {}

  @Nested
  final class InPostgres extends OnPostgres implements AddressLocksContract {}
}
