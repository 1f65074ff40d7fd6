package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.DuplicateKeyException;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.application.ticket.out.Resolutions;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** One row for each round; the last one is the ticket's resolution. */
@Singleton
final class JdbcResolutions implements Resolutions {
  private static final String FIND =
      """
      select round, details, resolved_by, resolved_at from resolution
      where ticket_id = ? order by round desc limit 1
      """;

  private static final String UPDATE =
      """
      update resolution set details = ?, resolved_by = ?, resolved_at = ?
      where desk_id = ? and ticket_id = ? and round = ?
      """;

  private static final String INSERT =
      """
      insert into resolution (details, resolved_by, resolved_at, desk_id, ticket_id, round)
      values (?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  JdbcResolutions(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Resolution> find(TicketId ticket) {
    return database.find(
        FIND,
        bound -> bound.number(ticket.value()),
        row ->
            new Resolution(
                row.integer("round"),
                row.text("details"),
                new UserId(row.uuid("resolved_by")),
                row.instant("resolved_at")));
  }

  /**
   * {@inheritDoc}
   *
   * @throws DeskException {@code STALE_VERSION} when the same round is added twice at once
   */
  @Override
  public void save(DeskId desk, TicketId ticket, Resolution resolution) {
    try {
      if (database.update(UPDATE, bound -> bind(bound, desk, ticket, resolution)) == 0) {
        database.update(INSERT, bound -> bind(bound, desk, ticket, resolution));
      }
    } catch (DuplicateKeyException e) {
      throw DeskException.staleVersion("resolution");
    }
  }

  private static void bind(Parameters bound, DeskId desk, TicketId ticket, Resolution resolution) {
    bound
        .text(resolution.details())
        .uuid(resolution.by().value())
        .instant(resolution.at())
        .number(desk.value())
        .number(ticket.value())
        .number(resolution.round());
  }
}
