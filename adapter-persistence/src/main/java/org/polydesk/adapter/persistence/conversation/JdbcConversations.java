package org.polydesk.adapter.persistence.conversation;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.adapter.persistence.attachment.AttachmentRows;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Recipients;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** Entries in one table, their files in another. */
@Singleton
final class JdbcConversations implements Conversations {
  private static final String NEXT_ENTRY = "select nextval('entry_id') as entry_id";

  private static final String NEXT_ATTACHMENT = "select nextval('attachment_id') as attachment_id";

  private static final String ADD =
      """
      insert into entry (entry_id, desk_id, ticket_id, kind, side, visibility, author_id,
        on_behalf_of, subject, body, folded_body, format, mail_to, mail_cc, draft, written_at)
      values (?, (select t.desk_id from ticket t where t.ticket_id = ?),
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String COLUMNS =
      """
      entry_id, ticket_id, kind, side, visibility, author_id, on_behalf_of, subject, body,
        format, mail_to, mail_cc, draft, written_at
      """;

  private static final String OF_TICKET =
      "select " + COLUMNS + " from entry where ticket_id = ? order by entry_id";

  private static final String OPENING =
      "select " + COLUMNS + " from entry where ticket_id = ? and kind = 'CREATED'";

  private static final String FIND = "select " + COLUMNS + " from entry where entry_id = ?";

  private static final String REWRITE =
      "update entry set body = ?, folded_body = ?, format = ?, visibility = ? where entry_id = ?";

  private static final String FILES =
      "select * from attachment where ticket_id = ? order by attachment_id";

  private static final String FILE =
      "select * from attachment where desk_id = ? and attachment_id = ?";

  private static final String FILE_BY_PUBLIC_ID =
      "select * from attachment where desk_id = ? and public_id = ?";

  private static final String TAKE =
      """
      update attachment set ticket_id = ?, entry_id = ?
      where public_id = ? and added_by = ? and ticket_id is null
      """;

  private static final String REMOVE = "delete from attachment where attachment_id = ?";

  private final Database database;

  JdbcConversations(Database database) {
    this.database = database;
  }

  @Override
  public EntryId nextEntryId() {
    return database
        .find(NEXT_ENTRY, none -> {}, row -> new EntryId(row.number("entry_id")))
        .orElseThrow();
  }

  @Override
  public List<AttachmentId> nextAttachmentIds(int count) {
    if (count == 0) {
      return List.of();
    }
    String sql = String.join(" union all ", Collections.nCopies(count, NEXT_ATTACHMENT));
    return database.list(sql, none -> {}, row -> row.number("attachment_id")).stream()
        .sorted()
        .map(AttachmentId::new)
        .toList();
  }

  @Override
  public void add(Entry entry) {
    database.update(ADD, bound -> bind(bound, entry));
  }

  private static void bind(Parameters bound, Entry entry) {
    bound
        .number(entry.id().value())
        .number(entry.ticket().value())
        .number(entry.ticket().value())
        .name(entry.kind())
        .name(entry.side())
        .name(entry.visibility())
        .uuid(entry.author().map(UserId::value))
        .uuid(entry.onBehalfOf().map(UserId::value))
        .text(entry.subject())
        .text(entry.body().text())
        .text(entry.body().folded())
        .name(entry.body().format())
        .text(Compact.text(entry.recipients().to()))
        .text(Compact.text(entry.recipients().cc()))
        .flag(entry.draft())
        .instant(entry.writtenAt());
  }

  @Override
  public void addAttachments(List<Attachment> attachments) {
    database.batch(AttachmentRows.INSERT, attachments, AttachmentRows::bind);
  }

  @Override
  public List<Entry> entriesOf(TicketId ticket) {
    return database.list(OF_TICKET, bound -> bound.number(ticket.value()), JdbcConversations::read);
  }

  private static Entry read(Row row) {
    return new Entry(
        new EntryId(row.number("entry_id")),
        new TicketId(row.number("ticket_id")),
        row.constant(EntryKind.class, "kind"),
        row.constant(Side.class, "side"),
        row.constant(Visibility.class, "visibility"),
        row.optionalUuid("author_id").map(UserId::new),
        row.optionalUuid("on_behalf_of").map(UserId::new),
        row.optionalText("subject"),
        new Body(row.text("body"), row.constant(Body.Format.class, "format")),
        new Recipients(
            Compact.addresses(row.text("mail_to")), Compact.addresses(row.text("mail_cc"))),
        row.flag("draft"),
        row.instant("written_at"));
  }

  @Override
  public Entry openingOf(TicketId ticket) {
    return database
        .find(OPENING, bound -> bound.number(ticket.value()), JdbcConversations::read)
        .orElseThrow();
  }

  @Override
  public Optional<Entry> findEntry(EntryId id) {
    return database.find(FIND, bound -> bound.number(id.value()), JdbcConversations::read);
  }

  @Override
  public void rewrite(EntryId id, Body body, Visibility visibility) {
    database.update(
        REWRITE,
        bound ->
            bound
                .text(body.text())
                .text(body.folded())
                .name(body.format())
                .name(visibility)
                .number(id.value()));
  }

  @Override
  public List<Attachment> attachmentsOf(TicketId ticket) {
    return database.list(FILES, bound -> bound.number(ticket.value()), AttachmentRows::read);
  }

  @Override
  public Optional<Attachment> findAttachment(DeskId desk, AttachmentId id) {
    return database.find(
        FILE, bound -> bound.number(desk.value()).number(id.value()), AttachmentRows::read);
  }

  @Override
  public Optional<Attachment> findAttachment(DeskId desk, UUID publicId) {
    return database.find(
        FILE_BY_PUBLIC_ID,
        bound -> bound.number(desk.value()).uuid(publicId),
        AttachmentRows::read);
  }

  @Override
  public int take(List<UUID> waiting, UserId owner, TicketId ticket, EntryId entry) {
    List<UUID> missing =
        database.updateEach(
            TAKE,
            waiting,
            (bound, id) ->
                bound.number(ticket.value()).number(entry.value()).uuid(id).uuid(owner.value()));
    return waiting.size() - missing.size();
  }

  @Override
  public void remove(AttachmentId id) {
    database.update(REMOVE, bound -> bound.number(id.value()));
  }
}
