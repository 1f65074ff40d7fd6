package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.ticket.out.ReadMarks;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** A row for every reader of a ticket. */
@Singleton
final class JdbcReadMarks implements ReadMarks {
  private static final String MARK =
      """
      insert into read_mark (desk_id, ticket_id, user_id, read_at) values (?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String CLEAR = "delete from read_mark where ticket_id = ? and user_id <> ?";

  private final Database database;

  JdbcReadMarks(Database database) {
    this.database = database;
  }

  @Override
  public void mark(DeskId desk, TicketId ticket, UserId user, Instant at) {
    database.update(
        MARK,
        bound -> bound.number(desk.value()).number(ticket.value()).uuid(user.value()).instant(at));
  }

  @Override
  public void clearForAllBut(TicketId ticket, UserId author) {
    database.update(CLEAR, bound -> bound.number(ticket.value()).uuid(author.value()));
  }
}
