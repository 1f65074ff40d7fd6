package org.polydesk.adapter.rest.tikting.ticket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Set;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.tikting.wire.FormReader;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.adapter.rest.tikting.wire.TiktingJson;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.ListRequestedTicketsUseCase;
import org.polydesk.application.ticket.in.ListRequestedTicketsUseCase.RequestedTickets;
import org.polydesk.domain.error.Violations;

/** {@code POST /api/TicketsApi/list}: the tickets of one requester. */
@Controller(TiktingDialect.TICKETS)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RequestedTicketsController implements RequestedTicketsApi {
  private static final Set<BodyKind> FORMS = Set.of(BodyKind.MULTIPART, BodyKind.FORM);

  private final RequestForms forms;
  private final ListRequestedTicketsUseCase listRequestedTickets;

  RequestedTicketsController(RequestForms forms, ListRequestedTicketsUseCase listRequestedTickets) {
    this.forms = forms;
    this.listRequestedTickets = listRequestedTickets;
  }

  @Override
  @Post("/list")
  public HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    Violations found = new Violations();
    FormReader fields = FormReader.ofBody(forms.readWithFaults(request, FORMS), found);
    String userName = fields.requiredText("username").strip();
    int page = Math.max(1, fields.optionalInt("page").orElse(1));
    fields.orThrow();
    RequestedTickets tickets = listRequestedTickets.list(userName, page, caller);
    return TiktingJson.response(
            HttpStatus.OK, tickets.tickets().stream().map(TicketMapper::toDetails).toList())
        .header("X-Total-Count", Long.toString(tickets.total()));
  }
}
