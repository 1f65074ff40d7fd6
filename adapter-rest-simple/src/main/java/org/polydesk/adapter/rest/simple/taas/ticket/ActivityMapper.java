package org.polydesk.adapter.rest.simple.taas.ticket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.simple.taas.wire.FileLinks;
import org.polydesk.adapter.rest.simple.taas.wire.Priorities;
import org.polydesk.adapter.rest.simple.taas.wire.States;
import org.polydesk.adapter.rest.simple.taas.wire.TaasJson;
import org.polydesk.application.audit.out.AuditTrail.AuditLine;
import org.polydesk.application.field.FieldBook;
import org.polydesk.application.ticket.SentPerson;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Line;
import org.polydesk.application.ticket.in.ReadForTeamUseCase.TeamConversation;
import org.polydesk.application.ticket.out.SentRecords.SentRole;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.catalogue.Tag;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.ticket.TicketChanges;
import org.polydesk.domain.user.UserId;

/** Writes what was said and done. Source: docs/dialects/taas.md, section "Activities". */
final class ActivityMapper {
  private static final String HTML = "comment_HTML";

  /** Entries that tell of what the changes beside them did. */
  private static final Set<EntryKind> DEEDS =
      EnumSet.of(
          EntryKind.RESOLUTION, EntryKind.CLOSURE, EntryKind.REOPENING, EntryKind.ASSIGNMENT);

  private final TeamConversation found;
  private final FileLinks links;
  private final HttpRequest<?> request;
  private final boolean withHtml;

  ActivityMapper(
      TeamConversation found, FileLinks links, HttpRequest<?> request, boolean withHtml) {
    this.found = found;
    this.links = links;
    this.request = request;
    this.withHtml = withHtml;
  }

  /** An activity and its place in the order. */
  record Activity(Instant at, long number, ObjectNode json) {}

  private Conversation conversation() {
    return found.conversation();
  }

  /** All of them, the newest first. */
  List<Activity> all() {
    List<Activity> all = new ArrayList<>();
    all.add(created());
    conversation().lines().forEach(line -> all.add(said(line)));
    long before = 0;
    for (AuditLine line : conversation().changes()) {
      List<AuditFact> news = news(line);
      if (!news.isEmpty()) {
        OptionalLong deed = deed(line, before);
        all.stream()
            .filter(activity -> deed.isPresent() && activity.number() == deed.getAsLong())
            .findFirst()
            .ifPresentOrElse(
                activity -> activity.json().set("changes", changes(news)),
                () -> all.add(changed(line, news)));
      }
      before = line.number();
    }
    all.sort(Comparator.comparing(Activity::at).thenComparing(Activity::number).reversed());
    return all;
  }

  /** The entry, younger than {@code before}, that was written when the changes were made. */
  private OptionalLong deed(AuditLine line, long before) {
    return conversation().lines().stream()
        .map(Line::entry)
        .filter(entry -> DEEDS.contains(entry.kind()))
        .filter(entry -> entry.writtenAt().equals(line.facts().get(0).at()))
        .mapToLong(entry -> entry.id().value())
        .filter(number -> number > before && number < line.number())
        .max();
  }

  private Activity created() {
    Line opening = conversation().opening();
    Entry entry = opening.entry();
    Optional<SentPerson> creator =
        found.sent().person(SentRole.CREATOR, entry.author()).or(() -> author(entry));
    return activity(entry, "created", "", creator, opening.files());
  }

  private Activity said(Line line) {
    Entry entry = line.entry();
    String text = TextFormats.forPlainField(entry.body());
    Activity activity = activity(entry, action(entry.kind()), text, author(entry), line.files());
    if (withHtml) {
      activity.json().put(HTML, TextFormats.forHtmlField(entry.body()));
    }
    return activity;
  }

  private Activity activity(
      Entry entry,
      String action,
      String comment,
      Optional<SentPerson> author,
      List<Attachment> files) {
    ObjectNode json =
        head(entry.id().value(), action, comment, entry.writtenAt(), author)
            .put("isPrivate", isPrivate(entry));
    json.set("attachments", files(files));
    json.putArray("changes");
    return new Activity(entry.writtenAt(), entry.id().value(), json);
  }

  private ObjectNode head(
      long number, String action, String comment, Instant at, Optional<SentPerson> author) {
    ObjectNode json =
        TaasJson.object()
            .put("id", Long.toString(number))
            .put("ticketId", conversation().ticket().guid().toString())
            .put("action", action)
            .put("comment", comment)
            .put("createdDateTime", TaasJson.instant(at));
    if (withHtml) {
      json.put(HTML, "");
    }
    json.set("createdBy", Names.json(author));
    return json;
  }

  static boolean isPrivate(Entry entry) {
    return entry.visibility() != Visibility.PUBLIC || entry.kind() == EntryKind.FORWARD;
  }

  private static String action(EntryKind kind) {
    return switch (kind) {
      case CREATED -> "created";
      case REPLY, REQUESTER_REPLY, INTERNAL_NOTE, FORWARD, SYSTEM -> "commented";
      case RESOLUTION -> "resolved";
      case CLOSURE -> "closed";
      case REOPENING -> "reopened";
      case ASSIGNMENT -> "assigned";
    };
  }

  private Optional<SentPerson> author(Entry entry) {
    return found
        .sent()
        .person(SentRole.authorOf(entry.id()), entry.author())
        .or(() -> entry.author().flatMap(this::person));
  }

  /** Whoever did something, as he was called the last time in this ticket. */
  private Optional<SentPerson> person(UserId user) {
    return found
        .sent()
        .person(SentRole.doer(user), Optional.of(user))
        .or(() -> Optional.ofNullable(conversation().people().get(user)).map(Names::of));
  }

  private static List<AuditFact> news(AuditLine line) {
    return line.facts().stream()
        .filter(fact -> fact.action().equals("changed"))
        .filter(fact -> fact.field().filter(TicketChanges::isNews).isPresent())
        .toList();
  }

  private Activity changed(AuditLine line, List<AuditFact> news) {
    AuditFact first = news.get(0);
    Optional<SentPerson> author = first.onBehalfOf().or(first::actor).flatMap(this::person);
    ObjectNode json =
        head(line.number(), action(news), "", first.at(), author).put("isPrivate", false);
    json.putArray("attachments");
    json.set("changes", changes(news));
    return new Activity(first.at(), line.number(), json);
  }

  private ArrayNode changes(List<AuditFact> news) {
    ArrayNode changes = TaasJson.object().arrayNode();
    for (AuditFact fact : news) {
      String field = fact.field().orElseThrow();
      changes
          .addObject()
          .put("name", name(field))
          .put("oldValue", fact.oldValue().map(text -> value(field, text)).orElse(null))
          .put("newValue", fact.newValue().map(text -> value(field, text)).orElse(null));
    }
    return changes;
  }

  private String action(List<AuditFact> facts) {
    return facts.stream()
        .filter(fact -> fact.field().filter("status"::equals).isPresent())
        .flatMap(fact -> fact.newValue().stream())
        .flatMap(text -> state(text).stream())
        .map(state -> state.word().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("edited");
  }

  private Optional<States> state(String rowId) {
    return conversation()
        .catalogue()
        .status(Integer.parseInt(rowId))
        .map(row -> States.of(row, found.setup()));
  }

  private static String name(String field) {
    Optional<String> custom = FieldBook.keyOf(field);
    if (custom.isPresent()) {
      return "customFields." + custom.get();
    }
    return switch (field) {
      case "subject" -> "title";
      case "requester" -> "requestor";
      case "technician" -> "assignee";
      case "manualDueAt" -> "expectedDate";
      case "closureCode" -> "resolution";
      default -> field;
    };
  }

  private String value(String field, String text) {
    return switch (field) {
      case "status" -> state(text).map(state -> state.word(found.setup())).orElse(text);
      case "priority" -> Priorities.word(Integer.parseInt(text));
      case "requester", "technician" ->
          person(new UserId(UUID.fromString(text))).map(SentPerson::name).orElse(text);
      case "manualDueAt" -> TaasJson.instant(Instant.parse(text));
      case "tags" -> tags(text);
      default -> rowName(field, text).orElse(text);
    };
  }

  private String tags(String ids) {
    Catalogue catalogue = conversation().catalogue();
    return Arrays.stream(ids.split(","))
        .filter(id -> !id.isBlank())
        .map(id -> catalogue.tag(Integer.parseInt(id)).map(Tag::text).orElse(id))
        .collect(Collectors.joining(", "));
  }

  private Optional<String> rowName(String field, String text) {
    return Arrays.stream(CatalogueList.values())
        .filter(list -> list.field().equals(field) && text.matches("[0-9]{1,9}"))
        .findFirst()
        .flatMap(list -> conversation().catalogue().row(list, Integer.parseInt(text)))
        .map(CatalogueRow::name);
  }

  /** All files of the ticket, in the order in which they came. */
  ArrayNode allFiles() {
    return files(
        Stream.of(
                Stream.of(conversation().opening()).flatMap(line -> line.files().stream()),
                conversation().lines().stream().flatMap(line -> line.files().stream()),
                conversation().looseFiles().stream())
            .flatMap(files -> files)
            .sorted(Comparator.comparing(file -> file.id().value()))
            .toList());
  }

  /** The files of one entry. */
  ArrayNode filesOf(long entry) {
    return files(
        Stream.concat(Stream.of(conversation().opening()), conversation().lines().stream())
            .filter(line -> line.entry().id().value() == entry)
            .flatMap(line -> line.files().stream())
            .toList());
  }

  private ArrayNode files(List<Attachment> files) {
    ArrayNode all = TaasJson.object().arrayNode();
    files.forEach(file -> all.add(file(file)));
    return all;
  }

  private ObjectNode file(Attachment file) {
    String name = file.name().text();
    return TaasJson.object()
        .put("id", file.publicId().toString())
        .put("caption", file.caption().orElse(name))
        .put("createdDateTime", TaasJson.instant(file.addedAt()))
        .put("createdBy", file.addedBy().flatMap(this::person).map(SentPerson::name).orElse(""))
        .put("src", links.of(file, conversation().ticket().desk(), request))
        .put("isArchive", name.toLowerCase(Locale.ROOT).matches(".*\\.(zip|rar|7z|tar|gz|tgz)"))
        .put("isHyperlink", file.isLink())
        .put("isImage", !file.isLink() && file.mediaType().startsWith("image/"))
        .put("filename", name);
  }
}
