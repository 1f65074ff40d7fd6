package org.polydesk.application.ticket.in;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.NewLink;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.UserId;

/** Lets people speak in tickets, whichever side they are on. */
public interface CommentUseCase {

  /**
   * What is said.
   *
   * @param visibility INTERNAL for a note to the desk's own people
   * @param system whether it stands there as the desk's own line, which answers nobody
   * @param speaker who says it, when it is not the caller himself
   * @param files what comes with it
   * @param waitingFiles public keys of files that the caller sent before
   * @param links addresses of things elsewhere
   * @param told which of the followers are told; empty for all of them
   * @param refusedWhenClosed whether a closed ticket refuses it instead of being reopened
   */
  record CommentCommand(
      TicketRef ticket,
      Body body,
      Visibility visibility,
      boolean system,
      Optional<UserId> speaker,
      List<NewAttachment> files,
      UnfitFiles unfitFiles,
      List<UUID> waitingFiles,
      List<NewLink> links,
      Optional<Set<UserId>> told,
      boolean refusedWhenClosed) {
    public CommentCommand {
      Objects.requireNonNull(ticket, "ticket");
      Objects.requireNonNull(body, "body");
      Objects.requireNonNull(visibility, "visibility");
      Objects.requireNonNull(speaker, "speaker");
      Objects.requireNonNull(unfitFiles, "unfitFiles");
      files = List.copyOf(files);
      waitingFiles = List.copyOf(waitingFiles);
      links = List.copyOf(links);
      told = told.map(Set::copyOf);
    }

    /** A public word of the caller himself, without files. */
    public static CommentCommand saying(TicketRef ticket, Body body) {
      return new CommentCommand(
          ticket,
          body,
          Visibility.PUBLIC,
          false,
          Optional.empty(),
          List.of(),
          UnfitFiles.REFUSED,
          List.of(),
          List.of(),
          Optional.empty(),
          false);
    }
  }

  /** What was said, and the ticket as it is afterwards. */
  record Comment(Ticket ticket, Entry entry) {}

  /**
   * Adds an entry. Its side is CLIENT when the speaker asks in this ticket, is a member, or comes
   * through a door of clients, else STAFF. A public word of the desk answers and, the first time,
   * starts the work; a public word of a client reopens what was done and resumes what was pending.
   *
   * @throws DeskException {@code NOT_FOUND} when there is no such ticket for the caller, or a
   *     waiting file is not his; {@code NOT_ALLOWED} without the right to answer, to write notes,
   *     or to speak for others; {@code INVALID_FIELD} on {@code files} or {@code speaker}; {@code
   *     INVALID_REQUEST} when a closed ticket refuses it
   */
  Comment comment(CommentCommand command, Caller caller);
}
