package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;

/**
 * Takes mail that people send to the desk: the port for an adapter that fetches or is handed mail.
 * No adapter does so yet, and nothing implements this; mails that the desk sends carry already what
 * an answer needs to find its ticket (docs/notifications.md).
 */
public interface ReceiveMailUseCase {

  /**
   * A mail as an adapter has read it.
   *
   * @param desk whose address it was sent to, {@code help+desk.ticket@…}
   * @param ticket the one that the address names; without it the mail may still answer one by
   *     {@code answers}
   * @param messageId its {@code Message-ID}; a mail that comes twice is taken once
   * @param answers {@code In-Reply-To} and {@code References}, as they stand there
   * @param from who sent it, by the envelope
   * @param automatic whether a program wrote it ({@code Auto-Submitted}, bounces, lists); such a
   *     mail is never answered and opens nothing, so that two programs cannot talk for ever
   */
  record IncomingMail(
      DeskId desk,
      Optional<TicketNumber> ticket,
      String messageId,
      List<String> answers,
      EmailAddress from,
      String subject,
      Body body,
      List<NewAttachment> files,
      boolean automatic) {
    public IncomingMail {
      Objects.requireNonNull(desk, "desk");
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(body, "body");
      answers = List.copyOf(answers);
      files = List.copyOf(files);
    }
  }

  /**
   * Adds what was written to the ticket that it answers, if the sender may speak there, and opens a
   * new one otherwise.
   *
   * @return the ticket; empty when the mail was dropped: it is automatic, has been taken before, or
   *     comes from somebody whom the desk does not know and takes no new people
   */
  Optional<TicketNumber> receive(IncomingMail mail);
}
