package org.polydesk.adapter.persistence.outbox;

import jakarta.inject.Singleton;
import java.util.List;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.KeyBlocks;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.application.outbox.out.Outbox;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Messages as rows that wait, due from the instant they were written at. */
@Singleton
final class JdbcOutbox implements Outbox {
  private static final String ADD =
      """
      insert into outbox (outbox_id, desk_id, delivery_id, channel, event, ticket_id, entry_id,
        to_user, to_addresses, created_at, told_status, told_resolved_at, told_resolved_by,
        told_details, state, attempts, due_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?)
      """;

  private static final String WAITING =
      """
      select %s from outbox where ticket_id = ? and state = 'WAITING'
      order by created_at, outbox_id
      """
          .formatted(OutboxRows.COLUMNS);

  private final Database database;
  private final KeyBlocks keys;

  JdbcOutbox(Database database) {
    this.database = database;
    this.keys = KeyBlocks.of(database, "outbox_id_block");
  }

  @Override
  public void add(List<Message> messages) {
    database.batch(ADD, messages, this::bind);
  }

  private void bind(Parameters bound, Message message) {
    bound
        .number(keys.next())
        .number(message.desk().value())
        .uuid(message.deliveryId())
        .name(message.channel())
        .name(message.event())
        .number(message.ticket().value())
        .bigNumber(message.entry().map(EntryId::value))
        .uuid(message.toUser().map(UserId::value))
        .text(Compact.text(message.toAddresses()))
        .instant(message.createdAt())
        .text(message.milestone().map(Milestone::status))
        .instant(message.milestone().flatMap(Milestone::resolvedAt))
        .uuid(message.milestone().flatMap(Milestone::resolvedBy).map(UserId::value))
        .text(message.milestone().flatMap(Milestone::details))
        .instant(message.createdAt());
  }

  @Override
  public List<Message> waitingFor(TicketId ticket) {
    return database.list(WAITING, bound -> bound.number(ticket.value()), OutboxRows::message);
  }
}
