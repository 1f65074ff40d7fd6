package org.polydesk.adapter.persistence.outbox;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.outbox.out.OutboxContract;

final class JdbcOutboxTest {
  @Nested
  final class InH2 extends OnH2 implements OutboxContract {}

  @Nested
  final class InPostgres extends OnPostgres implements OutboxContract {}
}
