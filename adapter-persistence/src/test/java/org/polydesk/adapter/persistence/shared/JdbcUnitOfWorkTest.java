package org.polydesk.adapter.persistence.shared;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.shared.UnitOfWorkContract;

final class JdbcUnitOfWorkTest {
  @Nested
  final class InH2 extends OnH2 implements UnitOfWorkContract {}

  @Nested
  final class InPostgres extends OnPostgres implements UnitOfWorkContract {}
}
