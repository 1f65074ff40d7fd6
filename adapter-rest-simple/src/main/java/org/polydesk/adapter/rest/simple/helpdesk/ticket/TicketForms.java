package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.simple.helpdesk.user.NamedPeople;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.in.UpdateTicketCommand;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * Reads what a ticket is to be made of and what is to become of it. Source:
 * docs/dialects/helpdesk.md, sections "Opening" and "Updating".
 */
final class TicketForms {
  private final HelpdeskParameters parameters;
  private final Words words;
  private final NamedPeople people;

  TicketForms(HelpdeskParameters parameters, Words words, NamedPeople people) {
    this.parameters = parameters;
    this.words = words;
    this.people = people;
  }

  /** The numbers of people that the request names, to be looked up. */
  static List<Long> people(HelpdeskParameters parameters) {
    List<Long> numbers = new ArrayList<>();
    parameters.number("userId").ifPresent(numbers::add);
    parameters.number("assignedToUserId").ifPresent(numbers::add);
    parameters.number("assignedUserId").ifPresent(numbers::add);
    return numbers;
  }

  OpenTicketCommand opening(Caller caller, DeskSettings settings, List<Integer> tagIds) {
    User himself = caller.user().orElseThrow();
    Optional<UserId> requester = person("userId");
    Optional<UserId> technician = person("assignedToUserId");
    Optional<Integer> category = parameters.integer("categoryId");
    parameters.found().addIf(category.isEmpty(), Violation.required("categoryId"));
    Optional<Subject> subject = subject(true);
    parameters.found().addIf(!parameters.has("body"), Violation.required("body"));
    Body body = parameters.body("body");
    Optional<Instant> due = parameters.instant("dueDate");
    int priority = parameters.integer("priorityId", "priority").orElse(0);
    boolean quiet = parameters.flag("suppressConfirmation");
    TicketSource source =
        parameters.text("origin").map(Words::source).orElse(TicketSource.HELPDESK);
    var files = parameters.files();
    parameters.orThrow();
    User asks = parameters.number("userId").flatMap(people::find).orElse(himself);
    return new OpenTicketCommand(
        Optional.empty(),
        subject.orElseThrow(),
        body,
        source,
        requester.orElse(himself.id()),
        technician,
        Optional.empty(),
        List.of(),
        new Classification(
            TicketType.TICKET,
            settings.defaults().siteId(),
            asks.departmentId().or(() -> settings.defaults().departmentId()),
            category,
            Optional.empty(),
            Optional.empty(),
            settings.defaults().tierLevelId(),
            asks.companyId(),
            Optional.of(Words.priorityId(priority)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            tagIds),
        Set.of(CatalogueList.CATEGORY, CatalogueList.PRIORITY),
        settings.statuses().openId(),
        due,
        Optional.empty(),
        files,
        UnfitFiles.REFUSED,
        List.of(),
        List.of(),
        Optional.empty(),
        quiet);
  }

  UpdateTicketCommand update(TicketRef ticket, Optional<List<Integer>> tagIds) {
    UpdateTicketCommand.Builder command = UpdateTicketCommand.of(ticket);
    command.subject(subject(false));
    if (parameters.text("body").isPresent()) {
      command.description(Optional.of(parameters.body("body")));
    }
    parameters
        .integer("categoryId", "newCategoryId")
        .ifPresent(
            id -> command.categoryId(Edit.set(id == 0 ? Optional.empty() : Optional.of(id))));
    parameters
        .integer("priority", "priorityId")
        .ifPresent(p -> command.priorityId(Edit.set(Optional.of(Words.priorityId(p)))));
    command.requester(person("userId"));
    parameters.number("assignedUserId", "assignedToUserId").ifPresent(n -> assign(n, command));
    Optional<Instant> due = parameters.instant("dueDate");
    if (due.isPresent() || parameters.isCleared("dueDate")) {
      command.manualDueAt(Edit.set(due));
    }
    parameters
        .number("timeSpentInSeconds")
        .ifPresent(
            seconds -> {
              boolean sane = seconds >= 0 && seconds <= Integer.MAX_VALUE;
              parameters
                  .found()
                  .addIf(!sane, Violation.outOfRange("timeSpentInSeconds", seconds.toString()));
              command.timeSpent(sane ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty());
            });
    parameters.number("statusId").ifPresent(id -> status(id, command));
    command.tagIds(tagIds);
    parameters.orThrow();
    return command.build();
  }

  private void assign(long number, UpdateTicketCommand.Builder command) {
    Optional<UserId> technician = number == 0 ? Optional.empty() : people.id(number);
    parameters
        .found()
        .addIf(number != 0 && technician.isEmpty(), Violation.unknown("assignedUserId"));
    command.technician(Edit.set(technician));
  }

  private void status(long id, UpdateTicketCommand.Builder command) {
    Optional<StatusRow> row = words.row(id);
    parameters.found().addIf(row.isEmpty(), Violation.unknown("statusId"));
    command.statusId(row.map(StatusRow::id));
  }

  private Optional<UserId> person(String name) {
    Optional<Long> number = parameters.number(name);
    Optional<UserId> user = number.flatMap(people::id);
    parameters.found().addIf(number.isPresent() && user.isEmpty(), Violation.unknown(name));
    return user;
  }

  private Optional<Subject> subject(boolean required) {
    Optional<String> text =
        required ? parameters.requiredText("subject") : parameters.text("subject");
    List<Violation> wrong = text.map(Subject::violationsOf).orElse(List.of());
    parameters.found().addAll(wrong);
    return wrong.isEmpty() ? text.map(Subject::new) : Optional.empty();
  }

  /** The tags that were sent, once each; empty when none were sent at all. */
  static Optional<List<String>> tags(HelpdeskParameters parameters) {
    List<String> tags =
        parameters.texts("tags").stream()
            .map(text -> text.startsWith("tags=") ? text.substring(5) : text)
            .filter(text -> !text.isBlank())
            .distinct()
            .toList();
    return tags.isEmpty() && !parameters.isCleared("tags") ? Optional.empty() : Optional.of(tags);
  }
}
