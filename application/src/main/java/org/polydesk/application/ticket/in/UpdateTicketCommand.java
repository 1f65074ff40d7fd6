package org.polydesk.application.ticket.in;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.shared.Edit;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.UserId;

/**
 * What is to become of a ticket's fields.
 *
 * @param statusId the status it goes to; empty keeps the present one
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
    Edit<Instant> manualDueAt) {
  public UpdateTicketCommand {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(requester, "requester");
    Objects.requireNonNull(technician, "technician");
  }
}
