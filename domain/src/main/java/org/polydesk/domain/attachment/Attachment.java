package org.polydesk.domain.attachment;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/**
 * A file that belongs to a ticket.
 *
 * @param entry the entry it came with; empty for an upload that no entry has taken yet
 * @param ticket the ticket it belongs to; empty likewise
 * @param mediaType what it is served as, worked out from its name
 * @param size bytes, 0 or more
 * @param addedBy who sent it; empty when a program did
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
    Instant addedAt) {

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
    if (size < 0) {
      throw new IllegalArgumentException("a size is 0 or more");
    }
  }
}
