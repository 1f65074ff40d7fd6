package org.polydesk.adapter.persistence.attachment;

import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.attachment.Digest;
import org.polydesk.domain.attachment.FileName;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** How an attachment is laid out in its table. */
public final class AttachmentRows {
  /** The desk is the ticket's, or that of whoever sent a file that no ticket has taken yet. */
  public static final String INSERT =
      """
      insert into attachment (attachment_id, desk_id, public_id, kind, ticket_id, entry_id, name,
        media_type, size_bytes, digest, added_by, added_at, link, caption)
      values (?, coalesce((select t.desk_id from ticket t where t.ticket_id = ?),
          (select u.desk_id from app_user u where u.user_id = ?)),
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private AttachmentRows() {}

  /** Sets what {@link #INSERT} asks for. */
  public static void bind(Parameters bound, Attachment attachment) {
    bound
        .number(attachment.id().value())
        .bigNumber(attachment.ticket().map(TicketId::value))
        .uuid(attachment.addedBy().map(UserId::value))
        .uuid(attachment.publicId())
        .text(attachment.isLink() ? "LINK" : "STORED")
        .bigNumber(attachment.ticket().map(TicketId::value))
        .bigNumber(attachment.entry().map(EntryId::value))
        .text(attachment.name().text())
        .text(attachment.mediaType())
        .number(attachment.size())
        .text(attachment.digest().hex())
        .uuid(attachment.addedBy().map(UserId::value))
        .instant(attachment.addedAt())
        .text(attachment.link())
        .text(attachment.caption());
  }

  /** An attachment from all columns of its table. */
  public static Attachment read(Row row) {
    return new Attachment(
        new AttachmentId(row.number("attachment_id")),
        row.uuid("public_id"),
        row.optionalLong("ticket_id").map(TicketId::new),
        row.optionalLong("entry_id").map(EntryId::new),
        new FileName(row.text("name")),
        row.text("media_type"),
        row.number("size_bytes"),
        new Digest(row.text("digest")),
        row.optionalUuid("added_by").map(UserId::new),
        row.instant("added_at"),
        row.optionalText("link"),
        row.optionalText("caption"));
  }
}
