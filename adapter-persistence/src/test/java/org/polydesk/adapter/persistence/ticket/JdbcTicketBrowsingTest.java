package org.polydesk.adapter.persistence.ticket;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;

final class JdbcTicketBrowsingTest {
  @Nested
  final class InH2 extends OnH2 implements BrowsingContract {}

  @Nested
  final class InPostgres extends OnPostgres implements BrowsingContract {}
}
