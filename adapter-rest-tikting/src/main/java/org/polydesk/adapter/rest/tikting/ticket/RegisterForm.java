package org.polydesk.adapter.rest.tikting.ticket;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.tikting.wire.FormReader;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.Classification;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.TicketSource;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;

/**
 * Reads the form of {@code register}. Source: docs/dialects/tikting.md, section "Registering a
 * ticket".
 */
final class RegisterForm {
  private RegisterForm() {}

  /**
   * The command that a form means.
   *
   * @throws DeskException {@code INVALID_FIELD} with everything that is missing or malformed
   */
  static OpenTicketCommand read(RequestForm form, ZoneId zone) {
    Violations found = new Violations();
    FormReader fields = FormReader.ofBody(form, found);
    String title = fields.requiredTitle("Title", Subject.MAX_LENGTH);
    Body description = fields.requiredBody("Description");
    Optional<UserId> creator = fields.requiredUser("CreatorId");
    int siteId = fields.requiredInt("SiteId");
    int departmentId = fields.requiredInt("DepartmentId");
    int statusId = fields.requiredInt("TicketStatusId");
    Optional<TicketType> type = type(fields);
    Classification classification =
        new Classification(
            type.orElse(TicketType.TICKET),
            Optional.of(siteId),
            Optional.of(departmentId),
            fields.optionalInt("TicketCategoryId"),
            fields.optionalInt("TicketSubCategoryId"),
            fields.optionalInt("ItemId"),
            fields.optionalInt("TierLevelId"),
            fields.optionalInt("ClientId"),
            fields.optionalInt("TicketPriorityId"),
            fields.optionalInt("ServiceId"),
            fields.optionalInt("ImpactId"),
            fields.optionalInt("UrgencyId"),
            Optional.empty(),
            fields.ints("SelectedTags"));
    List<EmailAddress> cc = fields.addresses("Cc");
    var guid = fields.optionalUuid("Guid");
    var technician = fields.optionalUser("AssignedUser");
    var groupId = fields.optionalInt("GroupId");
    var dueAt = fields.optionalInstant("DueDate", zone);
    var slaId = fields.optionalInt("SLAId");
    fields.orThrow();
    return new OpenTicketCommand(
        guid,
        new Subject(title),
        description,
        TicketSource.MANUAL,
        creator.orElseThrow(),
        technician,
        groupId,
        cc,
        classification,
        statusId,
        dueAt,
        slaId,
        Uploads.of(form),
        UnfitFiles.SKIPPED);
  }

  /** 0 is what a form without a choice sends. */
  private static Optional<TicketType> type(FormReader fields) {
    Optional<String> sent = fields.text("TicketType");
    if (sent.isEmpty() || TicketTypes.isNone(sent.get())) {
      fields.missing("TicketType");
      return Optional.empty();
    }
    return fields.optionalChoice("TicketType", TicketTypes.CHOICES);
  }
}
