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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowseWindow;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.TicketStats;
import org.polydesk.application.ticket.in.TicketFieldsUseCase;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedTicket;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.User;

/** Lists of tickets and their numbers. Source: docs/dialects/helpdesk.md, section "Lists". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketListController {
  private final RequestForms forms;
  private final DeskWords deskWords;
  private final BrowseTicketsUseCase browse;
  private final UserDirectoryUseCase people;
  private final TicketFieldsUseCase customFields;
  private final Clock clock;

  TicketListController(
      RequestForms forms,
      DeskWords deskWords,
      BrowseTicketsUseCase browse,
      UserDirectoryUseCase people,
      TicketFieldsUseCase customFields,
      Clock clock) {
    this.forms = forms;
    this.deskWords = deskWords;
    this.browse = browse;
    this.people = people;
    this.customFields = customFields;
    this.clock = clock;
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
    Words words = deskWords.of(caller);
    TicketListForm form = new TicketListForm(parameters, words, caller, clock);
    Map<Long, User> named = people.byNumbers(form.people(), caller);
    BrowseQuery query = search ? form.search(named) : form.query(named);
    BrowseWindow window = form.window();
    parameters.orThrow();
    boolean withFields = parameters.flag("includeCustomFields");
    parameters.orThrow();
    boolean notes = caller.may(Right.READ_NOTES);
    List<BrowsedTicket> found = browse.browse(query, window, caller).tickets();
    Map<TicketId, List<FilledField>> fields =
        withFields
            ? customFields.ofShown(found.stream().map(BrowsedTicket::ticket).toList(), caller)
            : Map.of();
    return HelpdeskJson.ok(
        found.stream()
            .map(
                ticket ->
                    TicketSummaryResponse.of(ticket, words, notes)
                        .with(Optional.ofNullable(fields.get(ticket.ticket().id()))))
            .toList());
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
