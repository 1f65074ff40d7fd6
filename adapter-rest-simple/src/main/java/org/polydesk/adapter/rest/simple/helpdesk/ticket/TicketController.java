package org.polydesk.adapter.rest.simple.helpdesk.ticket;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.IfMatch;
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.simple.helpdesk.field.FieldForms;
import org.polydesk.adapter.rest.simple.helpdesk.user.NamedPeople;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.catalogue.in.ReadCatalogueUseCase;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.RecordFieldsUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.ticket.in.ChangeStatusUseCase;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.ChangeStatusCommand;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.Goal;
import org.polydesk.application.ticket.in.Corrections;
import org.polydesk.application.ticket.in.OpenTaggedTicketUseCase;
import org.polydesk.application.ticket.in.ReadConversationUseCase;
import org.polydesk.application.ticket.in.ReadConversationUseCase.Conversation;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.in.TicketUpkeepUseCase;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

/** Single tickets. Source: docs/dialects/helpdesk.md, sections "Tickets" to "Updating". */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketController {
  private final RequestForms forms;
  private final SafeRetries retries;
  private final Origins origins;
  private final DeskWords deskWords;
  private final ReadCatalogueUseCase catalogue;
  private final ReadConversationUseCase conversations;
  private final TicketDetails details;
  private final OpenTaggedTicketUseCase tickets;
  private final ChangeStatusUseCase changeStatus;
  private final TicketUpkeepUseCase upkeep;
  private final UserDirectoryUseCase people;
  private final RecordFieldsUseCase customFields;

  TicketController(
      RequestForms forms,
      SafeRetries retries,
      Origins origins,
      DeskWords deskWords,
      ReadCatalogueUseCase catalogue,
      ReadConversationUseCase conversations,
      TicketDetails details,
      OpenTaggedTicketUseCase tickets,
      ChangeStatusUseCase changeStatus,
      TicketUpkeepUseCase upkeep,
      UserDirectoryUseCase people,
      RecordFieldsUseCase customFields) {
    this.forms = forms;
    this.retries = retries;
    this.origins = origins;
    this.deskWords = deskWords;
    this.catalogue = catalogue;
    this.conversations = conversations;
    this.details = details;
    this.tickets = tickets;
    this.changeStatus = changeStatus;
    this.upkeep = upkeep;
    this.people = people;
    this.customFields = customFields;
  }

  private RequestForm read(HttpRequest<?> request) {
    return forms.read(request, HelpdeskParameters.BODIES);
  }

  @Get(uris = {"/api/Ticket", "/api/Ticket/{id}", "/api/Tickets/{id}", "/Ticket/{id}"})
  HttpResponse<byte[]> find(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = new HelpdeskParameters(read(request));
    TicketNumber number = parameters.requiredTicket("id", "ticketId");
    parameters.orThrow();
    Conversation conversation = conversations.read(number, caller);
    return HelpdeskJson.ok(details.of(conversation, caller, origins.baseUrl(request)))
        .header(HttpHeaders.ETAG, IfMatch.tag(conversation.ticket().version()));
  }

  @Post(uris = {"/api/Ticket", "/api/Ticket/{id}"})
  HttpResponse<?> open(HttpRequest<?> request, Caller caller) {
    RequestForm form = read(request);
    HelpdeskParameters parameters = new HelpdeskParameters(form);
    Words words = deskWords.of(caller);
    NamedPeople named = NamedPeople.of(TicketForms.people(parameters), people, caller);
    checkTeam(parameters, named, caller);
    var command =
        new TicketForms(parameters, words, named)
            .opening(caller, catalogue.settingsFor(caller), List.of());
    List<String> tags = TicketForms.tags(parameters).orElse(List.of());
    FieldEdits edits = fields(parameters, caller);
    return retries.once(
        request,
        form,
        caller,
        () -> HelpdeskJson.ok(tickets.open(command, tags, edits, caller).number().value()));
  }

  /** A new ticket goes to its category's technicians, if it has any, or to an administrator. */
  private void checkTeam(HelpdeskParameters parameters, NamedPeople named, Caller caller) {
    Optional<User> technician = parameters.number("assignedToUserId").flatMap(named::find);
    Optional<Integer> category = parameters.integer("categoryId");
    if (technician.isEmpty() || category.isEmpty() || !caller.may(Right.READ_PEOPLE)) {
      return;
    }
    List<User> team = people.techniciansOf(category.get(), caller);
    boolean fits =
        team.isEmpty()
            || technician.get().role() == Role.ADMINISTRATOR
            || team.stream().anyMatch(user -> user.id().equals(technician.get().id()));
    parameters.found().addIf(!fits, Violation.unknown("assignedToUserId"));
  }

  @Post(uris = {"/api/UpdateTicket", "/api/UpdateTicket/{id}"})
  HttpResponse<byte[]> update(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = new HelpdeskParameters(read(request));
    TicketRef ticket = ref(request, parameters);
    Words words = deskWords.of(caller);
    NamedPeople named = NamedPeople.of(TicketForms.people(parameters), people, caller);
    var command = new TicketForms(parameters, words, named).update(ticket, Optional.empty());
    Corrections corrections =
        new Corrections(
            parameters.instant("date"),
            parameters.instant("closeDate"),
            parameters.flag("suppressNotification"));
    tickets.update(
        command, TicketForms.tags(parameters), fields(parameters, caller), corrections, caller);
    return HelpdeskJson.done();
  }

  private FieldEdits fields(HelpdeskParameters parameters, Caller caller) {
    FieldEdits edits =
        new FieldForms(parameters, customFields.known(FieldSubject.TICKET, caller)).all();
    parameters.orThrow();
    return edits;
  }

  private static TicketRef ref(HttpRequest<?> request, HelpdeskParameters parameters) {
    TicketNumber number = parameters.requiredTicket("id", "ticketId");
    return IfMatch.of(request)
        .map(match -> new TicketRef(number, match::matches))
        .orElseGet(() -> TicketRef.any(number));
  }

  @Get(uris = {"/api/Close", "/api/Close/{id}"})
  HttpResponse<byte[]> close(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = new HelpdeskParameters(read(request));
    TicketRef ticket = ref(request, parameters);
    boolean quiet = parameters.flag("suppressNotification");
    parameters.orThrow();
    changeStatus.change(
        new ChangeStatusCommand(
            ticket,
            Goal.CLOSED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            from -> true,
            quiet),
        caller);
    return HelpdeskJson.done();
  }

  @Post(uris = {"/api/Close", "/api/Close/{id}"})
  HttpResponse<byte[]> closeToo(HttpRequest<?> request, Caller caller) {
    return close(request, caller);
  }

  @Post(uris = {"/api/DeleteTicket", "/api/DeleteTicket/{id}"})
  HttpResponse<byte[]> remove(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = new HelpdeskParameters(read(request));
    TicketRef ticket = ref(request, parameters);
    parameters.orThrow();
    upkeep.delete(ticket, caller);
    return HelpdeskJson.done();
  }

  @Delete(uris = {"/api/Ticket", "/api/Ticket/{id}"})
  HttpResponse<byte[]> removeToo(HttpRequest<?> request, Caller caller) {
    return remove(request, caller);
  }

  /** A write by GET where clients never sent one is an unknown method. */
  @Get(uris = {"/api/UpdateTicket", "/api/DeleteTicket"})
  HttpResponse<byte[]> noSuchMethod() {
    throw DeskException.notFound("method");
  }
}
