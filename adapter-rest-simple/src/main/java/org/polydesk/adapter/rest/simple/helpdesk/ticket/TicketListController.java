package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import org.polydesk.application.ticket.in.BrowseTicketsUseCase;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.TicketStats;

/** Lists of tickets and their numbers. Source: docs/dialects/helpdesk.md, section "Lists". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketListController {
  private final RequestForms forms;
  private final TicketLists lists;
  private final BrowseTicketsUseCase browse;

  TicketListController(RequestForms forms, TicketLists lists, BrowseTicketsUseCase browse) {
    this.forms = forms;
    this.lists = lists;
    this.browse = browse;
  }

  @Get("/Tickets")
  HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    return list(request, caller, false);
  }

  @Post("/Tickets")
  HttpResponse<byte[]> listToo(HttpRequest<?> request, Caller caller) {
    return list(request, caller, false);
  }

  @Get("/Search")
  HttpResponse<byte[]> search(HttpRequest<?> request, Caller caller) {
    return list(request, caller, true);
  }

  @Post("/Search")
  HttpResponse<byte[]> searchToo(HttpRequest<?> request, Caller caller) {
    return list(request, caller, true);
  }

  private HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller, boolean search) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    return HelpdeskJson.ok(search ? lists.found(parameters, caller) : lists.of(parameters, caller));
  }

  /** How many tickets there are. */
  record StatsResponse(
      long totalTickets,
      long closed,
      long inProcess,
      long newTickets,
      long unanswered,
      long unassigned,
      long unclosed) {}

  @Get("/Stats")
  HttpResponse<byte[]> stats(Caller caller) {
    TicketStats stats = browse.stats(caller);
    return HelpdeskJson.ok(
        new StatsResponse(
            stats.total(),
            stats.closed(),
            stats.inProcess(),
            stats.fresh(),
            stats.unanswered(),
            stats.unassigned(),
            stats.unclosed()));
  }

  @Post("/Stats")
  HttpResponse<byte[]> statsToo(Caller caller) {
    return stats(caller);
  }
}
