package org.polydesk.application.ticket.in;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.shared.Edit;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.UserId;

/**
 * What is to become of a ticket's fields.
 *
 * @param statusId the status it goes to; empty keeps the present one
 * @param subject its new subject; empty keeps the present one
 * @param description its new description; empty keeps the present one
 * @param tagIds all its tags; empty keeps those it has
 * @param timeSpent the time spent on it in all; empty keeps what it is
 * @param speaker who changes it, when it is not the caller himself
 */
public record UpdateTicketCommand(
    TicketRef ticket,
    Optional<UserId> requester,
    Edit<UserId> technician,
    Edit<Integer> groupId,
    Optional<TicketType> type,
    Optional<Integer> siteId,
    Optional<Integer> departmentId,
    Optional<Integer> statusId,
    Edit<Integer> categoryId,
    Edit<Integer> subCategoryId,
    Edit<Integer> itemId,
    Edit<Integer> tierLevelId,
    Edit<Integer> companyId,
    Edit<Integer> priorityId,
    Edit<Integer> serviceId,
    Edit<Integer> impactId,
    Edit<Integer> urgencyId,
    Edit<UUID> templateId,
    Edit<Instant> manualDueAt,
    Optional<Subject> subject,
    Optional<Body> description,
    Optional<List<Integer>> tagIds,
    Optional<Duration> timeSpent,
    Optional<UserId> speaker) {
  public UpdateTicketCommand {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(requester, "requester");
    Objects.requireNonNull(technician, "technician");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(timeSpent, "timeSpent");
    Objects.requireNonNull(speaker, "speaker");
    tagIds = tagIds.map(List::copyOf);
  }

  /** What becomes of the fields that only numbers and dates are in. */
  public UpdateTicketCommand(
      TicketRef ticket,
      Optional<UserId> requester,
      Edit<UserId> technician,
      Edit<Integer> groupId,
      Optional<TicketType> type,
      Optional<Integer> siteId,
      Optional<Integer> departmentId,
      Optional<Integer> statusId,
      Edit<Integer> categoryId,
      Edit<Integer> subCategoryId,
      Edit<Integer> itemId,
      Edit<Integer> tierLevelId,
      Edit<Integer> companyId,
      Edit<Integer> priorityId,
      Edit<Integer> serviceId,
      Edit<Integer> impactId,
      Edit<Integer> urgencyId,
      Edit<UUID> templateId,
      Edit<Instant> manualDueAt) {
    this(
        ticket,
        requester,
        technician,
        groupId,
        type,
        siteId,
        departmentId,
        statusId,
        categoryId,
        subCategoryId,
        itemId,
        tierLevelId,
        companyId,
        priorityId,
        serviceId,
        impactId,
        urgencyId,
        templateId,
        manualDueAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A command that changes nothing yet. */
  public static Builder of(TicketRef ticket) {
    return new Builder(ticket);
  }

  /** The same with these tags in the place of those the ticket has. */
  public UpdateTicketCommand tagged(List<Integer> ids) {
    return new UpdateTicketCommand(
        ticket,
        requester,
        technician,
        groupId,
        type,
        siteId,
        departmentId,
        statusId,
        categoryId,
        subCategoryId,
        itemId,
        tierLevelId,
        companyId,
        priorityId,
        serviceId,
        impactId,
        urgencyId,
        templateId,
        manualDueAt,
        subject,
        description,
        Optional.of(ids),
        timeSpent,
        speaker);
  }

  /** Whether it touches nothing, the status apart, but what a requester may change in his own. */
  public boolean isForOwners() {
    return equals(
        new Builder(ticket)
            .subject(subject)
            .description(description)
            .statusId(statusId)
            .priorityId(priorityId)
            .categoryId(categoryId)
            .build());
  }

  /** Puts a command together; what is not said stays as it is. Not thread-safe. */
  public static final class Builder {
    private final TicketRef ticket;
    private Optional<UserId> requester = Optional.empty();
    private Edit<UserId> technician = Edit.keep();
    private Optional<Integer> departmentId = Optional.empty();
    private Optional<Integer> statusId = Optional.empty();
    private Edit<Integer> categoryId = Edit.keep();
    private Edit<Integer> companyId = Edit.keep();
    private Edit<Integer> priorityId = Edit.keep();
    private Edit<Instant> manualDueAt = Edit.keep();
    private Optional<Subject> subject = Optional.empty();
    private Optional<Body> description = Optional.empty();
    private Optional<List<Integer>> tagIds = Optional.empty();
    private Optional<Duration> timeSpent = Optional.empty();
    private Optional<UserId> speaker = Optional.empty();

    private Builder(TicketRef ticket) {
      this.ticket = ticket;
    }

    public Builder requester(Optional<UserId> next) {
      requester = next;
      return this;
    }

    public Builder technician(Edit<UserId> next) {
      technician = next;
      return this;
    }

    public Builder departmentId(Optional<Integer> next) {
      departmentId = next;
      return this;
    }

    public Builder statusId(Optional<Integer> next) {
      statusId = next;
      return this;
    }

    public Builder categoryId(Edit<Integer> next) {
      categoryId = next;
      return this;
    }

    public Builder companyId(Edit<Integer> next) {
      companyId = next;
      return this;
    }

    public Builder priorityId(Edit<Integer> next) {
      priorityId = next;
      return this;
    }

    public Builder manualDueAt(Edit<Instant> next) {
      manualDueAt = next;
      return this;
    }

    public Builder subject(Optional<Subject> next) {
      subject = next;
      return this;
    }

    public Builder description(Optional<Body> next) {
      description = next;
      return this;
    }

    public Builder tagIds(Optional<List<Integer>> next) {
      tagIds = next;
      return this;
    }

    public Builder timeSpent(Optional<Duration> next) {
      timeSpent = next;
      return this;
    }

    public Builder speaker(Optional<UserId> next) {
      speaker = next;
      return this;
    }

    public UpdateTicketCommand build() {
      return new UpdateTicketCommand(
          ticket,
          requester,
          technician,
          Edit.keep(),
          Optional.empty(),
          Optional.empty(),
          departmentId,
          statusId,
          categoryId,
          Edit.keep(),
          Edit.keep(),
          Edit.keep(),
          companyId,
          priorityId,
          Edit.keep(),
          Edit.keep(),
          Edit.keep(),
          Edit.keep(),
          manualDueAt,
          subject,
          description,
          tagIds,
          timeSpent,
          speaker);
    }
  }
}
