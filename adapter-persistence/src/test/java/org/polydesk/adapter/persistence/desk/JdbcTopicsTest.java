package org.polydesk.adapter.persistence.desk;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.desk.out.TopicsContract;

final class JdbcTopicsTest {
  @Nested
  final class InH2 extends OnH2 implements TopicsContract {}

  @Nested
  final class InPostgres extends OnPostgres implements TopicsContract {}
}
