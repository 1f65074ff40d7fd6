package org.polydesk.adapter.rest.simple.helpdesk.attachment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Line;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.user.User;

/** The files of a conversation, as far as its reader sees them. */
public final class TicketFiles {
  private TicketFiles() {}

  /** All files, oldest first. */
  public static List<AttachmentResponse> of(Conversation conversation, String base) {
    Stream<AttachmentResponse> loose =
        conversation.looseFiles().stream()
            .map(
                file ->
                    AttachmentResponse.of(
                        file,
                        conversation.ticket().number(),
                        0,
                        Visibility.PUBLIC,
                        false,
                        sender(file, conversation),
                        base));
    Stream<AttachmentResponse> said =
        Stream.concat(Stream.of(conversation.opening()), conversation.lines().stream())
            .flatMap(line -> of(line, conversation, base).stream());
    return Stream.concat(loose, said).toList();
  }

  /** The files of one line. */
  public static List<AttachmentResponse> of(Line line, Conversation conversation, String base) {
    boolean opening = line.entry().kind() == EntryKind.CREATED;
    return line.files().stream()
        .map(
            file ->
                AttachmentResponse.of(
                    file,
                    conversation.ticket().number(),
                    opening ? 0 : line.entry().id().value(),
                    line.entry().visibility(),
                    line.entry().side() == Side.SYSTEM,
                    sender(file, conversation),
                    base))
        .toList();
  }

  private static long sender(Attachment file, Conversation conversation) {
    return file.addedBy()
        .flatMap(id -> Optional.ofNullable(conversation.people().get(id)))
        .map(User::number)
        .orElse(0L);
  }
}
