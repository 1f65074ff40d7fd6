package org.polydesk.adapter.persistence.knowledge;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.knowledge.out.ArticlesContract;

final class JdbcArticlesTest {
  @Nested
  final class InH2 extends OnH2 implements ArticlesContract {}

  @Nested
  final class InPostgres extends OnPostgres implements ArticlesContract {}
}
