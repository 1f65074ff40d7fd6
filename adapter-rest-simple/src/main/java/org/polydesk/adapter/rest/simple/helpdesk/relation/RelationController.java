package org.polydesk.adapter.rest.simple.helpdesk.relation;

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
import java.util.HashSet;
import java.util.List;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.ticket.TicketSummaryResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowseWindow;
import org.polydesk.application.ticket.in.RelateTicketsUseCase;
import org.polydesk.domain.listing.BrowseOrder;
import org.polydesk.domain.listing.BrowseQuery;
import org.polydesk.domain.ticket.TicketNumber;

/** Merging, linking and sub-tickets. Source: docs/dialects/helpdesk.md, section "Relations". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RelationController {
  private final RequestForms forms;
  private final DeskWords deskWords;
  private final RelateTicketsUseCase relate;
  private final BrowseTicketsUseCase browse;

  RelationController(
      RequestForms forms,
      DeskWords deskWords,
      RelateTicketsUseCase relate,
      BrowseTicketsUseCase browse) {
    this.forms = forms;
    this.deskWords = deskWords;
    this.relate = relate;
    this.browse = browse;
  }

  /** Two tickets that a request names. */
  private record Pair(TicketNumber first, TicketNumber second) {}

  private HelpdeskParameters read(HttpRequest<?> request) {
    return new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
  }

  private Pair pair(HttpRequest<?> request, String first, String second) {
    HelpdeskParameters parameters = read(request);
    Pair pair = new Pair(parameters.requiredTicket(first), parameters.requiredTicket(second));
    parameters.orThrow();
    return pair;
  }

  @Post("/MergeTickets")
  HttpResponse<byte[]> merge(HttpRequest<?> request, Caller caller) {
    Pair pair = pair(request, "id", "id2");
    relate.merge(pair.first(), pair.second(), caller);
    return HelpdeskJson.ok(pair.first().value());
  }

  @Get("/MergeTickets")
  HttpResponse<byte[]> mergeByGet(HttpRequest<?> request, Caller caller) {
    return merge(request, caller);
  }

  @Post("/LinkTickets")
  HttpResponse<byte[]> link(HttpRequest<?> request, Caller caller) {
    Pair pair = pair(request, "id", "id2");
    relate.link(pair.first(), pair.second(), caller);
    return HelpdeskJson.done();
  }

  @Get("/LinkTickets")
  HttpResponse<byte[]> linkByGet(HttpRequest<?> request, Caller caller) {
    return link(request, caller);
  }

  @Post("/UnlinkTickets")
  HttpResponse<byte[]> unlink(HttpRequest<?> request, Caller caller) {
    Pair pair = pair(request, "id", "id2");
    relate.unlink(pair.first(), pair.second(), caller);
    return HelpdeskJson.done();
  }

  @Get("/UnlinkTickets")
  HttpResponse<byte[]> unlinkByGet(HttpRequest<?> request, Caller caller) {
    return unlink(request, caller);
  }

  @Post("/AddSubTicket")
  HttpResponse<byte[]> addPart(HttpRequest<?> request, Caller caller) {
    Pair pair = pair(request, "parentId", "childId");
    relate.makePart(pair.first(), pair.second(), caller);
    return HelpdeskJson.done();
  }

  @Get("/AddSubTicket")
  HttpResponse<byte[]> addPartByGet(HttpRequest<?> request, Caller caller) {
    return addPart(request, caller);
  }

  @Post("/RemoveSubTicket")
  HttpResponse<byte[]> removePart(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    TicketNumber part = parameters.requiredTicket("childId", "id");
    parameters.orThrow();
    relate.makeWhole(part, caller);
    return HelpdeskJson.done();
  }

  @Get("/RemoveSubTicket")
  HttpResponse<byte[]> removePartByGet(HttpRequest<?> request, Caller caller) {
    return removePart(request, caller);
  }

  @Get(uris = {"/LinkedTickets", "/LinkedTickets/{id}"})
  HttpResponse<byte[]> linked(HttpRequest<?> request, Caller caller) {
    TicketNumber ticket = ticket(request);
    return shown(relate.linked(ticket, caller), caller);
  }

  @Post(uris = {"/LinkedTickets", "/LinkedTickets/{id}"})
  HttpResponse<byte[]> linkedToo(HttpRequest<?> request, Caller caller) {
    return linked(request, caller);
  }

  @Get(uris = {"/SubTickets", "/SubTickets/{id}"})
  HttpResponse<byte[]> parts(HttpRequest<?> request, Caller caller) {
    TicketNumber ticket = ticket(request);
    return shown(relate.parts(ticket, caller), caller);
  }

  @Post(uris = {"/SubTickets", "/SubTickets/{id}"})
  HttpResponse<byte[]> partsToo(HttpRequest<?> request, Caller caller) {
    return parts(request, caller);
  }

  private TicketNumber ticket(HttpRequest<?> request) {
    HelpdeskParameters parameters = read(request);
    TicketNumber ticket = parameters.requiredTicket("id", "ticketId");
    parameters.orThrow();
    return ticket;
  }

  /** Those of the tickets that the caller sees. */
  private HttpResponse<byte[]> shown(List<TicketNumber> numbers, Caller caller) {
    if (numbers.isEmpty()) {
      return HelpdeskJson.ok(List.of());
    }
    BrowseQuery query =
        BrowseQuery.builder()
            .numbers(new HashSet<>(numbers))
            .order(BrowseOrder.NEWEST_FIRST)
            .build();
    Words words = deskWords.of(caller);
    boolean notes = caller.may(Right.READ_NOTES);
    return HelpdeskJson.ok(
        browse
            .browse(query, BrowseWindow.slice(0, RelateTicketsUseCase.MOST_SHOWN), caller)
            .tickets()
            .stream()
            .map(ticket -> TicketSummaryResponse.of(ticket, words, notes))
            .toList());
  }
}
