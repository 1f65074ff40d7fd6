package org.polydesk.adapter.rest.simple.panel.ticket;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.IfMatch;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.simple.panel.wire.PanelBody;
import org.polydesk.adapter.rest.simple.panel.wire.PanelJson;
import org.polydesk.adapter.rest.simple.panel.wire.PanelNumbers;
import org.polydesk.adapter.rest.simple.panel.wire.PanelRoutes;
import org.polydesk.application.catalogue.in.ReadCatalogueUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase;
import org.polydesk.application.ticket.in.BrowseTicketsUseCase.CountedPage;
import org.polydesk.application.ticket.in.ClientTicketsUseCase;
import org.polydesk.application.ticket.in.ClientTicketsUseCase.ClientTicket;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.ClientRecords.ClientDetails;
import org.polydesk.application.ticket.out.TicketBrowsing.BrowsedTicket;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.Subject;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.EmailAddress;

/** Tickets of a client. Source: docs/dialects/panel.md, section "Tickets". */
@Controller(PanelRoutes.BASE + "/tickets")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PanelTicketController {
  private static final Set<String> ACCESS_LEVELS =
      Set.of("account_users", "project_users", "all_users");

  private final RequestForms forms;
  private final SafeRetries retries;
  private final ClientTicketsUseCase tickets;
  private final BrowseTicketsUseCase browse;
  private final ReadCatalogueUseCase catalogue;

  PanelTicketController(
      RequestForms forms,
      SafeRetries retries,
      ClientTicketsUseCase tickets,
      BrowseTicketsUseCase browse,
      ReadCatalogueUseCase catalogue) {
    this.forms = forms;
    this.retries = retries;
    this.tickets = tickets;
    this.browse = browse;
    this.catalogue = catalogue;
  }

  /** A page of tickets. */
  record PageResponse(
      long itemCount, List<TicketResponse> items, int itemsPerPage, int page, long pageCount) {}

  @Get
  HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    TicketListForm form = new TicketListForm(forms.read(request, PanelBody.BODIES).parameters());
    var query = form.query();
    int page = form.page();
    int perPage = form.itemsPerPage();
    form.orThrow();
    CountedPage found =
        browse.browseCounted(query, BrowseTicketsUseCase.BrowseWindow.page(page, perPage), caller);
    int openId = openId(caller);
    List<TicketResponse> items =
        tickets
            .complete(found.page().tickets().stream().map(BrowsedTicket::ticket).toList())
            .stream()
            .map(ticket -> TicketResponse.of(ticket, openId))
            .toList();
    long count = found.total().count();
    MutableHttpResponse<byte[]> response =
        PanelJson.ok(
            new PageResponse(count, items, perPage, page, (count + perPage - 1) / perPage));
    return found.total().exact() ? response : response.header("X-Total-Count-Exact", "false");
  }

  private int openId(Caller caller) {
    return catalogue.settingsFor(caller).statuses().openId();
  }

  private MutableHttpResponse<byte[]> shown(ClientTicket ticket, Caller caller) {
    return PanelJson.ok(TicketResponse.of(ticket, openId(caller)))
        .header(HttpHeaders.ETAG, IfMatch.tag(ticket.ticket().version()));
  }

  @Post
  HttpResponse<?> open(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.read(request, PanelBody.BODIES);
    PanelBody body = new PanelBody(form);
    body.found().addIf(!body.has("summary"), Violation.required("summary"));
    Optional<String> summary = body.text("summary", Subject.MAX_LENGTH);
    Body text = body.requiredBody("comment_body");
    var files = body.files();
    Optional<String> access = body.name("access_level");
    body.found()
        .addIf(
            access.filter(level -> !ACCESS_LEVELS.contains(level)).isPresent(),
            Violation.outOfRange("access_level", access.orElse("")));
    ClientDetails details =
        new ClientDetails(
            body.name("topic_key"),
            body.name("client_aliased_name"),
            body.emails("client_emails", false).orElse(List.of()),
            body.integer("notice_id"),
            access,
            body.onlyOne("keystone_projects"));
    body.orThrow();
    Subject subject = new Subject(summary.orElseThrow());
    return retries.once(
        request,
        form,
        caller,
        () -> shown(tickets.open(subject, text, files, details, caller), caller));
  }

  @Get("/{number}")
  HttpResponse<byte[]> find(String number, Caller caller) {
    return shown(tickets.find(PanelNumbers.ticket(number), caller), caller);
  }

  @Patch("/{number}")
  HttpResponse<byte[]> modify(String number, HttpRequest<?> request, Caller caller) {
    TicketRef ref = ref(number, request);
    PanelBody body = new PanelBody(forms.read(request, PanelBody.BODIES));
    var name = body.editedName("client_aliased_name");
    body.refuseNull("client_emails");
    Optional<List<EmailAddress>> emails = body.emails("client_emails", true);
    body.orThrow();
    return shown(tickets.modify(ref, name, emails, caller), caller);
  }

  @Put("/{number}")
  HttpResponse<byte[]> modifyToo(String number, HttpRequest<?> request, Caller caller) {
    return modify(number, request, caller);
  }

  @Post("/{number}/close")
  HttpResponse<byte[]> close(String number, HttpRequest<?> request, Caller caller) {
    TicketRef ref = ref(number, request);
    PanelBody body = new PanelBody(forms.read(request, PanelBody.BODIES));
    Optional<Integer> score = body.integer("score");
    Optional<String> comment = body.comment("comment");
    body.orThrow();
    return shown(tickets.close(ref, score, comment, caller), caller);
  }

  @Put("/{number}/close")
  HttpResponse<byte[]> closeToo(String number, HttpRequest<?> request, Caller caller) {
    return close(number, request, caller);
  }

  @Post("/{number}/reopen")
  HttpResponse<?> reopen(String number, HttpRequest<?> request, Caller caller) {
    TicketRef ref = ref(number, request);
    RequestForm form = forms.read(request, PanelBody.BODIES);
    PanelBody body = new PanelBody(form);
    Body text = body.requiredBody("body");
    var files = body.files();
    body.orThrow();
    return retries.once(
        request, form, caller, () -> shown(tickets.reopen(ref, text, files, caller), caller));
  }

  @Put("/{number}/reopen")
  HttpResponse<?> reopenToo(String number, HttpRequest<?> request, Caller caller) {
    return reopen(number, request, caller);
  }

  @Post("/{number}/vote")
  HttpResponse<byte[]> rate(String number, HttpRequest<?> request, Caller caller) {
    TicketRef ref = ref(number, request);
    PanelBody body = new PanelBody(forms.read(request, PanelBody.BODIES));
    int score = body.requiredInteger("score");
    Optional<String> comment = body.comment("comment");
    body.orThrow();
    return PanelJson.ok(VoteResponse.of(tickets.rate(ref, score, comment, caller)));
  }

  @Put("/{number}/vote")
  HttpResponse<byte[]> rateToo(String number, HttpRequest<?> request, Caller caller) {
    return rate(number, request, caller);
  }

  private static TicketRef ref(String number, HttpRequest<?> request) {
    TicketNumber ticket = PanelNumbers.ticket(number);
    return IfMatch.of(request)
        .map(match -> new TicketRef(ticket, match::matches))
        .orElseGet(() -> TicketRef.any(ticket));
  }
}
