package org.polydesk.adapter.rest.tikting.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.TextFormats;
import org.polydesk.adapter.rest.tikting.wire.FormReader;
import org.polydesk.adapter.rest.tikting.wire.TicketNumbers;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.ticket.in.CloseTicketUseCase.CloseTicketCommand;
import org.polydesk.application.ticket.in.ReplyCommand;
import org.polydesk.application.ticket.in.ResolveTicketUseCase.ResolveTicketCommand;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.Recipients;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.ticket.ClosureCode;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;

/**
 * Reads the forms of what is done with a ticket; each throws {@code INVALID_FIELD} with everything
 * that is missing or malformed. Source: docs/dialects/tikting.md, section "Acting on a ticket".
 */
final class ActionForms {
  private final RequestForm form;
  private final TicketRef ticket;
  private final Violations found;
  private final FormReader fields;

  /**
   * @param found what is wrong with the path; what is wrong with the form is added while reading
   */
  ActionForms(RequestForm form, TicketRef ticket, Violations found) {
    this.form = form;
    this.ticket = ticket;
    this.found = found;
    this.fields = FormReader.ofBody(form, found);
  }

  /** A reply or a forward. */
  ReplyCommand mail() {
    Optional<Long> id = fields.requiredLong("Id");
    String title = fields.requiredTitle("Title", Entry.MAX_SUBJECT_LENGTH);
    List<EmailAddress> to = fields.requiredAddresses("SendTo");
    List<EmailAddress> cc = fields.addresses("CcTo");
    Body message = fields.body("Message");
    boolean draft = fields.flag("HasDraft");
    finish("Id", id);
    return reply(title, message, new Recipients(to, cc), draft);
  }

  /** What a requester says, and who he is. */
  RequesterWord requesterWord() {
    Optional<Long> id = fields.requiredLong("Id");
    String userName = fields.requiredText("Username").strip();
    String title = fields.requiredTitle("Title", Entry.MAX_SUBJECT_LENGTH);
    Body message = fields.body("Message");
    finish("Id", id);
    return new RequesterWord(userName, reply(title, message, Recipients.NONE, false));
  }

  record RequesterWord(String userName, ReplyCommand command) {}

  private ReplyCommand reply(String title, Body message, Recipients recipients, boolean draft) {
    return new ReplyCommand(
        ticket,
        Optional.of(title),
        message,
        recipients,
        draft,
        Uploads.of(form),
        UnfitFiles.SKIPPED);
  }

  CloseTicketCommand closing(ZoneId zone) {
    Optional<Long> id = fields.requiredLong("TicketId");
    Optional<UserId> closedBy = fields.requiredUser("CloseBy");
    boolean acknowledged = fields.flag("Acknowledged");
    Body comments = comments();
    Optional<ClosureCode> code = fields.optionalChoice("Status", ClosureCodes.CHOICES);
    Optional<Instant> closedAt = fields.instantOrUnset("ClosingDate", zone);
    finish("TicketId", id);
    return new CloseTicketCommand(
        ticket,
        closedBy.orElseThrow(),
        acknowledged,
        comments,
        code,
        closedAt,
        Uploads.of(form),
        UnfitFiles.SKIPPED);
  }

  /** Both as one text; together they are no longer than any other. */
  private Body comments() {
    Body both =
        TextFormats.eitherFormat(
            Stream.of("Comments", "ClosureComments")
                .map(field -> fields.body(field).text())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n")));
    found.addAll(Body.violationsOf("ClosureComments", both.text()));
    return both;
  }

  ResolveTicketCommand resolution(ZoneId zone) {
    Optional<Long> id = fields.requiredLong("TicketId");
    Body details = fields.requiredBody("Details");
    Optional<UserId> by = fields.requiredUser("SubmitBy");
    Optional<Instant> at = fields.instantOrUnset("SubmitDate", zone);
    finish("TicketId", id);
    return new ResolveTicketCommand(ticket, details, by.orElseThrow(), at);
  }

  private void finish(String idField, Optional<Long> id) {
    fields.orThrow();
    TicketNumbers.mustBe(ticket.number(), idField, id.orElseThrow());
  }
}
