package org.polydesk.adapter.persistence.outbox;

import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.application.outbox.out.Outbox.Milestone;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Messages as they are read from their rows. */
final class OutboxRows {
  /** The columns that {@link #message} reads. */
  static final String COLUMNS =
      "desk_id, delivery_id, channel, event, ticket_id, entry_id, to_user, to_addresses, created_at,"
          + " told_status, told_resolved_at, told_resolved_by, told_details";

  private OutboxRows() {}

  static Message message(Row row) {
    return new Message(
        row.uuid("delivery_id"),
        new DeskId(row.number("desk_id")),
        row.constant(Channel.class, "channel"),
        row.constant(Event.class, "event"),
        new TicketId(row.number("ticket_id")),
        row.optionalLong("entry_id").map(EntryId::new),
        row.optionalUuid("to_user").map(UserId::new),
        Compact.addresses(row.text("to_addresses")),
        row.instant("created_at"),
        row.optionalText("told_status").map(status -> milestone(row, status)));
  }

  private static Milestone milestone(Row row, String status) {
    return new Milestone(
        status,
        row.optionalInstant("told_resolved_at"),
        row.optionalUuid("told_resolved_by").map(UserId::new),
        row.optionalText("told_details"));
  }
}
