package org.polydesk.adapter.rest.simple.taas.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.simple.taas.wire.FieldJson;
import org.polydesk.adapter.rest.simple.taas.wire.Priorities;
import org.polydesk.adapter.rest.simple.taas.wire.States;
import org.polydesk.adapter.rest.simple.taas.wire.TaasJson;
import org.polydesk.adapter.rest.simple.taas.wire.Zones;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.NewLink;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.desk.TagBook.TagName;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.ticket.SentPerson;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.ChangeStatusCommand;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.Goal;
import org.polydesk.application.ticket.in.CommentUseCase.CommentCommand;
import org.polydesk.application.ticket.in.ServeTeamUseCase.NewTeamTicket;
import org.polydesk.application.ticket.in.ServeTeamUseCase.TeamTicketChange;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.catalogue.CustomField;
import org.polydesk.domain.catalogue.FieldValue;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.ClosureCode;
import org.polydesk.domain.ticket.Subject;

/** Reads what programs want done. Source: docs/dialects/taas.md, section "Writing". */
final class TicketForms {
  private static final int MOST_VALUES = 500;
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_VALUE = 1_000_000;

  private final JsonNode body;
  private final RequestForm form;
  private final List<CustomField> fields;
  private final Violations found = new Violations();

  private TicketForms(RequestForm form, List<CustomField> fields) {
    this.fields = fields;
    this.form = form;
    this.body = form.json().orElse(MissingNode.getInstance());
  }

  /** A status change and who wants it. */
  record StatusChange(ChangeStatusCommand command, SentPerson user) {}

  /** A word and who says it. */
  record Word(CommentCommand command, SentPerson user) {}

  static NewTeamTicket newTicket(RequestForm form, List<CustomField> fields) {
    return new TicketForms(form, fields).newTicket();
  }

  static TeamTicketChange change(RequestForm form, TicketRef ticket, List<CustomField> fields) {
    return new TicketForms(form, fields).change(ticket);
  }

  static StatusChange status(RequestForm form, TicketRef ticket) {
    return new TicketForms(form, List.of()).status(ticket);
  }

  static Word comment(RequestForm form, TicketRef ticket) {
    return new TicketForms(form, List.of()).comment(ticket, false);
  }

  static Word attachments(RequestForm form, TicketRef ticket) {
    return new TicketForms(form, List.of()).comment(ticket, true);
  }

  private NewTeamTicket newTicket() {
    JsonNode ticket = body.path("ticket");
    if (!ticket.isObject()) {
      found.add(Violation.required("ticket"));
    }
    Optional<String> title = text(ticket, "title");
    title(title.orElse(""));
    Optional<SentPerson> requester = person(ticket.path("requestor"), "ticket.requestor");
    Optional<SentPerson> user = user();
    Optional<SentPerson> assignee =
        isThere(ticket.path("assignee"))
            ? person(ticket.path("assignee"), "ticket.assignee")
            : Optional.empty();
    Optional<Body> description = description(ticket);
    Optional<Integer> priority = priority(ticket).value();
    Optional<Instant> wanted = expected(ticket).value();
    List<TagName> tags = tags(ticket).orElse(List.of());
    Values sent = values(ticket);
    Map<String, String> values = new LinkedHashMap<>();
    sent.unknown().forEach((key, value) -> value.ifPresent(text -> values.put(key, text)));
    found.orThrow();
    return new NewTeamTicket(
        new Subject(title.orElseThrow()),
        description.orElse(Body.plain("")),
        requester.orElseThrow(),
        assignee,
        priority,
        wanted,
        tags,
        sent.fields(),
        values,
        user.orElseThrow());
  }

  private TeamTicketChange change(TicketRef ref) {
    JsonNode ticket = body.path("ticket").isObject() ? body.path("ticket") : body.path("updates");
    if (!ticket.isObject()) {
      found.add(Violation.required("ticket"));
    }
    Optional<String> title = text(ticket, "title");
    title.ifPresent(this::title);
    found.addIf(ticket.has("title") && title.isEmpty(), Violation.required("ticket.title"));
    Optional<SentPerson> requester =
        isThere(ticket.path("requestor"))
            ? person(ticket.path("requestor"), "ticket.requestor")
            : Optional.empty();
    Edit<SentPerson> assignee =
        !ticket.has("assignee")
            ? Edit.keep()
            : Edit.set(
                isThere(ticket.path("assignee"))
                    ? person(ticket.path("assignee"), "ticket.assignee")
                    : Optional.empty());
    Optional<SentPerson> user = user();
    Optional<Body> description = description(ticket);
    Edit<Integer> priority = priority(ticket);
    Edit<Instant> wanted = expected(ticket);
    Optional<List<TagName>> tags = tags(ticket);
    Values values = values(ticket);
    found.orThrow();
    return new TeamTicketChange(
        ref,
        title.map(Subject::new),
        description,
        requester,
        assignee,
        priority,
        wanted,
        tags,
        values.fields(),
        values.unknown(),
        user.orElseThrow());
  }

  private StatusChange status(TicketRef ticket) {
    String word = text(body, "status").orElse("");
    Optional<States> state = States.named(word);
    if (word.isBlank()) {
      found.add(Violation.required("status"));
    } else {
      found.addIf(state.isEmpty(), Violation.outOfRange("status", word));
    }
    Optional<String> code = text(body, "resolution").filter(text -> !text.isBlank());
    found.addAll(
        Violations.of("resolution")
            .atMost(ClosureCode.MAX_LENGTH, code.orElse(""))
            .storable(code.orElse(""))
            .toList());
    Optional<Body> comment = words().filter(said -> !said.text().isEmpty());
    Optional<SentPerson> user = user();
    found.orThrow();
    States target = state.orElseThrow();
    return new StatusChange(
        new ChangeStatusCommand(
            ticket,
            goal(target),
            code.map(ClosureCode::new),
            comment,
            Optional.empty(),
            List.of(),
            from -> target.isAllowedFrom(from.type()),
            false),
        user.orElseThrow());
  }

  private static Goal goal(States state) {
    return switch (state) {
      case OPEN -> Goal.OPEN;
      case STARTED -> Goal.STARTED;
      case RESOLVED -> Goal.RESOLVED;
      case CLOSED -> Goal.CLOSED;
      case REOPENED -> Goal.REOPENED;
    };
  }

  private Word comment(TicketRef ticket, boolean withFiles) {
    Optional<Body> said = words();
    List<NewLink> links = withFiles ? links() : List.of();
    List<NewAttachment> files =
        withFiles
            ? form.files().stream()
                .map(file -> new NewAttachment(file.name(), file.blob()))
                .toList()
            : List.of();
    boolean silent = said.filter(body -> !body.text().isBlank()).isEmpty();
    if (withFiles) {
      found.addIf(
          body.path("attachments").isEmpty() && files.isEmpty(), Violation.required("attachments"));
    } else {
      found.addIf(silent, Violation.required("comment"));
    }
    boolean isPrivate = flag("isPrivate");
    Optional<SentPerson> user = user();
    found.orThrow();
    return new Word(
        new CommentCommand(
            ticket,
            said.orElse(Body.plain("")),
            isPrivate ? Visibility.INTERNAL : Visibility.PUBLIC,
            silent && !isPrivate,
            Optional.empty(),
            files,
            UnfitFiles.REFUSED,
            List.of(),
            links,
            Optional.empty(),
            false),
        user.orElseThrow());
  }

  private List<NewLink> links() {
    JsonNode sent = body.path("attachments");
    if (!sent.isArray()) {
      found.addIf(isThere(sent), Violation.malformed("attachments", ""));
      return List.of();
    }
    List<NewLink> links = new ArrayList<>();
    for (JsonNode one : sent) {
      String address = text(one, "src").orElse("");
      List<Violation> wrong = NewLink.violationsOf("attachments.src", address);
      found.addAll(wrong);
      if (wrong.isEmpty()) {
        links.add(new NewLink(address, text(one, "caption")));
      }
    }
    return links;
  }

  private Optional<Body> words() {
    return said("comment", field("comment"), field("comment_HTML"));
  }

  /** The plain text if it says anything, else the HTML, else the plain text all the same. */
  private Optional<Body> said(String name, Optional<String> plain, Optional<String> html) {
    boolean isPlain = html.isEmpty() || plain.filter(text -> !text.isEmpty()).isPresent();
    Optional<String> sent = isPlain ? plain : html;
    List<Violation> wrong = sent.map(text -> Body.violationsOf(name, text)).orElse(List.of());
    found.addAll(wrong);
    return isPlain || !wrong.isEmpty() ? sent.map(Body::plain) : sent.map(TextFormats::html);
  }

  private Optional<Body> description(JsonNode ticket) {
    Optional<Body> said =
        said("ticket.description", text(ticket, "description"), text(ticket, "description_HTML"));
    boolean cleared = ticket.path("description").isNull();
    return said.or(() -> cleared ? Optional.of(Body.plain("")) : Optional.empty());
  }

  private Optional<String> field(String name) {
    return form.json().isPresent() ? text(body, name) : form.body().first(name);
  }

  private boolean flag(String name) {
    String text = field(name).orElse("false").strip();
    boolean known = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    found.addIf(!known && !text.isEmpty(), Violation.malformed(name, text));
    return text.equalsIgnoreCase("true");
  }

  private void title(String title) {
    found.addAll(
        Violations.of("ticket.title")
            .required(title)
            .atMost(Subject.MAX_LENGTH, title)
            .storable(title)
            .toList());
  }

  private Optional<SentPerson> user() {
    JsonNode user =
        form.json().isPresent()
            ? body.path("user")
            : form.body()
                .first("user")
                .map(text -> TaasJson.sentValue("user", text))
                .orElse(MissingNode.getInstance());
    return person(user, "user");
  }

  private Optional<SentPerson> person(JsonNode node, String field) {
    if (!node.isObject()) {
      found.add(Violation.required(field));
      return Optional.empty();
    }
    String id = text(node, "id").orElse("");
    String name = text(node, "name").orElse("");
    String email = text(node, "email").orElse("").strip();
    List<Violation> wrong = SentPerson.violationsOf(field, id, name, email);
    found.addAll(wrong);
    return wrong.isEmpty() ? Optional.of(new SentPerson(id, name, email)) : Optional.empty();
  }

  private Edit<Integer> priority(JsonNode ticket) {
    if (!ticket.has("priority")) {
      return Edit.keep();
    }
    Optional<String> word = text(ticket, "priority").filter(text -> !text.isBlank());
    Optional<Integer> id = word.flatMap(Priorities::id);
    word.filter(text -> id.isEmpty())
        .ifPresent(text -> found.add(Violation.outOfRange("ticket.priority", text)));
    return Edit.set(id);
  }

  private Edit<Instant> expected(JsonNode ticket) {
    ZoneOffset zone = Zones.read(form.parameters(), found);
    if (!ticket.has("expectedDate")) {
      return Edit.keep();
    }
    Optional<String> text = text(ticket, "expectedDate").filter(date -> !date.isBlank());
    Optional<Instant> at =
        text.flatMap(
            date ->
                Zones.date(date)
                    .map(day -> Zones.midnight(day, zone))
                    .or(() -> Zones.instant(date, zone)));
    text.filter(date -> at.isEmpty())
        .ifPresent(date -> found.add(Violation.malformed("ticket.expectedDate", date)));
    return Edit.set(at);
  }

  private Optional<List<TagName>> tags(JsonNode ticket) {
    JsonNode sent = ticket.path("tags");
    if (!ticket.has("tags")) {
      return Optional.empty();
    }
    if (!sent.isArray()) {
      found.addIf(!sent.isNull(), Violation.malformed("ticket.tags", ""));
      return Optional.of(List.of());
    }
    List<TagName> tags = new ArrayList<>();
    for (JsonNode one : sent) {
      String text = one.isTextual() ? one.asText() : text(one, "text").orElse("");
      Optional<UUID> category = text(one, "tagCategoryId").flatMap(this::uuid);
      List<Violation> wrong = tagViolations(text);
      found.addAll(wrong);
      if (wrong.isEmpty()) {
        tags.add(new TagName(category, text));
      }
    }
    return Optional.of(tags);
  }

  private static List<Violation> tagViolations(String text) {
    return Violations.of("ticket.tags.text").required(text).storable(text).toList();
  }

  private Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text.strip()));
    } catch (IllegalArgumentException e) {
      found.add(Violation.malformed("ticket.tags.tagCategoryId", text));
      return Optional.empty();
    }
  }

  /**
   * What was sent for custom fields.
   *
   * @param unknown by what the program calls them, each a JSON value, for fields that the desk does
   *     not have
   */
  private record Values(FieldEdits fields, Map<String, Optional<String>> unknown) {}

  private Values values(JsonNode ticket) {
    JsonNode sent = ticket.path("customFields");
    if (!sent.isObject()) {
      found.addIf(isThere(sent), Violation.malformed("ticket.customFields", ""));
      return new Values(FieldEdits.NONE, Map.of());
    }
    found.addIf(
        sent.size() > MOST_VALUES,
        Violation.refused("ticket.customFields", "There are more than 500 custom fields."));
    Map<Integer, Optional<FieldValue>> known = new HashMap<>();
    Map<String, Optional<String>> unknown = new LinkedHashMap<>();
    sent.properties()
        .forEach(
            member -> {
              Optional<CustomField> field = customField(member.getKey());
              field.ifPresent(one -> known.put(one.id(), value(one, member.getValue())));
              if (field.isEmpty()) {
                unknown.put(member.getKey(), asSent(member.getKey(), member.getValue()));
              }
            });
    return new Values(new FieldEdits(known), unknown);
  }

  private Optional<CustomField> customField(String key) {
    return fields.stream()
        .filter(field -> field.publicId().toString().equalsIgnoreCase(key.strip()))
        .findFirst();
  }

  private Optional<FieldValue> value(CustomField field, JsonNode sent) {
    if (FieldJson.isNothing(sent)) {
      return Optional.empty();
    }
    Optional<FieldValue> value = FieldJson.read(field, sent);
    String name = "ticket.customFields." + field.publicId();
    if (value.isEmpty()) {
      found.add(Violation.malformed(name, sent.isValueNode() ? sent.asText() : ""));
    }
    value.ifPresent(given -> found.addAll(field.violationsOf(name, given)));
    return value;
  }

  private Optional<String> asSent(String key, JsonNode value) {
    String text = value.toString();
    found.addAll(
        Violations.of("ticket.customFields")
            .required(key)
            .atMost(LONGEST_KEY, key)
            .atMost(LONGEST_VALUE, text)
            .toList());
    return value.isNull() ? Optional.empty() : Optional.of(text);
  }

  private static boolean isThere(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  /** A plain value as a text; empty when it is missing, {@code null} or no plain value. */
  private static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }
}
