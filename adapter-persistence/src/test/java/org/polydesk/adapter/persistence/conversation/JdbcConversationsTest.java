package org.polydesk.adapter.persistence.conversation;

import org.junit.jupiter.api.Nested;
import org.polydesk.adapter.persistence.testing.OnH2;
import org.polydesk.adapter.persistence.testing.OnPostgres;
import org.polydesk.application.ticket.out.ConversationsContract;

final class JdbcConversationsTest {
  @Nested
  final class InH2 extends OnH2 implements ConversationsContract {}

  @Nested
  final class InPostgres extends OnPostgres implements ConversationsContract {}
}
