package org.polydesk.adapter.persistence.audit;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.audit.out.AuditTrailContract;

final class JdbcAuditTrailTest {
  @Nested
  final class InH2 extends OnH2 implements AuditTrailContract {}

  @Nested
  final class InPostgres extends OnPostgres implements AuditTrailContract {}
}
