package org.polydesk.adapter.rest.simple.helpdesk.field;

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
import java.util.function.Function;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.RecordFieldsUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.TicketFieldsUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.ticket.TicketNumber;

/** Custom fields of tickets. Source: docs/dialects/helpdesk.md, section "Custom fields". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketFieldController {
  private final RequestForms forms;
  private final TicketFieldsUseCase ticketFields;
  private final RecordFieldsUseCase recordFields;

  TicketFieldController(
      RequestForms forms, TicketFieldsUseCase ticketFields, RecordFieldsUseCase recordFields) {
    this.forms = forms;
    this.ticketFields = ticketFields;
    this.recordFields = recordFields;
  }

  private HelpdeskParameters read(HttpRequest<?> request) {
    return new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
  }

  @Get(uris = {"/TicketCustomFields", "/TicketCustomFields/{id}"})
  HttpResponse<byte[]> ofTicket(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    TicketNumber ticket = parameters.requiredTicket("id", "ticketId");
    boolean unset = parameters.flag("returnUnset");
    parameters.orThrow();
    return HelpdeskJson.ok(
        ticketFields.of(ticket, caller).stream()
            .filter(filled -> unset || filled.value().isPresent())
            .map(FieldResponse::of)
            .toList());
  }

  @Post(uris = {"/TicketCustomFields", "/TicketCustomFields/{id}"})
  HttpResponse<byte[]> ofTicketToo(HttpRequest<?> request, Caller caller) {
    return ofTicket(request, caller);
  }

  @Get(uris = {"/CustomFieldsForCategory", "/CustomFieldsForCategory/{id}"})
  HttpResponse<byte[]> ofCategory(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    int category = parameters.requiredInteger("categoryId", "id");
    parameters.orThrow();
    return HelpdeskJson.ok(
        ticketFields.ofCategory(category, caller).stream().map(FieldResponse::of).toList());
  }

  @Post(uris = {"/CustomFieldsForCategory", "/CustomFieldsForCategory/{id}"})
  HttpResponse<byte[]> ofCategoryToo(HttpRequest<?> request, Caller caller) {
    return ofCategory(request, caller);
  }

  @Get("/CustomFields")
  HttpResponse<byte[]> all(Caller caller) {
    return HelpdeskJson.ok(
        recordFields.known(FieldSubject.TICKET, caller).stream().map(FieldResponse::of).toList());
  }

  @Post("/CustomFields")
  HttpResponse<byte[]> allToo(Caller caller) {
    return all(caller);
  }

  @Post("/SetCustomField")
  HttpResponse<byte[]> set(HttpRequest<?> request, Caller caller) {
    return set(request, caller, FieldForms::one);
  }

  @Get("/SetCustomField")
  HttpResponse<byte[]> setToo(HttpRequest<?> request, Caller caller) {
    return set(request, caller);
  }

  @Post("/SetCustomFields")
  HttpResponse<byte[]> setAll(HttpRequest<?> request, Caller caller) {
    return set(request, caller, FieldForms::all);
  }

  @Get("/SetCustomFields")
  HttpResponse<byte[]> setAllToo(HttpRequest<?> request, Caller caller) {
    return setAll(request, caller);
  }

  private HttpResponse<byte[]> set(
      HttpRequest<?> request, Caller caller, Function<FieldForms, FieldEdits> reading) {
    HelpdeskParameters parameters = read(request);
    TicketNumber ticket = parameters.requiredTicket("ticketId", "id");
    FieldEdits edits =
        reading.apply(new FieldForms(parameters, recordFields.known(FieldSubject.TICKET, caller)));
    parameters.orThrow();
    ticketFields.set(TicketRef.any(ticket), edits, caller);
    return HelpdeskJson.done();
  }
}
