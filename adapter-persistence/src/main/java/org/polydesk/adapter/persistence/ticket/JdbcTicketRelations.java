package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.List;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.ticket.out.TicketRelations;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;

/** Relations by the numbers of tickets. */
@Singleton
final class JdbcTicketRelations implements TicketRelations {
  private static final String LINK =
      """
      insert into ticket_link (desk_id, low_number, high_number) values (?, ?, ?)
      on conflict do nothing
      """;

  private static final String UNLINK =
      "delete from ticket_link where desk_id = ? and low_number = ? and high_number = ?";

  private static final String LINKED =
      """
      select high_number as other from ticket_link where desk_id = ? and low_number = ?
      union all
      select low_number as other from ticket_link where desk_id = ? and high_number = ?
      order by other limit ?
      """;

  private static final String PARTS =
      """
      select ticket_number from ticket
      where desk_id = ? and parent_number = ? and deleted_at is null
      order by ticket_number limit ?
      """;

  private static final String MOVE_ENTRIES =
      """
      update entry set ticket_id = ?, merged_from = coalesce(merged_from, ticket_id),
        kind = case when kind <> 'CREATED' then kind
          when side = 'CLIENT' then 'REQUESTER_REPLY' else 'REPLY' end
      where ticket_id = ?
      """;

  private static final String MOVE_FILES =
      """
      update attachment set ticket_id = ?, merged_from = coalesce(merged_from, ticket_id)
      where ticket_id = ?
      """;

  private static final String MOVE_TASKS =
      """
      update task set ticket_id = ?, ticket_number = ?,
        task_number = task_number
          + coalesce((select max(o.task_number) from task o where o.ticket_id = ?), 0)
      where ticket_id = ?
      """;

  private static final String MOVE_FOLLOWERS =
      """
      insert into ticket_subscriber (desk_id, ticket_id, user_id)
      select desk_id, cast(? as bigint), user_id from ticket_subscriber where ticket_id = ?
      on conflict do nothing
      """;

  private static final String ADD_FOLLOWER =
      """
      insert into ticket_subscriber (desk_id, ticket_id, user_id) values (?, ?, ?)
      on conflict do nothing
      """;

  private static final String MOVE_ASSETS =
      """
      insert into asset_ticket (desk_id, asset_id, ticket_id)
      select desk_id, asset_id, cast(? as bigint) from asset_ticket where ticket_id = ?
      on conflict do nothing
      """;

  private static final String MOVE_PARTS =
      """
      update ticket set parent_number = ?, version = version + 1
      where desk_id = ? and parent_number = ? and ticket_number <> ?
      """;

  private static final String FORGET_LINKS =
      "delete from ticket_link where desk_id = ? and (low_number = ? or high_number = ?)";

  private final Database database;

  JdbcTicketRelations(Database database) {
    this.database = database;
  }

  @Override
  public boolean link(DeskId desk, TicketNumber one, TicketNumber other) {
    return withBoth(LINK, desk, one, other);
  }

  @Override
  public boolean unlink(DeskId desk, TicketNumber one, TicketNumber other) {
    return withBoth(UNLINK, desk, one, other);
  }

  private boolean withBoth(String sql, DeskId desk, TicketNumber one, TicketNumber other) {
    return database.update(
            sql,
            bound ->
                bound
                    .number(desk.value())
                    .number(Math.min(one.value(), other.value()))
                    .number(Math.max(one.value(), other.value())))
        > 0;
  }

  @Override
  public List<TicketNumber> linkedTo(DeskId desk, TicketNumber ticket, int atMost) {
    return database.list(
        LINKED,
        bound ->
            bound
                .number(desk.value())
                .number(ticket.value())
                .number(desk.value())
                .number(ticket.value())
                .number(atMost),
        row -> new TicketNumber(row.number("other")));
  }

  @Override
  public List<TicketNumber> partsOf(DeskId desk, TicketNumber ticket, int atMost) {
    return database.list(
        PARTS,
        bound -> bound.number(desk.value()).number(ticket.value()).number(atMost),
        row -> new TicketNumber(row.number("ticket_number")));
  }

  @Override
  public void move(Ticket gone, Ticket survivor) {
    long from = gone.id().value();
    long to = survivor.id().value();
    database.update(MOVE_ENTRIES, bound -> bound.number(to).number(from));
    database.update(MOVE_FILES, bound -> bound.number(to).number(from));
    database.update(
        MOVE_TASKS,
        bound -> bound.number(to).number(survivor.number().value()).number(to).number(from));
    database.update(MOVE_FOLLOWERS, bound -> bound.number(to).number(from));
    database.update(
        ADD_FOLLOWER,
        bound ->
            bound.number(gone.desk().value()).number(to).uuid(gone.people().requester().value()));
    database.update(MOVE_ASSETS, bound -> bound.number(to).number(from));
    database.update(
        MOVE_PARTS,
        bound ->
            bound
                .number(survivor.number().value())
                .number(gone.desk().value())
                .number(gone.number().value())
                .number(survivor.number().value()));
    moveLinks(gone, survivor);
  }

  private void moveLinks(Ticket gone, Ticket survivor) {
    List<TicketNumber> linked = linkedTo(gone.desk(), gone.number(), Integer.MAX_VALUE);
    database.update(
        FORGET_LINKS,
        bound ->
            bound
                .number(gone.desk().value())
                .number(gone.number().value())
                .number(gone.number().value()));
    database.batch(
        LINK,
        linked.stream().filter(other -> !other.equals(survivor.number())).toList(),
        (bound, other) ->
            bound
                .number(gone.desk().value())
                .number(Math.min(other.value(), survivor.number().value()))
                .number(Math.max(other.value(), survivor.number().value())));
  }
}
