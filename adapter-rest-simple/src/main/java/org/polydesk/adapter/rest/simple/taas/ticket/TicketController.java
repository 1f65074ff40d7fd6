package org.polydesk.adapter.rest.simple.taas.ticket;

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
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.IfMatch;
import org.polydesk.adapter.rest.shared.ParameterMap;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.simple.taas.ticket.TicketForms.StatusChange;
import org.polydesk.adapter.rest.simple.taas.wire.ContinuationTokens;
import org.polydesk.adapter.rest.simple.taas.wire.TaasJson;
import org.polydesk.adapter.rest.simple.taas.wire.TaasRoutes;
import org.polydesk.adapter.rest.simple.taas.wire.Zones;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.BrowseWindow;
import org.polydesk.application.ticket.in.ReadForTeamUseCase;
import org.polydesk.application.ticket.in.ReadForTeamUseCase.FoundTicket;
import org.polydesk.application.ticket.in.ReadForTeamUseCase.TeamPage;
import org.polydesk.application.ticket.in.ServeTeamUseCase;
import org.polydesk.application.ticket.in.ServeTeamUseCase.NewTeamTicket;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.ticket.TicketNumber;

/** Tickets. Source: docs/dialects/taas.md. */
@Controller(TaasRoutes.BASE + "/tickets")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketController {
  private static final Set<BodyKind> JSON = Set.of(BodyKind.JSON);
  private static final Set<BodyKind> NOTHING = Set.of(BodyKind.OTHER);

  private final RequestForms forms;
  private final SafeRetries retries;
  private final ReadForTeamUseCase read;
  private final ServeTeamUseCase serve;
  private final TicketPaths paths;
  private final ContinuationTokens tokens;

  TicketController(
      RequestForms forms,
      SafeRetries retries,
      ReadForTeamUseCase read,
      ServeTeamUseCase serve,
      TicketPaths paths,
      ContinuationTokens tokens) {
    this.forms = forms;
    this.retries = retries;
    this.read = read;
    this.serve = serve;
    this.paths = paths;
    this.tokens = tokens;
  }

  @Get
  HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    ParameterMap parameters = forms.read(request, NOTHING).parameters();
    ListRequest wanted = ListRequest.read(parameters, read.setup(caller));
    TeamPage page = read.browse(wanted.query(), window(request, wanted, caller), caller);
    TicketMapper mapper = TicketMapper.selecting(parameters, page.setup());
    MutableHttpResponse<byte[]> response =
        TaasJson.list(
            page.tickets().stream().map(mapper::toItem).toList(),
            page.total().count(),
            page.next().map(cursor -> tokens.write(cursor, wanted.question(), caller)));
    return page.total().exact() ? response : response.header("X-Total-Count-Exact", "false");
  }

  private BrowseWindow window(HttpRequest<?> request, ListRequest wanted, Caller caller) {
    return Optional.ofNullable(request.getHeaders().get(ContinuationTokens.NAME))
        .filter(token -> !token.isBlank())
        .map(token -> tokens.read(token.strip(), wanted.question(), caller))
        .map(cursor -> BrowseWindow.after(cursor, wanted.limit()))
        .orElseGet(() -> BrowseWindow.slice(wanted.offset(), wanted.limit()));
  }

  @Post
  HttpResponse<?> create(HttpRequest<?> request, Caller caller) {
    caller.mustBeAbleTo(Right.CREATE);
    RequestForm form = forms.read(request, JSON);
    NewTeamTicket command = TicketForms.newTicket(form, read.fields(caller));
    return retries.once(
        request,
        form,
        caller,
        () -> shown(HttpStatus.CREATED, form, serve.open(command, caller), caller));
  }

  @Get("/{id}")
  HttpResponse<byte[]> find(HttpRequest<?> request, String id, Caller caller) {
    RequestForm form = forms.read(request, NOTHING);
    Zones.check(form.parameters());
    return shown(HttpStatus.OK, form, paths.number(id, caller), caller);
  }

  @Put("/{id}")
  HttpResponse<byte[]> update(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.UPDATE);
    RequestForm form = forms.read(request, JSON);
    TicketRef ticket = paths.ref(id, request, caller);
    serve.update(TicketForms.change(form, ticket, read.fields(caller)), caller);
    return shown(HttpStatus.OK, form, ticket.number(), caller);
  }

  @Put("/{id}/status")
  HttpResponse<byte[]> putStatus(HttpRequest<?> request, String id, Caller caller) {
    return changeStatus(request, id, caller);
  }

  @Post("/{id}/status")
  HttpResponse<byte[]> postStatus(HttpRequest<?> request, String id, Caller caller) {
    return changeStatus(request, id, caller);
  }

  private HttpResponse<byte[]> changeStatus(HttpRequest<?> request, String id, Caller caller) {
    caller.mustBeAbleTo(Right.UPDATE);
    RequestForm form = forms.read(request, JSON);
    Zones.check(form.parameters());
    TicketRef ticket = paths.ref(id, request, caller);
    StatusChange change = TicketForms.status(form, ticket);
    serve.changeStatus(change.command(), change.user(), caller);
    return shown(HttpStatus.OK, form, ticket.number(), caller);
  }

  private MutableHttpResponse<byte[]> shown(
      HttpStatus status, RequestForm form, TicketNumber number, Caller caller) {
    FoundTicket found = read.find(number, caller);
    return TaasJson.item(status, TicketMapper.single(form.parameters(), found))
        .header(HttpHeaders.ETAG, IfMatch.tag(found.ticket().ticket().ticket().version()));
  }
}
