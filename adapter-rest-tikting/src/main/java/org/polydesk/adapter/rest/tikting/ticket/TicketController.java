package org.polydesk.adapter.rest.tikting.ticket;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.IfMatch;
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.tikting.wire.TicketNumbers;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.adapter.rest.tikting.wire.TiktingJson;
import org.polydesk.application.attachment.NewAttachment;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.FindTicketUseCase;
import org.polydesk.application.ticket.in.FindTicketUseCase.TicketDetails;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.OpenTicketUseCase;
import org.polydesk.application.ticket.in.OpenTicketUseCase.OpenedTicket;
import org.polydesk.application.ticket.in.RaiseTicketUseCase;
import org.polydesk.application.ticket.in.RaiseTicketUseCase.RaiseTicketCommand;
import org.polydesk.application.ticket.in.RaiseTicketUseCase.RaisedTicket;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.ticket.Ticket;

/** Tickets under {@code /api/TicketsApi}. Source: docs/dialects/tikting.md. */
@Controller(TiktingDialect.TICKETS)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketController implements TicketApi {
  private static final Set<BodyKind> FORMS = Set.of(BodyKind.MULTIPART, BodyKind.FORM);

  private final RequestForms forms;
  private final SafeRetries retries;
  private final OpenTicketUseCase openTicket;
  private final RaiseTicketUseCase raiseTicket;
  private final FindTicketUseCase findTicket;
  private final Origins origins;
  private final ZoneId zone;
  private final JsonCasing casing;

  TicketController(
      RequestForms forms,
      SafeRetries retries,
      OpenTicketUseCase openTicket,
      RaiseTicketUseCase raiseTicket,
      FindTicketUseCase findTicket,
      Origins origins,
      @Property(name = "polydesk.system.time-zone", defaultValue = "UTC") String zone,
      @Property(name = "polydesk.tikting.json-casing", defaultValue = "DOCUMENTED")
          JsonCasing casing) {
    this.forms = forms;
    this.retries = retries;
    this.openTicket = openTicket;
    this.raiseTicket = raiseTicket;
    this.findTicket = findTicket;
    this.origins = origins;
    this.zone = ZoneId.of(zone);
    this.casing = casing;
  }

  @Override
  @Post("/register")
  public HttpResponse<?> register(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.readWithFaults(request, FORMS);
    OpenTicketCommand command = RegisterForm.read(form, zone);
    return retries.once(request, form, caller, () -> registered(request, command, caller));
  }

  private MutableHttpResponse<byte[]> registered(
      HttpRequest<?> request, OpenTicketCommand command, Caller caller) {
    OpenedTicket opened = open(command, caller);
    return withSkipped(
        named(
            request,
            opened.ticket(),
            TiktingJson.response(
                HttpStatus.CREATED,
                TicketMapper.toRegistered(opened.ticket(), opened.description(), casing))),
        command.files(),
        opened.skippedFiles());
  }

  @Override
  @Post("/new")
  public HttpResponse<?> raise(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.readWithFaults(request, FORMS);
    RaiseTicketCommand command = NewTicketForm.read(form);
    return retries.once(request, form, caller, () -> raised(request, command, caller));
  }

  private MutableHttpResponse<byte[]> raised(
      HttpRequest<?> request, RaiseTicketCommand command, Caller caller) {
    RaisedTicket raised = raiseTicket.raise(command, caller);
    return withSkipped(
        named(
            request,
            raised.details().reading().ticket(),
            TiktingJson.response(
                HttpStatus.CREATED, TicketMapper.toRaised(raised.details(), casing))),
        command.files(),
        raised.skippedFiles());
  }

  /** Registering is the one call that answers a missing permission with 400. */
  private OpenedTicket open(OpenTicketCommand command, Caller caller) {
    try {
      return openTicket.open(command, caller);
    } catch (DeskException e) {
      throw e.code() == ErrorCode.NOT_ALLOWED ? DeskException.badRequest(e.sentence()) : e;
    }
  }

  /** Says where a new ticket is and in which version. */
  private MutableHttpResponse<byte[]> named(
      HttpRequest<?> request, Ticket ticket, MutableHttpResponse<byte[]> response) {
    return response
        .header(
            HttpHeaders.LOCATION,
            origins.location(request, TiktingDialect.TICKETS + "/" + ticket.number()).toString())
        .header(HttpHeaders.ETAG, IfMatch.tag(ticket.version()));
  }

  private static MutableHttpResponse<byte[]> withSkipped(
      MutableHttpResponse<byte[]> response, List<NewAttachment> files, List<String> skipped) {
    return files.isEmpty()
        ? response
        : response.header(Uploads.SKIPPED_HEADER, Integer.toString(skipped.size()));
  }

  @Override
  @Get("/" + TiktingDialect.TICKET_ID)
  public HttpResponse<byte[]> find(String id, Caller caller) {
    TicketDetails details = findTicket.find(TicketNumbers.read(id), caller);
    return TiktingJson.response(HttpStatus.OK, TicketMapper.toDetails(details))
        .header(HttpHeaders.ETAG, IfMatch.tag(details.reading().ticket().version()));
  }
}
