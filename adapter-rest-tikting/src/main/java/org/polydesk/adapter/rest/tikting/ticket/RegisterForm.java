package org.polydesk.adapter.rest.tikting.ticket;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.shared.UploadedFile;
import org.polydesk.adapter.rest.tikting.wire.FormReader;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
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
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");

  private RegisterForm() {}

  /**
   * The command that a form means.
   *
   * @throws DeskException {@code INVALID_FIELD} with everything that is missing or malformed
   */
  static OpenTicketCommand read(RequestForm form, ZoneId zone) {
    Violations found = new Violations();
    FormReader fields = new FormReader(form.body(), found);
    String title = fields.requiredText("Title");
    found.addAll(title.isBlank() ? List.of() : Subject.violationsOf(title));
    Body description = description(fields, found);
    Optional<UserId> creator = fields.requiredUser("CreatorId");
    int siteId = fields.requiredInt("SiteId");
    int departmentId = fields.requiredInt("DepartmentId");
    int statusId = fields.requiredInt("TicketStatusId");
    Optional<TicketType> type = type(fields, found);
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
    List<EmailAddress> cc = EmailAddress.parseList("cc", form.body().first("Cc").orElse(""), found);
    var guid = fields.optionalUuid("Guid");
    var technician = fields.optionalUser("AssignedUser");
    var groupId = fields.optionalInt("GroupId");
    var dueAt = fields.optionalInstant("DueDate", zone);
    var slaId = fields.optionalInt("SLAId");
    found.orThrow();
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
        form.files("Uploads").stream().map(RegisterForm::attachment).toList(),
        UnfitFiles.SKIPPED);
  }

  /** HTML that was short enough can become too long when it is cleaned. */
  private static Body description(FormReader fields, Violations found) {
    String sent = fields.requiredText("Description");
    List<Violation> wrong = Body.violationsOf("description", sent);
    Body body = wrong.isEmpty() ? TextFormats.eitherFormat(sent) : Body.plain(sent);
    found.addAll(wrong.isEmpty() ? Body.violationsOf("description", body.text()) : wrong);
    return body;
  }

  /** A number or a name; 0 is what a form without a choice sends. */
  private static Optional<TicketType> type(FormReader fields, Violations found) {
    Optional<String> sent = fields.text("TicketType").map(String::strip);
    if (sent.isEmpty() || sent.get().equals("0")) {
      found.add(Violation.required("TicketType"));
      return Optional.empty();
    }
    boolean number = NUMBER.matcher(sent.get()).matches();
    Optional<TicketType> type =
        number
            ? TicketType.ofNumber(Long.parseLong(sent.get()))
            : Arrays.stream(TicketType.values())
                .filter(t -> nameOf(t).equals(sent.get().toLowerCase(Locale.ROOT)))
                .findFirst();
    if (type.isEmpty()) {
      found.add(
          number
              ? Violation.outOfRange("TicketType", sent.get())
              : Violation.malformed("TicketType", sent.get()));
    }
    return type;
  }

  private static String nameOf(TicketType type) {
    return type.name().replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static NewAttachment attachment(UploadedFile file) {
    return new NewAttachment(file.name(), file.blob());
  }
}
