package org.polydesk.adapter.rest.simple.helpdesk.conversation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polydesk.adapter.rest.simple.helpdesk.attachment.AttachmentResponse;
import org.polydesk.adapter.rest.simple.helpdesk.attachment.TicketFiles;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Marker;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.audit.out.AuditTrail.AuditLine;
import org.polydesk.application.field.FieldBook;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Line;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.ticket.TicketChanges;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * A conversation as comments, the newest first: what was said, and as the desk's own lines what was
 * changed.
 */
public final class CommentMapper {
  private final Conversation conversation;
  private final Words words;
  private final String base;

  public CommentMapper(Conversation conversation, Words words, String base) {
    this.conversation = conversation;
    this.words = words;
    this.base = base;
  }

  /** The comments that the conversation's reader may see. */
  public List<CommentResponse> comments() {
    return Stream.concat(
            conversation.lines().stream().filter(CommentMapper::isShown).map(this::comment),
            conversation.changes().stream().filter(this::isNews).map(this::comment))
        .sorted(Comparator.comparingLong(CommentResponse::commentId).reversed())
        .toList();
  }

  /** A line without a word and without files tells nothing that the changes do not tell. */
  private static boolean isShown(Line line) {
    return !line.entry().body().text().isBlank() || !line.files().isEmpty();
  }

  private boolean isNews(AuditLine line) {
    return !sentence(line).isEmpty();
  }

  private CommentResponse comment(Line line) {
    Entry entry = line.entry();
    boolean technicians =
        entry.visibility() == Visibility.INTERNAL || entry.kind() == EntryKind.FORWARD;
    return comment(
        entry.id().value(),
        entry.writtenAt(),
        conversation.authorOf(entry),
        entry.side() == Side.SYSTEM,
        technicians,
        entry.body(),
        Stream.concat(entry.recipients().to().stream(), entry.recipients().cc().stream())
            .map(EmailAddress::text)
            .collect(Collectors.joining(",")),
        TicketFiles.of(line, conversation, base));
  }

  private CommentResponse comment(AuditLine line) {
    AuditFact first = line.facts().get(0);
    Optional<User> actor =
        first
            .onBehalfOf()
            .or(first::actor)
            .flatMap(id -> Optional.ofNullable(conversation.people().get(id)));
    return comment(
        line.number(), first.at(), actor, true, false, Body.plain(sentence(line)), "", List.of());
  }

  private CommentResponse comment(
      long id,
      Instant at,
      Optional<User> author,
      boolean system,
      boolean technicians,
      Body body,
      String recipients,
      List<AttachmentResponse> files) {
    return new CommentResponse(
        id,
        conversation.ticket().number().value(),
        author.map(User::number).orElse(null),
        author.map(CommentMapper::login).orElse(""),
        author.flatMap(User::email).map(EmailAddress::text).orElse(""),
        author.map(user -> user.name().first()).orElse(""),
        author.map(user -> user.name().last()).orElse(""),
        system,
        HelpdeskJson.instant(at),
        technicians,
        Marker.with(body),
        conversation.ticket().subject().text(),
        recipients,
        files);
  }

  private static String login(User user) {
    return user.userName().or(() -> user.email().map(EmailAddress::text)).orElse("");
  }

  private String sentence(AuditLine line) {
    return line.facts().stream()
        .filter(fact -> fact.action().equals("changed"))
        .filter(fact -> fact.field().filter(TicketChanges::isNews).isPresent())
        .filter(fact -> !fact.field().get().equals("description"))
        .map(
            fact ->
                "%s: %s → %s."
                    .formatted(
                        label(fact.field().orElseThrow()),
                        value(fact.field().orElseThrow(), fact.oldValue()),
                        value(fact.field().orElseThrow(), fact.newValue())))
        .collect(Collectors.joining(" "));
  }

  private String label(String field) {
    Optional<String> custom = FieldBook.keyOf(field);
    if (custom.isPresent()) {
      return words.fields().all().stream()
          .filter(one -> one.publicId().toString().equals(custom.get()))
          .map(CustomField::name)
          .findFirst()
          .orElse(custom.get());
    }
    return switch (field) {
      case "technician" -> "Assignee";
      case "requester" -> "Submitter";
      case "manualDueAt" -> "Due date";
      case "timeSpent" -> "Time spent";
      default -> Character.toUpperCase(field.charAt(0)) + field.substring(1);
    };
  }

  private String value(String field, Optional<String> value) {
    if (value.isEmpty() || value.get().isEmpty()) {
      return "none";
    }
    String text = value.get();
    return switch (field) {
      case "status" ->
          words.catalogue().status(Integer.parseInt(text)).map(words::status).orElse(text);
      case "technician", "requester" ->
          UserId.parse(text)
              .flatMap(id -> Optional.ofNullable(conversation.people().get(id)))
              .map(User::displayName)
              .orElse(text);
      case "priority" -> words.name(CatalogueList.PRIORITY, Optional.of(Integer.valueOf(text)));
      case "category" -> {
        String name = words.name(CatalogueList.CATEGORY, Optional.of(Integer.valueOf(text)));
        yield name.isEmpty() ? "none" : name;
      }
      case "department" -> words.name(CatalogueList.DEPARTMENT, Optional.of(Integer.valueOf(text)));
      case "site" -> words.name(CatalogueList.SITE, Optional.of(Integer.valueOf(text)));
      case "group" -> words.name(CatalogueList.GROUP, Optional.of(Integer.valueOf(text)));
      case "tags" ->
          Stream.of(text.split(","))
              .map(id -> words.catalogue().tag(Integer.parseInt(id)).map(t -> t.text()).orElse(id))
              .collect(Collectors.joining(", "));
      default -> text;
    };
  }
}
