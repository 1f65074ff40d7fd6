package org.polydesk.adapter.rest.simple.panel.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.simple.panel.ticket.VoteResponse;
import org.polydesk.adapter.rest.simple.panel.wire.PanelJson;
import org.polydesk.application.ticket.in.ClientTicketsUseCase.ClientConversation;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Line;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.ticket.Ticket;

/** A comment. Source: docs/dialects/panel.md, section "Comments". */
record CommentResponse(
    long id,
    String body,
    List<String> files,
    String sentAt,
    boolean isClientAuthor,
    boolean isClientRead,
    String splittedAt,
    Long splittedToTicketNumber,
    VoteResponse vote) {

  /** What the client is shown of a conversation, the oldest first. */
  static List<CommentResponse> of(ClientConversation shown) {
    return Stream.concat(
            Stream.of(shown.conversation().opening()), shown.conversation().lines().stream())
        .filter(CommentResponse::isShown)
        .map(line -> of(line, shown))
        .toList();
  }

  /** One of them. */
  static Optional<CommentResponse> find(ClientConversation shown, EntryId entry) {
    return of(shown).stream().filter(comment -> comment.id() == entry.value()).findFirst();
  }

  private static boolean isShown(Line line) {
    Entry entry = line.entry();
    boolean files = line.files().stream().anyMatch(file -> !file.isLink());
    boolean says = !entry.body().text().isBlank();
    return entry.visibility() == Visibility.PUBLIC
        && switch (entry.kind()) {
          case CREATED -> true;
          case REPLY, REQUESTER_REPLY, RESOLUTION, CLOSURE -> says || files;
          case SYSTEM -> files;
          case FORWARD, REOPENING, ASSIGNMENT, INTERNAL_NOTE -> false;
        };
  }

  private static CommentResponse of(Line line, ClientConversation shown) {
    Entry entry = line.entry();
    Ticket ticket = shown.conversation().ticket();
    boolean client =
        entry.side() == Side.CLIENT
            || (entry.side() == Side.SYSTEM
                && entry.author().filter(ticket.people().requester()::equals).isPresent());
    return new CommentResponse(
        entry.id().value(),
        entry.kind() == EntryKind.SYSTEM ? "" : TextFormats.forPlainField(entry.body()),
        line.files().stream()
            .filter(file -> !file.isLink())
            .map(Attachment::publicId)
            .map(Object::toString)
            .toList(),
        PanelJson.instant(entry.writtenAt()),
        client,
        client || entry.id().value() <= ticket.handling().clientReadUpTo(),
        null,
        null,
        Optional.ofNullable(shown.votes().get(entry.id())).map(VoteResponse::of).orElse(null));
  }
}
