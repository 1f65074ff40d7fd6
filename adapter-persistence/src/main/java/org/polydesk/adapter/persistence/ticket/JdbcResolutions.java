package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.ticket.out.Resolutions;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** At most one row for every ticket. */
@Singleton
final class JdbcResolutions implements Resolutions {
  private static final String FIND =
      "select round, details, resolved_by, resolved_at, reopen_count from resolution where ticket_id = ?";

  private static final String REPLACE =
      """
      update resolution set round = ?, details = ?, resolved_by = ?, resolved_at = ?,
        reopen_count = ?
      where desk_id = ? and ticket_id = ?
      """;

  private static final String ADD =
      """
      insert into resolution (round, details, resolved_by, resolved_at, reopen_count, desk_id,
        ticket_id)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
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
                row.instant("resolved_at"),
                row.integer("reopen_count")));
  }

  @Override
  public void save(DeskId desk, TicketId ticket, Resolution resolution) {
    database.replaceOrAdd(
        REPLACE,
        ADD,
        bound ->
            bound
                .number(resolution.round())
                .text(resolution.details())
                .uuid(resolution.by().value())
                .instant(resolution.at())
                .number(resolution.reopenCount())
                .number(desk.value())
                .number(ticket.value()));
  }
}
