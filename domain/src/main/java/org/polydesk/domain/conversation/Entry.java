package org.polydesk.domain.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/**
 * One line of a ticket's conversation. Entries are rewritten in two places only, which leave the
 * old text in the history: where the description is edited and where an author mends his comment.
 *
 * @param author who wrote it; empty when the desk itself or a program did
 * @param onBehalfOf for whom the author wrote; empty when for himself
 * @param subject its own headline, of {@link #MAX_SUBJECT_LENGTH} characters at most; empty when it
 *     has none
 * @param draft whether it was marked as drafted beforehand
 */
public record Entry(
    EntryId id,
    TicketId ticket,
    EntryKind kind,
    Side side,
    Visibility visibility,
    Optional<UserId> author,
    Optional<UserId> onBehalfOf,
    Optional<String> subject,
    Body body,
    Recipients recipients,
    boolean draft,
    Instant writtenAt) {
  /** The longest headline of an entry, in characters. */
  public static final int MAX_SUBJECT_LENGTH = 1_000;

  public Entry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(visibility, "visibility");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(onBehalfOf, "onBehalfOf");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(recipients, "recipients");
    Objects.requireNonNull(writtenAt, "writtenAt");
  }

  /** The entry that opens a ticket; it is the requester's word when he wrote it himself. */
  public static Entry created(
      EntryId id,
      TicketId ticket,
      Optional<UserId> author,
      UserId requester,
      Body description,
      Instant at) {
    boolean self = author.filter(requester::equals).isPresent();
    return new Entry(
        id,
        ticket,
        EntryKind.CREATED,
        self ? Side.CLIENT : Side.STAFF,
        Visibility.PUBLIC,
        author,
        self ? Optional.empty() : Optional.of(requester),
        Optional.empty(),
        description,
        Recipients.NONE,
        false,
        at);
  }

  /** The same entry with another text and other readers. */
  public Entry saying(Body next, Visibility readers) {
    return new Entry(
        id,
        ticket,
        kind,
        side,
        readers,
        author,
        onBehalfOf,
        subject,
        next,
        recipients,
        draft,
        writtenAt);
  }

  /**
   * Whether this is an answer in the sense of a response time: public, by the desk, to the
   * requester.
   */
  public boolean isResponse() {
    return side == Side.STAFF
        && visibility == Visibility.PUBLIC
        && kind != EntryKind.CREATED
        && kind != EntryKind.FORWARD;
  }
}
