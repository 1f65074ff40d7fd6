package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.ticket.out.TicketTies;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Tasks, subscribers and companies, looked up together. */
@Singleton
final class JdbcTicketTies implements TicketTies {
  private static final String BETWEEN =
      """
      select rq.company_id as requester_company,
        exists (select 1 from task k
          where k.ticket_id = t.ticket_id and k.assigned_to = ?) as has_task,
        exists (select 1 from ticket_subscriber s
          where s.ticket_id = t.ticket_id and s.user_id = ?) as is_subscribed
      from ticket t join app_user rq on rq.user_id = t.requester_id
      where t.ticket_id = ?
      """;

  private static final String SUBSCRIBE =
      """
      insert into ticket_subscriber (desk_id, ticket_id, user_id) values (?, ?, ?)
      on conflict do nothing
      """;

  private static final String UNSUBSCRIBE =
      "delete from ticket_subscriber where ticket_id = ? and user_id = ?";

  private static final String SUBSCRIBERS =
      "select user_id from ticket_subscriber where ticket_id = ?";

  private final Database database;

  JdbcTicketTies(Database database) {
    this.database = database;
  }

  @Override
  public Ties between(TicketId ticket, UserId user) {
    return database
        .find(
            BETWEEN,
            bound -> bound.uuid(user.value()).uuid(user.value()).number(ticket.value()),
            row ->
                new Ties(
                    row.flag("has_task"),
                    row.flag("is_subscribed"),
                    row.optionalInteger("requester_company")))
        .orElse(Ties.NONE);
  }

  @Override
  public void subscribe(DeskId desk, TicketId ticket, UserId user) {
    database.update(
        SUBSCRIBE, bound -> bound.number(desk.value()).number(ticket.value()).uuid(user.value()));
  }

  @Override
  public void unsubscribe(TicketId ticket, UserId user) {
    database.update(UNSUBSCRIBE, bound -> bound.number(ticket.value()).uuid(user.value()));
  }

  @Override
  public Set<UserId> subscribers(TicketId ticket) {
    return database
        .list(
            SUBSCRIBERS,
            bound -> bound.number(ticket.value()),
            row -> new UserId(row.uuid("user_id")))
        .stream()
        .collect(Collectors.toSet());
  }
}
