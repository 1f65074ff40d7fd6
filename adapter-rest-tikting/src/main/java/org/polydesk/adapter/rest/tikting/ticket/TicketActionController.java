package org.polydesk.adapter.rest.tikting.ticket;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.IfMatch;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.tikting.ticket.ActionForms.RequesterWord;
import org.polydesk.adapter.rest.tikting.wire.FormReader;
import org.polydesk.adapter.rest.tikting.wire.Missing;
import org.polydesk.adapter.rest.tikting.wire.TicketNumbers;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.adapter.rest.tikting.wire.TiktingJson;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.attachment.UnfitFiles;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.CloseTicketUseCase;
import org.polydesk.application.ticket.in.CloseTicketUseCase.Closing;
import org.polydesk.application.ticket.in.PickUpTicketUseCase;
import org.polydesk.application.ticket.in.ReplyUseCase;
import org.polydesk.application.ticket.in.RequesterReplyUseCase;
import org.polydesk.application.ticket.in.ResolveTicketUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.in.TicketUpkeepUseCase;
import org.polydesk.application.ticket.in.TicketUpkeepUseCase.Deleted;
import org.polydesk.application.ticket.in.UpdateTicketUseCase;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;

/**
 * What is done with a ticket. A missing permission is told before the form is looked at. Source:
 * docs/dialects/tikting.md, section "Acting on a ticket".
 */
@Controller(TiktingDialect.TICKETS)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketActionController implements TicketActionApi {
  private static final Set<BodyKind> FORMS = Set.of(BodyKind.MULTIPART, BodyKind.FORM);

  private final RequestForms forms;
  private final SafeRetries retries;
  private final UpdateTicketUseCase updateTicket;
  private final ReplyUseCase reply;
  private final RequesterReplyUseCase requesterReply;
  private final CloseTicketUseCase closeTicket;
  private final ResolveTicketUseCase resolveTicket;
  private final PickUpTicketUseCase pickUpTicket;
  private final TicketUpkeepUseCase upkeep;
  private final ZoneId zone;

  TicketActionController(
      RequestForms forms,
      SafeRetries retries,
      UpdateTicketUseCase updateTicket,
      ReplyUseCase reply,
      RequesterReplyUseCase requesterReply,
      CloseTicketUseCase closeTicket,
      ResolveTicketUseCase resolveTicket,
      PickUpTicketUseCase pickUpTicket,
      TicketUpkeepUseCase upkeep,
      @Property(name = "polydesk.system.time-zone", defaultValue = "UTC") String zone) {
    this.forms = forms;
    this.retries = retries;
    this.updateTicket = updateTicket;
    this.reply = reply;
    this.requesterReply = requesterReply;
    this.closeTicket = closeTicket;
    this.resolveTicket = resolveTicket;
    this.pickUpTicket = pickUpTicket;
    this.upkeep = upkeep;
    this.zone = ZoneId.of(zone);
  }

  @Override
  @Post("/update/{id}")
  public HttpResponse<?> update(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.UPDATE);
    RequestForm form = forms.readWithFaults(request, FORMS);
    Violations found = new Violations();
    var command = UpdateForm.read(form, ref(request, id, found), zone, found);
    return Missing.asBadRequest(
        () -> {
          var updated = updateTicket.update(command, caller);
          return HttpResponse.noContent().header("ETag", IfMatch.tag(updated.version()));
        });
  }

  @Override
  @Post("/forward/{id}")
  public HttpResponse<?> forward(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.FORWARD);
    RequestForm form = forms.readWithFaults(request, FORMS);
    var command = fieldsOf(form, request, id).mail();
    return once(request, form, caller, () -> done(command.files(), reply.forward(command, caller)));
  }

  @Override
  @Post("/reply/{id}")
  public HttpResponse<?> reply(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.REPLY);
    RequestForm form = forms.readWithFaults(request, FORMS);
    var command = fieldsOf(form, request, id).mail();
    return once(request, form, caller, () -> done(command.files(), reply.reply(command, caller)));
  }

  @Override
  @Post("/reqreply/{id}")
  public HttpResponse<?> requesterReply(HttpRequest<?> request, String id, Caller caller) {
    RequestForm form = forms.readWithFaults(request, FORMS);
    RequesterWord word = fieldsOf(form, request, id).requesterWord();
    return once(
        request,
        form,
        caller,
        () ->
            done(
                word.command().files(),
                requesterReply.reply(word.command(), word.userName(), caller)));
  }

  @Override
  @Post("/close/{id}")
  public HttpResponse<?> close(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.CLOSE);
    var command = fieldsOf(forms.readWithFaults(request, FORMS), request, id).closing(zone);
    Closing closing = closeTicket.close(command, caller);
    return withSkipped(
        closing.closed() ? HttpResponse.noContent() : HttpResponse.ok(),
        command.files(),
        closing.skippedFiles());
  }

  @Override
  @Post("/resolve/{id}")
  public HttpResponse<?> resolve(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.RESOLVE);
    var command = fieldsOf(forms.readWithFaults(request, FORMS), request, id).resolution(zone);
    return Missing.asBadRequest(
        () -> {
          resolveTicket.resolve(command, caller);
          return HttpResponse.ok();
        });
  }

  @Override
  @Post("/pickup/{id}")
  public HttpResponse<?> pickUp(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.PICK_UP);
    pickUpTicket.pickUp(ref(request, id), caller);
    return HttpResponse.ok();
  }

  @Override
  @Post("/read/{id}")
  public HttpResponse<?> read(HttpRequest<?> request, String id, Caller caller) {
    upkeep.markRead(ref(request, id), caller);
    return HttpResponse.ok();
  }

  @Override
  @Post("/addfiles/{id}")
  public HttpResponse<?> addFiles(HttpRequest<?> request, String id, Caller caller) {
    RequestForm form = forms.readWithFaults(request, FORMS);
    List<NewAttachment> files = Uploads.of(form);
    Violations found = new Violations();
    TicketRef ticket = ref(request, id, found);
    FormReader fields = FormReader.ofBody(form, found);
    found.addIf(files.isEmpty(), Violation.required(Uploads.FIELD));
    fields.orThrow();
    return retries.once(
        request,
        form,
        caller,
        () -> done(files, upkeep.addFiles(ticket, files, UnfitFiles.SKIPPED, caller)));
  }

  @Override
  @Delete("/" + TiktingDialect.TICKET_ID)
  public HttpResponse<?> delete(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.DELETE);
    Deleted deleted = upkeep.delete(ref(request, id), caller);
    return TiktingJson.response(
        HttpStatus.OK, TicketMapper.toResponse(deleted.ticket(), deleted.description()));
  }

  private static ActionForms fieldsOf(RequestForm form, HttpRequest<?> request, String id) {
    Violations found = new Violations();
    return new ActionForms(form, ref(request, id, found), found);
  }

  private static TicketRef ref(HttpRequest<?> request, String id) {
    Violations found = new Violations();
    TicketRef ticket = ref(request, id, found);
    found.orThrow();
    return ticket;
  }

  /** The ticket of the path; what is wrong with it is told with what is wrong with the form. */
  private static TicketRef ref(HttpRequest<?> request, String id, Violations found) {
    var number = TicketNumbers.read(id, found);
    return IfMatch.of(request)
        .map(seen -> new TicketRef(number, seen::matches))
        .orElseGet(() -> TicketRef.any(number));
  }

  private HttpResponse<?> once(
      HttpRequest<?> request,
      RequestForm form,
      Caller caller,
      Supplier<MutableHttpResponse<byte[]>> work) {
    return Missing.asBadRequest(() -> retries.once(request, form, caller, work));
  }

  private static MutableHttpResponse<byte[]> done(List<NewAttachment> files, List<String> skipped) {
    return withSkipped(HttpResponse.ok(), files, skipped);
  }

  private static MutableHttpResponse<byte[]> withSkipped(
      MutableHttpResponse<byte[]> response, List<NewAttachment> files, List<String> skipped) {
    return files.isEmpty()
        ? response
        : response.header(Uploads.SKIPPED_HEADER, Integer.toString(skipped.size()));
  }
}
