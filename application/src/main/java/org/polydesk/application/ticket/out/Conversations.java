package org.polydesk.application.ticket.out;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

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

  /** The entry that opened a ticket. */
  Entry openingOf(TicketId ticket);

  /** The entry of this key. */
  Optional<Entry> findEntry(EntryId id);

  /** Gives an entry another text and other readers; what it said before is the caller's to keep. */
  void rewrite(EntryId id, Body body, Visibility visibility);

  /** All files of a ticket, whoever may see them, oldest first. */
  List<Attachment> attachmentsOf(TicketId ticket);

  /** The file of this key in the desk. */
  Optional<Attachment> findAttachment(DeskId desk, AttachmentId id);

  /** The file of this public key in the desk. */
  Optional<Attachment> findAttachment(DeskId desk, UUID publicId);

  /**
   * Gives files that wait for an entry to one.
   *
   * @param owner who sent them; nobody else's are taken
   * @return how many were there to be taken
   */
  int take(List<UUID> waiting, UserId owner, TicketId ticket, EntryId entry);

  /** Takes a file away from its ticket. Its bytes stay, for other files may have the same. */
  void remove(AttachmentId id);
}
