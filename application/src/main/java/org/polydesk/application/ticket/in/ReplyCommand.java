package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Recipients;

/**
 * What somebody says in a ticket.
 *
 * @param subject its headline; empty for none
 * @param recipients who it is mailed to
 * @param draft whether it was drafted beforehand
 */
public record ReplyCommand(
    TicketRef ticket,
    Optional<String> subject,
    Body body,
    Recipients recipients,
    boolean draft,
    List<NewAttachment> files,
    UnfitFiles unfitFiles) {
  public ReplyCommand {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(recipients, "recipients");
    Objects.requireNonNull(unfitFiles, "unfitFiles");
    files = List.copyOf(files);
  }
}
