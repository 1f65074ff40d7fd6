package org.polydesk.adapter.rest.tikting.ticket;

import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.tikting.wire.FormReader;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.ticket.in.RaiseTicketUseCase.RaiseTicketCommand;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.Subject;

/** Reads the form of {@code new}. Source: docs/dialects/tikting.md, section "Raising a ticket". */
final class NewTicketForm {
  private NewTicketForm() {}

  /**
   * The command that a form means.
   *
   * @throws DeskException {@code INVALID_FIELD} with everything that is missing or malformed
   */
  static RaiseTicketCommand read(RequestForm form) {
    Violations found = new Violations();
    FormReader fields = FormReader.ofBody(form, found);
    String title = fields.requiredTitle("Title", Subject.MAX_LENGTH);
    Body description = fields.requiredBody("Description");
    String requester = fields.requiredText("Requester").strip();
    Optional<String> email = fields.text("Email").map(String::strip);
    Optional<Integer> tierLevelId = fields.optionalInt("TierLevelId");
    Optional<Integer> groupId = fields.optionalInt("GroupId");
    Optional<Integer> siteId = fields.optionalInt("SiteId");
    Optional<Integer> departmentId = fields.optionalInt("DepartmentId");
    Optional<Integer> companyId = fields.optionalInt("ClientId");
    Optional<Integer> statusId = fields.optionalInt("TicketStatusId");
    Optional<Integer> priorityId = fields.optionalInt("TicketPriorityId");
    Optional<Integer> categoryId = fields.optionalInt("TicketCategoryId");
    fields.orThrow();
    return new RaiseTicketCommand(
        new Subject(title),
        description,
        requester,
        email,
        tierLevelId,
        groupId,
        siteId,
        departmentId,
        companyId,
        statusId,
        priorityId,
        categoryId,
        Uploads.of(form),
        UnfitFiles.SKIPPED);
  }
}
