package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.NewLink;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.attachment.Digest;
import org.polydesk.domain.attachment.FileName;
import org.polydesk.domain.attachment.FileTypePolicy;
import org.polydesk.domain.attachment.MediaTypes;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Judges files and keeps the good ones with the entry they came with. */
@Singleton
public final class TicketFiles {
  private final Conversations conversations;
  private final FileTypePolicy policy;

  @Inject
  public TicketFiles(Conversations conversations, FileTypePolicy policy) {
    this.conversations = conversations;
    this.policy = policy;
  }

  /**
   * Files that were sent, judged.
   *
   * @param accepted what the desk takes
   * @param skipped the sent names of what it does not take
   */
  public record Judged(List<Accepted> accepted, List<String> skipped) {}

  /** A file the desk takes, under its cleaned name. */
  public record Accepted(FileName name, NewAttachment file) {}

  /**
   * Tells the files that the desk takes from those it does not.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code files} for those it does not take, when
   *     {@code unfit} says so
   */
  public Judged judge(List<NewAttachment> files, UnfitFiles unfit) {
    List<Accepted> accepted = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (NewAttachment file : files) {
      Optional<FileName> name =
          FileName.clean(file.sentName()).filter(n -> policy.allows(n, file.bytes().head()));
      boolean fit = name.isPresent() && (unfit == UnfitFiles.REFUSED || file.bytes().size() > 0);
      if (fit) {
        accepted.add(new Accepted(name.get(), file));
      } else {
        skipped.add(file.sentName());
      }
    }
    if (unfit == UnfitFiles.REFUSED && !skipped.isEmpty()) {
      throw DeskException.invalid(
          Violation.refused("files", "Files of this type are not allowed."));
    }
    return new Judged(List.copyOf(accepted), List.copyOf(skipped));
  }

  /** Keeps accepted files; must run in the transaction of the entry. */
  public List<Attachment> keep(
      List<Accepted> files, TicketId ticket, EntryId entry, Optional<UserId> by, Instant at) {
    if (files.isEmpty()) {
      return List.of();
    }
    List<AttachmentId> ids = conversations.nextAttachmentIds(files.size());
    List<Attachment> attachments = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      attachments.add(attachment(ids.get(i), files.get(i), ticket, entry, by, at));
    }
    conversations.addAttachments(attachments);
    files.forEach(TicketFiles::keepBytes);
    return List.copyOf(attachments);
  }

  private static Attachment attachment(
      AttachmentId id,
      Accepted file,
      TicketId ticket,
      EntryId entry,
      Optional<UserId> by,
      Instant at) {
    return new Attachment(
        id,
        UUID.randomUUID(),
        Optional.of(ticket),
        Optional.of(entry),
        file.name(),
        MediaTypes.of(file.name()),
        file.file().bytes().size(),
        file.file().bytes().digest(),
        by,
        at);
  }

  /** Keeps addresses of things elsewhere; must run in the transaction of the entry. */
  void link(List<NewLink> links, TicketId ticket, EntryId entry, Optional<UserId> by, Instant at) {
    if (links.isEmpty()) {
      return;
    }
    List<AttachmentId> ids = conversations.nextAttachmentIds(links.size());
    List<Attachment> attachments = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      NewLink link = links.get(i);
      FileName name =
          FileName.clean(link.caption().orElse(link.address())).orElse(new FileName("link"));
      attachments.add(
          new Attachment(
              ids.get(i),
              UUID.randomUUID(),
              Optional.of(ticket),
              Optional.of(entry),
              name,
              "text/uri-list",
              0,
              Digest.OF_NOTHING,
              by,
              at,
              Optional.of(link.address()),
              link.caption()));
    }
    conversations.addAttachments(attachments);
  }

  /** Keeps a file that no ticket has taken yet. */
  public Attachment stage(Accepted file, UserId owner, Instant at) {
    Attachment staged =
        new Attachment(
            conversations.nextAttachmentIds(1).get(0),
            UUID.randomUUID(),
            Optional.empty(),
            Optional.empty(),
            file.name(),
            MediaTypes.of(file.name()),
            file.file().bytes().size(),
            file.file().bytes().digest(),
            Optional.of(owner),
            at);
    conversations.addAttachments(List.of(staged));
    keepBytes(file);
    return staged;
  }

  private static void keepBytes(Accepted file) {
    try {
      file.file().bytes().keep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
