package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.ticket.SentPerson;
import org.polydesk.application.ticket.out.SentRecords;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** A row for everybody who was named and for every value. */
@Singleton
final class JdbcSentRecords implements SentRecords {
  private static final String REPLACE_PERSON =
      """
      update person_as_sent set user_id = ?, sent_id = ?, name = ?, email = ?, desk_id = ?
      where ticket_id = ? and role = ?
      """;

  private static final String ADD_PERSON =
      """
      insert into person_as_sent (user_id, sent_id, name, email, desk_id, ticket_id, role)
      values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private static final String FORGET_PERSON =
      "delete from person_as_sent where ticket_id = ? and role = ?";

  private static final String REPLACE_VALUE =
      """
      update value_as_sent set sent_value = ?, desk_id = ? where ticket_id = ? and field_key = ?
      """;

  private static final String ADD_VALUE =
      """
      insert into value_as_sent (sent_value, desk_id, ticket_id, field_key) values (?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String FORGET_VALUE =
      "delete from value_as_sent where ticket_id = ? and field_key = ?";

  private static final String PEOPLE =
      """
      select ticket_id, role, user_id, sent_id, name, email
      from person_as_sent where ticket_id = any (?)
      """;

  private static final String VALUES =
      "select ticket_id, field_key, sent_value from value_as_sent where ticket_id = any (?)";

  private static final String UNSEEN =
      """
      select t.ticket_id,
        (select count(*) from entry e where e.ticket_id = t.ticket_id and e.visibility = 'PUBLIC'
          and e.side = 'STAFF' and e.kind <> 'CREATED'
          and e.entry_id > t.client_read_up_to) as by_staff,
        (select count(*) from entry e where e.ticket_id = t.ticket_id and e.visibility = 'PUBLIC'
          and e.side = 'CLIENT' and e.kind <> 'CREATED'
          and e.entry_id > coalesce((select max(s.entry_id) from entry s
            where s.ticket_id = t.ticket_id and s.side = 'STAFF'
            and s.kind <> 'CREATED'), 0)) as by_clients
      from ticket t where t.ticket_id = any (?)
      """;

  private final Database database;

  JdbcSentRecords(Database database) {
    this.database = database;
  }

  private record NamedRow(TicketId ticket, SentRole role, Named named) {}

  private record ValueRow(TicketId ticket, String key, String value) {}

  @Override
  public void keep(DeskId desk, TicketId ticket, SentRole role, Named named) {
    database.replaceOrAdd(
        REPLACE_PERSON,
        ADD_PERSON,
        bound ->
            bound
                .uuid(named.user().map(UserId::value))
                .text(named.person().id())
                .text(named.person().name())
                .text(named.person().email())
                .number(desk.value())
                .number(ticket.value())
                .text(role.name()));
  }

  @Override
  public void forget(TicketId ticket, SentRole role) {
    database.update(FORGET_PERSON, bound -> bound.number(ticket.value()).text(role.name()));
  }

  @Override
  public void keepValues(DeskId desk, TicketId ticket, Map<String, Optional<String>> values) {
    values.forEach(
        (key, value) ->
            value.ifPresentOrElse(
                text ->
                    database.replaceOrAdd(
                        REPLACE_VALUE,
                        ADD_VALUE,
                        bound ->
                            bound.text(text).number(desk.value()).number(ticket.value()).text(key)),
                () ->
                    database.update(
                        FORGET_VALUE, bound -> bound.number(ticket.value()).text(key))));
  }

  @Override
  public Map<TicketId, Sent> of(Collection<TicketId> tickets) {
    Map<TicketId, Map<SentRole, Named>> people =
        database.list(PEOPLE, ids(tickets), JdbcSentRecords::named).stream()
            .collect(
                Collectors.groupingBy(
                    NamedRow::ticket, Collectors.toMap(NamedRow::role, NamedRow::named)));
    Map<TicketId, Map<String, String>> values =
        database.list(VALUES, ids(tickets), JdbcSentRecords::value).stream()
            .collect(
                Collectors.groupingBy(
                    ValueRow::ticket, Collectors.toMap(ValueRow::key, ValueRow::value)));
    Map<TicketId, Sent> all = new HashMap<>();
    for (TicketId ticket : tickets) {
      if (people.containsKey(ticket) || values.containsKey(ticket)) {
        all.put(
            ticket,
            new Sent(people.getOrDefault(ticket, Map.of()), values.getOrDefault(ticket, Map.of())));
      }
    }
    return all;
  }

  private static NamedRow named(Row row) {
    return new NamedRow(
        new TicketId(row.number("ticket_id")),
        new SentRole(row.text("role")),
        new Named(
            row.optionalUuid("user_id").map(UserId::new),
            new SentPerson(row.text("sent_id"), row.text("name"), row.text("email"))));
  }

  private static ValueRow value(Row row) {
    return new ValueRow(
        new TicketId(row.number("ticket_id")), row.text("field_key"), row.text("sent_value"));
  }

  @Override
  public Map<TicketId, Unseen> unseen(Collection<TicketId> tickets) {
    record Count(TicketId ticket, Unseen unseen) {}
    List<Count> counts =
        database.list(
            UNSEEN,
            ids(tickets),
            row ->
                new Count(
                    new TicketId(row.number("ticket_id")),
                    new Unseen(row.integer("by_clients"), row.integer("by_staff"))));
    return counts.stream().collect(Collectors.toMap(Count::ticket, Count::unseen));
  }

  private static Consumer<Parameters> ids(Collection<TicketId> tickets) {
    return bound -> bound.numbers(tickets.stream().map(TicketId::value).toArray(Long[]::new));
  }
}
