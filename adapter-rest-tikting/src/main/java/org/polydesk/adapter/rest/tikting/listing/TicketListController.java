package org.polydesk.adapter.rest.tikting.listing;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import java.util.Set;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.adapter.rest.tikting.wire.TiktingJson;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.ListTicketsUseCase;
import org.polydesk.application.ticket.in.ListTicketsUseCase.TicketPage;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;

/** {@code POST /api/TicketsApi}. Source: docs/dialects/tikting.md, section "Lists". */
@Controller(TiktingDialect.TICKETS)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketListController implements TicketListApi {
  private final RequestForms forms;
  private final ListTicketsUseCase listTickets;
  private final Origins origins;
  private final int longest;

  TicketListController(
      RequestForms forms,
      ListTicketsUseCase listTickets,
      Origins origins,
      @Property(name = "polydesk.tikting.max-list-length", defaultValue = "500") int longest) {
    this.forms = forms;
    this.listTickets = listTickets;
    this.origins = origins;
    this.longest = longest;
  }

  @Override
  @Post
  public HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.readWithFaults(request, Set.of(BodyKind.JSON));
    if (form.bodyKind() == BodyKind.NONE) {
      throw DeskException.invalid(Violation.required(""));
    }
    Optional<String> cursor = Optional.ofNullable(request.getHeaders().get("X-Cursor"));
    TicketTable table = TicketTable.read(form, longest, cursor);
    TicketPage page = listTickets.list(table.query(), caller);
    MutableHttpResponse<byte[]> response =
        TiktingJson.response(
                HttpStatus.OK,
                page.lines().stream()
                    .map(line -> TicketLineResponse.of(line, page.catalogue()))
                    .toList())
            .header("X-Total-Count", Long.toString(page.total().count()))
            .header("X-Page-Size", Integer.toString(table.length()));
    if (!page.total().exact()) {
      response.header("X-Total-Count-Exact", "false");
    }
    page.next().ifPresent(next -> response.header("X-Next-Cursor", next.toString()));
    // What goes on from a cursor is no page that has a number.
    if (cursor.isEmpty()) {
      response.header("X-Page", Integer.toString(table.page()));
      links(request, table, page).ifPresent(links -> response.header("Link", links));
    }
    return response;
  }

  private Optional<String> links(HttpRequest<?> request, TicketTable table, TicketPage page) {
    StringBuilder links = new StringBuilder();
    if (table.page() > 1) {
      links.append(link(request, table.page() - 1, table.length(), "prev"));
    }
    if (page.next().isPresent()) {
      links.append(links.isEmpty() ? "" : ", ");
      links.append(link(request, table.page() + 1, table.length(), "next"));
    }
    return links.isEmpty() ? Optional.empty() : Optional.of(links.toString());
  }

  private String link(HttpRequest<?> request, int page, int length, String rel) {
    return "<%s%s?page=%d&length=%d>; rel=\"%s\""
        .formatted(origins.baseUrl(request), TiktingDialect.TICKETS, page, length, rel);
  }
}
