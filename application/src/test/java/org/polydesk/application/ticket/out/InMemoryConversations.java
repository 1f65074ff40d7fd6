package org.polydesk.application.ticket.out;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.ticket.TicketId;

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

  List<Attachment> publicAttachmentsOf(TicketId ticket) {
    return store.read(
        () ->
            attachments.rows().values().stream()
                .filter(attachment -> attachment.ticket().filter(ticket::equals).isPresent())
                .filter(this::isPublic)
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
}
