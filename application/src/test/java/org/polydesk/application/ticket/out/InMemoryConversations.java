package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Conversations in memory. */
public final class InMemoryConversations implements Conversations {
  private final InMemoryStore store;
  private final Table<EntryId, Entry> entries;
  private final Table<AttachmentId, Attachment> attachments;
  private final AtomicLong lastEntry = new AtomicLong();
  private final AtomicLong lastAttachment = new AtomicLong();

  public InMemoryConversations(InMemoryStore store) {
    this.store = store;
    this.entries = store.table();
    this.attachments = store.table();
  }

  @Override
  public EntryId nextEntryId() {
    return new EntryId(lastEntry.incrementAndGet());
  }

  @Override
  public List<AttachmentId> nextAttachmentIds(int count) {
    return Stream.generate(lastAttachment::incrementAndGet)
        .limit(count)
        .map(AttachmentId::new)
        .toList();
  }

  @Override
  public void add(Entry entry) {
    store.run(() -> entries.rows().put(entry.id(), entry));
  }

  @Override
  public void addAttachments(List<Attachment> added) {
    store.run(
        () -> {
          added.forEach(attachment -> attachments.rows().put(attachment.id(), attachment));
          return null;
        });
  }

  @Override
  public List<Entry> entriesOf(TicketId ticket) {
    return store.read(
        () ->
            entries.rows().values().stream()
                .filter(entry -> entry.ticket().equals(ticket))
                .sorted(Comparator.comparingLong(entry -> entry.id().value()))
                .toList());
  }

  List<Attachment> attachmentsOf(TicketId ticket, boolean notes) {
    return store.read(
        () ->
            attachments.rows().values().stream()
                .filter(attachment -> attachment.ticket().filter(ticket::equals).isPresent())
                .filter(attachment -> notes || isPublic(attachment))
                .sorted(Comparator.comparingLong(attachment -> attachment.id().value()))
                .toList());
  }

  private boolean isPublic(Attachment attachment) {
    return attachment
        .entry()
        .map(entries.rows()::get)
        .filter(entry -> entry.visibility() != Visibility.PUBLIC)
        .isEmpty();
  }

  @Override
  public Entry openingOf(TicketId ticket) {
    return entriesOf(ticket).stream()
        .filter(entry -> entry.kind() == EntryKind.CREATED)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Optional<Entry> findEntry(EntryId id) {
    return store.read(() -> Optional.ofNullable(entries.rows().get(id)));
  }

  @Override
  public void rewrite(EntryId id, Body body, Visibility visibility) {
    store.run(
        () -> entries.rows().computeIfPresent(id, (key, entry) -> entry.saying(body, visibility)));
  }

  @Override
  public List<Attachment> attachmentsOf(TicketId ticket) {
    return store.read(
        () ->
            attachments.rows().values().stream()
                .filter(attachment -> attachment.ticket().filter(ticket::equals).isPresent())
                .sorted(Comparator.comparingLong(attachment -> attachment.id().value()))
                .toList());
  }

  @Override
  public Optional<Attachment> findAttachment(DeskId desk, AttachmentId id) {
    return store.read(() -> Optional.ofNullable(attachments.rows().get(id)));
  }

  @Override
  public Optional<Attachment> findAttachment(DeskId desk, UUID publicId) {
    return store.read(
        () ->
            attachments.rows().values().stream()
                .filter(attachment -> attachment.publicId().equals(publicId))
                .findFirst());
  }

  @Override
  public int take(List<UUID> waiting, UserId owner, TicketId ticket, EntryId entry) {
    return store.run(
        () -> {
          List<Attachment> taken =
              attachments.rows().values().stream()
                  .filter(file -> waiting.contains(file.publicId()) && file.ticket().isEmpty())
                  .filter(file -> file.addedBy().filter(owner::equals).isPresent())
                  .toList();
          taken.forEach(file -> attachments.rows().put(file.id(), file.takenBy(ticket, entry)));
          return taken.size();
        });
  }

  /** Gives all entries and files of one ticket to another, whose opening stays its only one. */
  void move(TicketId from, TicketId to) {
    store.run(
        () -> {
          entriesOf(from).forEach(entry -> entries.rows().put(entry.id(), moved(entry, to)));
          attachmentsOf(from)
              .forEach(
                  file ->
                      attachments
                          .rows()
                          .put(file.id(), file.takenBy(to, file.entry().orElseThrow())));
          return null;
        });
  }

  private static Entry moved(Entry entry, TicketId to) {
    EntryKind ordinary = entry.side() == Side.CLIENT ? EntryKind.REQUESTER_REPLY : EntryKind.REPLY;
    return new Entry(
        entry.id(),
        to,
        entry.kind() == EntryKind.CREATED ? ordinary : entry.kind(),
        entry.side(),
        entry.visibility(),
        entry.author(),
        entry.onBehalfOf(),
        entry.subject(),
        entry.body(),
        entry.recipients(),
        entry.draft(),
        entry.writtenAt());
  }

  /** Takes away files that wait for an entry since before {@code before}. */
  void forgetWaiting(Instant before) {
    store.run(
        () ->
            attachments
                .rows()
                .values()
                .removeIf(file -> file.ticket().isEmpty() && file.addedAt().isBefore(before)));
  }

  @Override
  public void remove(AttachmentId id) {
    store.run(() -> attachments.rows().remove(id));
  }
}
