package org.polydesk.adapter.persistence.ticket;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.desk.Statuses;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.Closure;
import org.polydesk.domain.ticket.ClosureCode;
import org.polydesk.domain.ticket.DueDates;
import org.polydesk.domain.ticket.Escalation;
import org.polydesk.domain.ticket.Handling;
import org.polydesk.domain.ticket.Lifecycle;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.ticket.Speaker;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.UserId;

/** How a ticket is laid out in its table. */
final class TicketRows {
  private static final List<String> COLUMNS =
      List.of(
          // keys and words
          "ticket_id",
          "desk_id",
          "ticket_number",
          "guid",
          "subject",
          "folded_subject",
          "source",
          // people
          "requester_id",
          "technician_id",
          "group_id",
          "cc",
          // classification
          "type",
          "site_id",
          "department_id",
          "category_id",
          "sub_category_id",
          "item_id",
          "tier_level_id",
          "company_id",
          "priority_id",
          "service_id",
          "impact_id",
          "urgency_id",
          "template_id",
          "tag_ids",
          // lifecycle
          "status_id",
          "status_type",
          "opened_at",
          "resolved_at",
          "closed_at",
          "first_resolved_at",
          "last_resolved_at",
          "closure",
          "closure_code",
          "closed_by",
          "reopen_count",
          "locked",
          "deleted_at",
          // dates
          "sla_id",
          "manual_due_at",
          "manual_rules",
          "sla_applies",
          "sla_due_at",
          "sla_shown_due_at",
          "response_due_at",
          "due_in_force_at",
          "escalated",
          "escalation_level",
          "clock_level",
          "first_response_at",
          // handling
          "opened_by",
          "last_public_side",
          "noted",
          "unread",
          "client_read_up_to",
          "updated_by",
          "started_at",
          "seconds_spent",
          "parent_number",
          "merged_into",
          "updated_at",
          "version");

  static final String INSERT =
      "insert into ticket (%s) values (%s)"
          .formatted(
              String.join(", ", COLUMNS),
              COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")));

  /**
   * Takes what {@link #bind} sets, then the due date in force once more, the key and the version
   * that is replaced. A ticket that is due at another time is no longer known to be past due.
   */
  static final String UPDATE =
      "update ticket set %s, past_due = (past_due and coalesce(due_in_force_at = ?, false)) where ticket_id = ? and version = ?"
          .formatted(
              COLUMNS.stream().map(column -> column + " = ?").collect(Collectors.joining(", ")));

  private TicketRows() {}

  /**
   * Sets all columns.
   *
   * @param clockLevel the escalation level that the ticket's clocks remember
   */
  static Parameters bind(Parameters bound, Ticket ticket, int clockLevel, long version) {
    bound
        .number(ticket.id().value())
        .number(ticket.desk().value())
        .number(ticket.number().value())
        .uuid(ticket.guid())
        .text(ticket.subject().text())
        .text(Texts.folded(ticket.subject().text()))
        .name(ticket.source());
    bind(bound, ticket.people());
    bind(bound, ticket.classification());
    bind(bound, ticket.lifecycle());
    bound.number(ticket.slaId());
    bind(bound, ticket.due());
    bound
        .flag(ticket.escalation().active())
        .number(ticket.escalation().level())
        .number(clockLevel)
        .instant(ticket.firstResponseAt());
    bind(bound, ticket.handling());
    return bound.instant(ticket.updatedAt()).number(version);
  }

  private static void bind(Parameters bound, People people) {
    bound
        .uuid(people.requester().value())
        .uuid(people.technician().map(UserId::value))
        .number(people.groupId())
        .text(Compact.text(people.cc()));
  }

  private static void bind(Parameters bound, Classification classification) {
    bound
        .name(classification.type())
        .number(classification.siteId())
        .number(classification.departmentId())
        .number(classification.categoryId())
        .number(classification.subCategoryId())
        .number(classification.itemId())
        .number(classification.tierLevelId())
        .number(classification.companyId())
        .number(classification.priorityId())
        .number(classification.serviceId())
        .number(classification.impactId())
        .number(classification.urgencyId())
        .uuid(classification.templateId())
        .text(Compact.text(classification.tagIds()));
  }

  private static void bind(Parameters bound, Lifecycle lifecycle) {
    bound
        .number(lifecycle.status().id())
        .name(lifecycle.status().type())
        .instant(lifecycle.openedAt())
        .instant(lifecycle.resolvedAt())
        .instant(lifecycle.closedAt())
        .instant(lifecycle.firstResolvedAt())
        .instant(lifecycle.lastResolvedAt())
        .flag(lifecycle.closure().isPresent())
        .text(lifecycle.closure().flatMap(Closure::code).map(ClosureCode::text))
        .uuid(lifecycle.closure().flatMap(Closure::by).map(UserId::value))
        .number(lifecycle.reopenCount())
        .flag(lifecycle.locked())
        .instant(lifecycle.deletedAt());
  }

  private static void bind(Parameters bound, DueDates due) {
    bound
        .instant(due.manualDueAt())
        .flag(due.manualRules())
        .flag(due.slaApplies())
        .instant(due.slaDueAt())
        .instant(due.slaShownDueAt())
        .instant(due.responseDueAt())
        .instant(due.inForceAt());
  }

  private static void bind(Parameters bound, Handling handling) {
    bound
        .name(handling.openedBy())
        .text(handling.lastSpeaker().map(Speaker::name))
        .flag(handling.noted())
        .flag(handling.unread())
        .number(handling.clientReadUpTo())
        .uuid(handling.updatedBy().map(UserId::value))
        .instant(handling.startedAt())
        .number(handling.timeSpent().toSeconds())
        .bigNumber(handling.parent().map(TicketNumber::value))
        .bigNumber(handling.mergedInto().map(TicketNumber::value));
  }

  static Ticket read(Row row, Statuses statuses) {
    DeskId desk = new DeskId(row.number("desk_id"));
    return new Ticket(
        new TicketId(row.number("ticket_id")),
        desk,
        new TicketNumber(row.number("ticket_number")),
        row.uuid("guid"),
        new Subject(row.text("subject")),
        row.constant(TicketSource.class, "source"),
        people(row),
        classification(row),
        lifecycle(row, desk, statuses),
        row.optionalInteger("sla_id"),
        due(row),
        new Escalation(row.flag("escalated"), row.integer("escalation_level")),
        row.optionalInstant("first_response_at"),
        handling(row),
        row.instant("updated_at"),
        row.number("version"));
  }

  private static Handling handling(Row row) {
    return new Handling(
        row.constant(Speaker.class, "opened_by"),
        row.optionalText("last_public_side").map(Speaker::valueOf),
        row.flag("noted"),
        row.flag("unread"),
        row.number("client_read_up_to"),
        row.optionalUuid("updated_by").map(UserId::new),
        row.optionalInstant("started_at"),
        Duration.ofSeconds(row.number("seconds_spent")),
        row.optionalLong("parent_number").map(TicketNumber::new),
        row.optionalLong("merged_into").map(TicketNumber::new));
  }

  private static People people(Row row) {
    return new People(
        new UserId(row.uuid("requester_id")),
        row.optionalUuid("technician_id").map(UserId::new),
        row.optionalInteger("group_id"),
        Compact.addresses(row.text("cc")));
  }

  private static Classification classification(Row row) {
    return new Classification(
        row.constant(TicketType.class, "type"),
        row.optionalInteger("site_id"),
        row.optionalInteger("department_id"),
        row.optionalInteger("category_id"),
        row.optionalInteger("sub_category_id"),
        row.optionalInteger("item_id"),
        row.optionalInteger("tier_level_id"),
        row.optionalInteger("company_id"),
        row.optionalInteger("priority_id"),
        row.optionalInteger("service_id"),
        row.optionalInteger("impact_id"),
        row.optionalInteger("urgency_id"),
        row.optionalUuid("template_id"),
        Compact.integers(row.text("tag_ids")));
  }

  private static Lifecycle lifecycle(Row row, DeskId desk, Statuses statuses) {
    return new Lifecycle(
        statuses.existing(desk, row.integer("status_id")),
        row.instant("opened_at"),
        row.optionalInstant("resolved_at"),
        row.optionalInstant("closed_at"),
        row.optionalInstant("first_resolved_at"),
        row.optionalInstant("last_resolved_at"),
        row.flag("closure") ? Optional.of(closure(row)) : Optional.empty(),
        row.integer("reopen_count"),
        row.flag("locked"),
        row.optionalInstant("deleted_at"));
  }

  private static Closure closure(Row row) {
    return new Closure(
        row.optionalText("closure_code").map(ClosureCode::new),
        row.optionalUuid("closed_by").map(UserId::new));
  }

  static DueDates due(Row row) {
    return new DueDates(
        row.optionalInstant("manual_due_at"),
        row.flag("manual_rules"),
        row.flag("sla_applies"),
        row.optionalInstant("sla_due_at"),
        row.optionalInstant("sla_shown_due_at"),
        row.optionalInstant("response_due_at"));
  }
}
