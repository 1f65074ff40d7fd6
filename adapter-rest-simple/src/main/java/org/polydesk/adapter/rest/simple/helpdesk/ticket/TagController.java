package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.OpenTaggedTicketUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.ticket.TicketNumber;

/** Marks tickets. Source: docs/dialects/helpdesk.md, section "Updating". */
@Controller("/api/TagTicket")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TagController {
  private final RequestForms forms;
  private final OpenTaggedTicketUseCase tickets;

  TagController(RequestForms forms, OpenTaggedTicketUseCase tickets) {
    this.forms = forms;
    this.tickets = tickets;
  }

  @Post
  HttpResponse<byte[]> tag(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    TicketNumber ticket = parameters.requiredTicket("ticketId", "id");
    String name = parameters.requiredText("name").orElse("").strip();
    parameters.orThrow();
    tickets.tag(TicketRef.any(ticket), name, caller);
    return HelpdeskJson.done();
  }
}
