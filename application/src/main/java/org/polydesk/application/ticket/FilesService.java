package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.attachment.in.FilesUseCase;
import org.polydesk.application.attachment.out.BlobStore;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Files of tickets, for those who see the tickets and the entries they came with. */
@Singleton
public final class FilesService implements FilesUseCase {
  /** The key of no entry. */
  private static final EntryId NO_ENTRY = new EntryId(0);

  private final Conversations conversations;
  private final TicketRepository tickets;
  private final VisibleTickets visible;
  private final TicketTurns turns;
  private final TicketFiles files;
  private final BlobStore blobs;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public FilesService(
      Conversations conversations,
      TicketRepository tickets,
      VisibleTickets visible,
      TicketTurns turns,
      TicketFiles files,
      BlobStore blobs,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.conversations = conversations;
    this.tickets = tickets;
    this.visible = visible;
    this.turns = turns;
    this.files = files;
    this.blobs = blobs;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  private record Stored(Attachment attachment, BlobStore blobs) implements ReadableFile {
    @Override
    public InputStream open() throws IOException {
      return blobs
          .open(attachment.digest())
          .orElseThrow(() -> new IOException("no bytes of attachment " + attachment.id().value()));
    }
  }

  @Override
  public ReadableFile find(AttachmentId id, Caller caller) {
    return unitOfWork.read(() -> readable(conversations.findAttachment(caller.desk(), id), caller));
  }

  @Override
  public ReadableFile find(UUID publicId, Caller caller) {
    return unitOfWork.read(
        () -> readable(conversations.findAttachment(caller.desk(), publicId), caller));
  }

  private ReadableFile readable(Optional<Attachment> found, Caller caller) {
    return seen(found, caller)
        .filter(attachment -> !attachment.isLink())
        .map(attachment -> new Stored(attachment, blobs))
        .orElseThrow(FilesService::missing);
  }

  private static DeskException missing() {
    return DeskException.notFound("file");
  }

  /**
   * The file that was found, if {@code caller} sees it. One that was not found is asked about as
   * one that is hidden would be, so that both take the same statements.
   */
  private Optional<Attachment> seen(Optional<Attachment> found, Caller caller) {
    boolean readable =
        caller.may(Right.READ_NOTES) || isPublic(found.flatMap(Attachment::entry).orElse(NO_ENTRY));
    TicketId where =
        found.filter(file -> readable).flatMap(Attachment::ticket).orElse(VisibleTickets.NOWHERE);
    boolean seesTicket = visible.seen(tickets.findById(where), caller).isPresent();
    return found.filter(
        file ->
            file.ticket().isPresent() ? seesTicket : file.addedBy().filter(caller::is).isPresent());
  }

  private boolean isPublic(EntryId entry) {
    return conversations
        .findEntry(entry)
        .filter(found -> found.visibility() != Visibility.PUBLIC)
        .isEmpty();
  }

  @Override
  public Attachment stage(NewAttachment file, Caller caller) {
    UserId owner =
        caller.userId().orElseThrow(() -> DeskException.notAllowed("Permission denied."));
    return unitOfWork.run(
        () ->
            files.stage(
                files.judge(List.of(file), UnfitFiles.REFUSED).accepted().get(0),
                owner,
                clock.instant()));
  }

  @Override
  public void remove(AttachmentId id, Caller caller) {
    Ticket ticket =
        unitOfWork.read(
            () ->
                seen(conversations.findAttachment(caller.desk(), id), caller)
                    .flatMap(Attachment::ticket)
                    .flatMap(tickets::findById)
                    .orElseThrow(FilesService::missing));
    turns.run(
        TicketRef.any(ticket.number()),
        caller,
        turn -> {
          Attachment attachment =
              conversations.findAttachment(caller.desk(), id).orElseThrow(FilesService::missing);
          boolean his = attachment.addedBy().filter(caller::is).isPresent();
          if (!his) {
            caller.mustBeAbleTo(Right.UPDATE);
          }
          conversations.remove(id);
          turn.remember(
              "fileRemoved", "file", Optional.of(attachment.name().text()), Optional.empty());
          turn.change(changed -> changed.touched(turn.now()));
          return null;
        });
  }
}
