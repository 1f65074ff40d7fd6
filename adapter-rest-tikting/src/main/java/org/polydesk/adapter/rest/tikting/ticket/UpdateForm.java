package org.polydesk.adapter.rest.tikting.ticket;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.tikting.wire.FormReader;
import org.polydesk.adapter.rest.tikting.wire.TicketNumbers;
import org.polydesk.application.shared.Edit;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.in.UpdateTicketCommand;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.TicketType;
import org.polydesk.domain.user.UserId;

/**
 * Reads the form of {@code update}. A field that is absent stays as it is, an empty one is cleared
 * where that is possible. Source: docs/dialects/tikting.md, section "Changing a ticket".
 */
final class UpdateForm {
  private UpdateForm() {}

  /**
   * The command that a form means.
   *
   * @param found what is wrong with the path
   * @throws DeskException {@code INVALID_FIELD} with everything that is missing or malformed
   */
  static UpdateTicketCommand read(
      RequestForm form, TicketRef ticket, ZoneId zone, Violations found) {
    FormReader fields = FormReader.ofBody(form, found);
    Optional<Long> bodyId = fields.optionalLong("Id");
    Optional<UserId> creator = fields.requiredUser("CreatorId");
    UpdateTicketCommand command =
        new UpdateTicketCommand(
            ticket,
            creator,
            edit(fields, "AssignedUser", fields::optionalUser),
            edit(fields, "GroupId", fields::optionalInt),
            type(fields),
            chosen(fields, "SiteId"),
            chosen(fields, "DepartmentId"),
            fields.optionalInt("TicketStatusId").filter(id -> id > 0),
            edit(fields, "TicketCategoryId", fields::optionalInt),
            edit(fields, "TicketSubCategoryId", fields::optionalInt),
            edit(fields, "ItemId", fields::optionalInt),
            edit(fields, "TierLevelId", fields::optionalInt),
            edit(fields, "ClientId", fields::optionalInt),
            edit(fields, "TicketPriorityId", fields::optionalInt),
            edit(fields, "ServiceId", fields::optionalInt),
            edit(fields, "ImpactId", fields::optionalInt),
            edit(fields, "UrgencyId", fields::optionalInt),
            edit(fields, "TemplateId", fields::optionalUuid),
            edit(fields, "DueDate", field -> fields.optionalInstant(field, zone)));
    fields.orThrow();
    bodyId.ifPresent(id -> TicketNumbers.mustBe(ticket.number(), "Id", id));
    return command;
  }

  private static <T> Edit<T> edit(
      FormReader fields, String field, Function<String, Optional<T>> read) {
    return fields.has(field) ? Edit.set(read.apply(field)) : Edit.keep();
  }

  /** An id of which 0 and nothing mean no choice. */
  private static Optional<Integer> chosen(FormReader fields, String field) {
    return fields.optionalInt(field).filter(id -> id != 0);
  }

  private static Optional<TicketType> type(FormReader fields) {
    boolean none = fields.text("TicketType").filter(t -> !TicketTypes.isNone(t)).isEmpty();
    return none ? Optional.empty() : fields.optionalChoice("TicketType", TicketTypes.CHOICES);
  }
}
