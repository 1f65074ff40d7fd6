package org.polydesk.domain.attachment;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/**
 * A file that belongs to a ticket: bytes that the desk keeps, or the address of something
 * elsewhere.
 *
 * @param entry the entry it came with; empty for an upload that no entry has taken yet
 * @param ticket the ticket it belongs to; empty likewise
 * @param mediaType what it is served as, worked out from its name
 * @param size bytes, 0 or more
 * @param digest of its bytes; of no bytes for an address
 * @param addedBy who sent it; empty when a program did
 * @param link the address of what is elsewhere; empty when the desk keeps the bytes
 * @param caption what people wrote below it
 */
public record Attachment(
    AttachmentId id,
    UUID publicId,
    Optional<TicketId> ticket,
    Optional<EntryId> entry,
    FileName name,
    String mediaType,
    long size,
    Digest digest,
    Optional<UserId> addedBy,
    Instant addedAt,
    Optional<String> link,
    Optional<String> caption) {

  public Attachment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(publicId, "publicId");
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(addedBy, "addedBy");
    Objects.requireNonNull(addedAt, "addedAt");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(caption, "caption");
    if (size < 0) {
      throw new IllegalArgumentException("a size is 0 or more");
    }
  }

  /** A file whose bytes the desk keeps, without a caption. */
  public Attachment(
      AttachmentId id,
      UUID publicId,
      Optional<TicketId> ticket,
      Optional<EntryId> entry,
      FileName name,
      String mediaType,
      long size,
      Digest digest,
      Optional<UserId> addedBy,
      Instant addedAt) {
    this(
        id,
        publicId,
        ticket,
        entry,
        name,
        mediaType,
        size,
        digest,
        addedBy,
        addedAt,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it is the address of something elsewhere. */
  public boolean isLink() {
    return link.isPresent();
  }

  /** The same file with the entry that took it. */
  public Attachment takenBy(TicketId newTicket, EntryId newEntry) {
    return new Attachment(
        id,
        publicId,
        Optional.of(newTicket),
        Optional.of(newEntry),
        name,
        mediaType,
        size,
        digest,
        addedBy,
        addedAt,
        link,
        caption);
  }
}
