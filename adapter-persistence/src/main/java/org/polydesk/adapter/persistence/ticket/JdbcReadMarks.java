package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.DuplicateKeyException;
import org.polydesk.application.ticket.out.ReadMarks;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** One row for everybody who has marked a ticket, with the last entry there was then. */
@Singleton
final class JdbcReadMarks implements ReadMarks {
  /**
   * Whether a user has marked {@code ticket t} since somebody else wrote for the requester; takes
   * him twice.
   */
  static final String IS_READ =
      """
      exists (select 1 from read_mark m
          where m.ticket_id = t.ticket_id and m.user_id = ?
            and not exists (select 1 from entry w
              where w.ticket_id = t.ticket_id and w.entry_id > m.entry_id and w.side = 'CLIENT'
                and (w.author_id is null or w.author_id <> ?)))""";

  private static final String LAST_ENTRY =
      "(select coalesce(max(e.entry_id), 0) from entry e where e.ticket_id = ?)";

  private static final String UPDATE =
      "update read_mark set entry_id = " + LAST_ENTRY + " where ticket_id = ? and user_id = ?";

  private static final String INSERT =
      "insert into read_mark (desk_id, ticket_id, user_id, entry_id) values (?, ?, ?, "
          + LAST_ENTRY
          + ")";

  private static final String CLEAR = "delete from read_mark where ticket_id = ? and user_id <> ?";

  private final Database database;

  JdbcReadMarks(Database database) {
    this.database = database;
  }

  /**
   * {@inheritDoc}
   *
   * @throws DeskException {@code STALE_VERSION} when the same user marks the ticket for the first
   *     time twice at once, so that the work is done again
   */
  @Override
  public void mark(DeskId desk, TicketId ticket, UserId user) {
    int known =
        database.update(
            UPDATE,
            bound -> bound.number(ticket.value()).number(ticket.value()).uuid(user.value()));
    if (known == 0) {
      insert(desk, ticket, user);
    }
  }

  private void insert(DeskId desk, TicketId ticket, UserId user) {
    try {
      database.update(
          INSERT,
          bound ->
              bound
                  .number(desk.value())
                  .number(ticket.value())
                  .uuid(user.value())
                  .number(ticket.value()));
    } catch (DuplicateKeyException e) {
      throw DeskException.staleVersion("readMark");
    }
  }

  @Override
  public void clearForAllBut(TicketId ticket, UserId author) {
    database.update(CLEAR, bound -> bound.number(ticket.value()).uuid(author.value()));
  }
}
