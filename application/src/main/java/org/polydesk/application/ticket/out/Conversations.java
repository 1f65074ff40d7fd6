package org.polydesk.application.ticket.out;

import java.util.List;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.ticket.TicketId;

/** What was said about tickets, and the files that came with it. */
public interface Conversations {
  /** A key for the next entry; keys rise in the order of this call, over all nodes. */
  EntryId nextEntryId();

  /** Keys for the next {@code count} attachments, rising. */
  List<AttachmentId> nextAttachmentIds(int count);

  /** Adds an entry. */
  void add(Entry entry);

  /** Adds attachments, whose bytes the blob store has. */
  void addAttachments(List<Attachment> attachments);

  /** All entries of a ticket, oldest first. */
  List<Entry> entriesOf(TicketId ticket);
}
