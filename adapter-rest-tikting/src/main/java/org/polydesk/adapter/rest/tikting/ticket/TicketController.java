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
import java.util.Set;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.IfMatch;
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.adapter.rest.tikting.wire.TiktingJson;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.FindTicketUseCase;
import org.polydesk.application.ticket.in.FindTicketUseCase.TicketDetails;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.OpenTicketUseCase;
import org.polydesk.application.ticket.in.OpenTicketUseCase.OpenedTicket;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.ticket.Ticket;

/** Tickets under {@code /api/TicketsApi}. Source: docs/dialects/tikting.md. */
@Controller(TiktingDialect.TICKETS)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketController {
  private static final Set<BodyKind> FORMS = Set.of(BodyKind.MULTIPART, BodyKind.FORM);
  private static final String SKIPPED_FILES = "X-Skipped-Files";

  private final RequestForms forms;
  private final OpenTicketUseCase openTicket;
  private final FindTicketUseCase findTicket;
  private final Origins origins;
  private final ZoneId zone;

  TicketController(
      RequestForms forms,
      OpenTicketUseCase openTicket,
      FindTicketUseCase findTicket,
      Origins origins,
      @Property(name = "polydesk.system.time-zone", defaultValue = "UTC") String zone) {
    this.forms = forms;
    this.openTicket = openTicket;
    this.findTicket = findTicket;
    this.origins = origins;
    this.zone = ZoneId.of(zone);
  }

  @Post("/register")
  HttpResponse<byte[]> register(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.read(request, FORMS);
    OpenTicketCommand command = RegisterForm.read(form, zone);
    OpenedTicket opened = open(command, caller);
    MutableHttpResponse<byte[]> response = created(request, opened);
    if (!command.files().isEmpty()) {
      response.header(SKIPPED_FILES, Integer.toString(opened.skippedFiles().size()));
    }
    return response;
  }

  /** Registering is the one call that answers a missing permission with 400. */
  private OpenedTicket open(OpenTicketCommand command, Caller caller) {
    try {
      return openTicket.open(command, caller);
    } catch (DeskException e) {
      throw e.code() == ErrorCode.NOT_ALLOWED ? DeskException.badRequest(e.sentence()) : e;
    }
  }

  private MutableHttpResponse<byte[]> created(HttpRequest<?> request, OpenedTicket opened) {
    Ticket ticket = opened.ticket();
    return TiktingJson.response(
            HttpStatus.CREATED, TicketMapper.toRegistered(ticket, opened.description()))
        .header(
            HttpHeaders.LOCATION,
            origins.location(request, TiktingDialect.TICKETS + "/" + ticket.number()).toString())
        .header(HttpHeaders.ETAG, IfMatch.tag(ticket.version()));
  }

  /** A path that only takes another verb is no ticket's. */
  @Get("/{id:(?!register$)[^/]+}")
  HttpResponse<byte[]> find(String id, Caller caller) {
    TicketDetails details = findTicket.find(TicketNumbers.read(id), caller);
    return TiktingJson.response(HttpStatus.OK, TicketMapper.toDetails(details))
        .header(HttpHeaders.ETAG, IfMatch.tag(details.reading().ticket().version()));
  }
}
