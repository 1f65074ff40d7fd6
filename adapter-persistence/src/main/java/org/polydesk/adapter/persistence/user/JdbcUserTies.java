package org.polydesk.adapter.persistence.user;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.user.out.UserTies;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.UserId;

/**
 * Everything that names a user, one statement for each table. Neither what people wrote nor who
 * closed or changed a ticket last is indexed by the person: that would cost every comment and every
 * change something, and is asked only here. Each of these tables is read once instead.
 */
@Singleton
final class JdbcUserTies implements UserTies {
  private static final String LOCK_USERS =
      "select user_id from app_user where user_id = any (?) order by user_id for update";

  private static final String LOCK_TICKETS =
      """
      select ticket_id from ticket
      where desk_id = ?
        and (requester_id = ? or technician_id = ? or closed_by = ? or updated_by = ?)
      order by ticket_number for update
      """;

  /** A new version makes everybody lose who read the ticket before. */
  private static final String IN_TICKETS =
      """
      update ticket set version = version + 1,
        requester_id = case when requester_id = ? then cast(? as uuid) else requester_id end,
        technician_id = case when technician_id = ? then cast(? as uuid) else technician_id end,
        closed_by = case when closed_by = ? then cast(? as uuid) else closed_by end,
        updated_by = case when updated_by = ? then cast(? as uuid) else updated_by end
      where ticket_id = any (?)
      """;

  private static final int TICKETS_AT_ONCE = 1_000;

  private static final String IN_ENTRIES =
      """
      update entry set
        author_id = case when author_id = ? then cast(? as uuid) else author_id end,
        on_behalf_of = case when on_behalf_of = ? then cast(? as uuid) else on_behalf_of end
      where desk_id = ? and (author_id = ? or on_behalf_of = ?)
      """;

  private record Place(String table, String column) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("attachment", "added_by"),
          new Place("resolution", "resolved_by"),
          new Place("task", "assigned_to"),
          new Place("article", "author_id"),
          new Place("person_as_sent", "user_id"),
          new Place("outbox", "to_user"));

  private static final String IN_PLACE = "update %1$s set %2$s = ? where desk_id = ? and %2$s = ?";

  /** Tables that have a user once with each of something. */
  private static final List<Place> SHARED =
      List.of(
          new Place("ticket_subscriber", "ticket_id"),
          new Place("read_mark", "ticket_id"),
          new Place("asset_user", "asset_id"));

  private static final String TAKE_OVER =
      """
      update %1$s set user_id = ? where desk_id = ? and user_id = ?
        and %2$s not in (select %2$s from %1$s where desk_id = ? and user_id = ?)
      """;

  private static final String FORGET = "delete from %s where desk_id = ? and user_id = ?";

  private static final List<String> FORGOTTEN =
      List.of("ticket_subscriber", "read_mark", "asset_user", "assignment_choice", "access_key");

  private final Database database;

  JdbcUserTies(Database database) {
    this.database = database;
  }

  @Override
  public void move(DeskId desk, UserId from, UserId to) {
    UUID old = from.value();
    UUID next = to.value();
    database.list(
        LOCK_USERS, bound -> bound.uuids(new UUID[] {old, next}), row -> row.uuid("user_id"));
    List<Long> tickets =
        database.list(
            LOCK_TICKETS,
            bound -> bound.number(desk.value()).uuid(old).uuid(old).uuid(old).uuid(old),
            row -> row.number("ticket_id"));
    for (int i = 0; i < tickets.size(); i += TICKETS_AT_ONCE) {
      List<Long> some = tickets.subList(i, Math.min(i + TICKETS_AT_ONCE, tickets.size()));
      database.update(
          IN_TICKETS,
          bound -> {
            for (int column = 0; column < 4; column++) {
              bound.uuid(old).uuid(next);
            }
            bound.numbers(some.toArray(Long[]::new));
          });
    }
    database.update(
        IN_ENTRIES,
        bound ->
            bound
                .uuid(old)
                .uuid(next)
                .uuid(old)
                .uuid(next)
                .number(desk.value())
                .uuid(old)
                .uuid(old));
    PLACES.forEach(
        place -> replace(IN_PLACE.formatted(place.table(), place.column()), desk, old, next));
    SHARED.forEach(
        place ->
            database.update(
                TAKE_OVER.formatted(place.table(), place.column()),
                bound ->
                    bound
                        .uuid(next)
                        .number(desk.value())
                        .uuid(old)
                        .number(desk.value())
                        .uuid(next)));
    FORGOTTEN.forEach(
        table ->
            database.update(
                FORGET.formatted(table), bound -> bound.number(desk.value()).uuid(old)));
  }

  private void replace(String sql, DeskId desk, UUID old, UUID next) {
    database.update(sql, bound -> bound.uuid(next).number(desk.value()).uuid(old));
  }
}
