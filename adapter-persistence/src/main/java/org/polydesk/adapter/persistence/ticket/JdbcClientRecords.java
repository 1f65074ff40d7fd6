package org.polydesk.adapter.persistence.ticket;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.ticket.out.ClientRecords;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;

/** What clients told and how they voted, a row a ticket or entry. */
@Singleton
final class JdbcClientRecords implements ClientRecords {
  private static final String DETAILS = "select * from client_details where ticket_id = any (?)";

  private static final String REPLACE_DETAILS =
      """
      update client_details set topic_key = ?, aliased_name = ?, emails = ?, notice_id = ?,
        access_level = ?, project = ?
      where desk_id = ? and ticket_id = ?
      """;

  private static final String ADD_DETAILS =
      """
      insert into client_details (topic_key, aliased_name, emails, notice_id, access_level,
        project, desk_id, ticket_id)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String VOTES = "select * from ticket_vote where ticket_id = any (?)";

  private static final String ENTRY_VOTES =
      """
      select v.* from entry_vote v join entry e on e.entry_id = v.entry_id where e.ticket_id = ?
      """;

  private static final String REPLACE_VOTE =
      "update %1$s_vote set score = ?, comment = ?, voted_at = ? where desk_id = ? and %1$s_id = ?";

  private static final String ADD_VOTE =
      """
      insert into %1$s_vote (score, comment, voted_at, desk_id, %1$s_id) values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private final Database database;

  JdbcClientRecords(Database database) {
    this.database = database;
  }

  private static Long[] keys(Collection<TicketId> tickets) {
    return tickets.stream().map(TicketId::value).toArray(Long[]::new);
  }

  private record Told(TicketId ticket, ClientDetails details) {}

  @Override
  public Map<TicketId, ClientDetails> details(Collection<TicketId> tickets) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    return database
        .list(
            DETAILS,
            bound -> bound.numbers(keys(tickets)),
            row ->
                new Told(
                    new TicketId(row.number("ticket_id")),
                    new ClientDetails(
                        row.optionalText("topic_key"),
                        row.optionalText("aliased_name"),
                        Compact.addresses(row.text("emails")),
                        row.optionalInteger("notice_id"),
                        row.optionalText("access_level"),
                        row.optionalText("project"))))
        .stream()
        .collect(Collectors.toMap(Told::ticket, Told::details));
  }

  @Override
  public void save(DeskId desk, TicketId ticket, ClientDetails details) {
    database.replaceOrAdd(
        REPLACE_DETAILS,
        ADD_DETAILS,
        bound ->
            bound
                .text(details.topicKey())
                .text(details.aliasedName())
                .text(Compact.text(details.emails()))
                .number(details.noticeId())
                .text(details.accessLevel())
                .text(details.project())
                .number(desk.value())
                .number(ticket.value()));
  }

  private record Voted(long key, Vote vote) {}

  private static Voted read(Row row, String key) {
    return new Voted(
        row.number(key),
        new Vote(row.integer("score"), row.optionalText("comment"), row.instant("voted_at")));
  }

  @Override
  public Map<TicketId, Vote> votes(Collection<TicketId> tickets) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    return database
        .list(VOTES, bound -> bound.numbers(keys(tickets)), row -> read(row, "ticket_id"))
        .stream()
        .collect(Collectors.toMap(voted -> new TicketId(voted.key()), Voted::vote));
  }

  @Override
  public Map<EntryId, Vote> entryVotes(TicketId ticket) {
    return database
        .list(ENTRY_VOTES, bound -> bound.number(ticket.value()), row -> read(row, "entry_id"))
        .stream()
        .collect(Collectors.toMap(voted -> new EntryId(voted.key()), Voted::vote));
  }

  @Override
  public void vote(DeskId desk, TicketId ticket, Vote vote) {
    save("ticket", desk, ticket.value(), vote);
  }

  @Override
  public void vote(DeskId desk, EntryId entry, Vote vote) {
    save("entry", desk, entry.value(), vote);
  }

  private void save(String what, DeskId desk, long key, Vote vote) {
    database.replaceOrAdd(
        REPLACE_VOTE.formatted(what),
        ADD_VOTE.formatted(what),
        bound ->
            bound
                .number(vote.score())
                .text(vote.comment())
                .instant(vote.at())
                .number(desk.value())
                .number(key));
  }
}
