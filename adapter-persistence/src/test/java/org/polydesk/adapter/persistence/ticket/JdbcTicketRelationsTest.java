package org.polydesk.adapter.persistence.ticket;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.ticket.out.TicketRelationsContract;

final class JdbcTicketRelationsTest {
  @Nested
  final class InH2 extends OnH2 implements TicketRelationsContract {}

  @Nested
  final class InPostgres extends OnPostgres implements TicketRelationsContract {}
}
