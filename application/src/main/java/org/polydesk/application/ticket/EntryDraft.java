package org.polydesk.application.ticket;

import java.time.Instant;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Recipients;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** An entry that is being put together: what is not said is the desk's own public system line. */
record EntryDraft(
    EntryKind kind,
    Side side,
    Visibility visibility,
    Optional<UserId> author,
    Optional<UserId> onBehalfOf,
    Optional<String> subject,
    Body body,
    Recipients recipients,
    boolean draft) {

  static EntryDraft by(Caller caller) {
    return new EntryDraft(
        EntryKind.SYSTEM,
        Side.SYSTEM,
        Visibility.PUBLIC,
        caller.userId(),
        Optional.empty(),
        Optional.empty(),
        Body.plain(""),
        Recipients.NONE,
        false);
  }

  EntryDraft as(EntryKind newKind, Side newSide) {
    return new EntryDraft(
        newKind, newSide, visibility, author, onBehalfOf, subject, body, recipients, draft);
  }

  /** Written by the caller for somebody else, or by himself. */
  EntryDraft onBehalfOf(UserId other) {
    Optional<UserId> whom = Optional.of(other).filter(id -> !author.equals(Optional.of(id)));
    return new EntryDraft(kind, side, visibility, author, whom, subject, body, recipients, draft);
  }

  /** Written by somebody else, through the caller. */
  EntryDraft from(UserId writer) {
    return new EntryDraft(
        kind, side, visibility, Optional.of(writer), onBehalfOf, subject, body, recipients, draft);
  }

  EntryDraft saying(Optional<String> newSubject, Body newBody) {
    return new EntryDraft(
        kind, side, visibility, author, onBehalfOf, newSubject, newBody, recipients, draft);
  }

  EntryDraft to(Recipients newRecipients) {
    return new EntryDraft(
        kind, side, visibility, author, onBehalfOf, subject, body, newRecipients, draft);
  }

  EntryDraft drafted(boolean newDraft) {
    return new EntryDraft(
        kind, side, visibility, author, onBehalfOf, subject, body, recipients, newDraft);
  }

  Entry toEntry(EntryId id, TicketId ticket, Instant at) {
    return new Entry(
        id,
        ticket,
        kind,
        side,
        visibility,
        author,
        onBehalfOf,
        subject,
        body,
        recipients,
        draft,
        at);
  }
}
