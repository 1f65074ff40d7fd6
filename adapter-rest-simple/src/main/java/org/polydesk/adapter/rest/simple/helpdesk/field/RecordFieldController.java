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
import java.util.List;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.user.NamedPeople;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.field.in.FilledField;
import org.polydesk.application.field.in.RecordFieldsUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.FieldSubject;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.UserId;

/** Custom fields of people and companies. Source: docs/dialects/helpdesk.md, "Custom fields". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordFieldController {
  private final RequestForms forms;
  private final RecordFieldsUseCase fields;
  private final UserDirectoryUseCase people;

  RecordFieldController(
      RequestForms forms, RecordFieldsUseCase fields, UserDirectoryUseCase people) {
    this.forms = forms;
    this.fields = fields;
    this.people = people;
  }

  private HelpdeskParameters read(HttpRequest<?> request) {
    return new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
  }

  private static HttpResponse<byte[]> shown(List<FilledField> filled) {
    return HelpdeskJson.ok(filled.stream().map(FieldResponse::of).toList());
  }

  private FieldEdits edits(HelpdeskParameters parameters, FieldSubject subject, Caller caller) {
    FieldEdits edits = new FieldForms(parameters, fields.known(subject, caller)).one();
    parameters.orThrow();
    return edits;
  }

  private UserId user(long number, Caller caller) {
    return NamedPeople.of(List.of(number), people, caller)
        .id(number)
        .orElseThrow(() -> DeskException.notFound("user"));
  }

  @Get(uris = {"/UserCustomFields", "/UserCustomFields/{id}"})
  HttpResponse<byte[]> ofUser(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    long number = parameters.requiredNumber("userId", "id");
    parameters.orThrow();
    return shown(fields.ofUser(user(number, caller), caller));
  }

  @Post(uris = {"/UserCustomFields", "/UserCustomFields/{id}"})
  HttpResponse<byte[]> ofUserToo(HttpRequest<?> request, Caller caller) {
    return ofUser(request, caller);
  }

  @Post("/SetCustomFieldForUser")
  HttpResponse<byte[]> setOfUser(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    long number = parameters.requiredNumber("userId", "id");
    FieldEdits edits = edits(parameters, FieldSubject.USER, caller);
    fields.setOfUser(user(number, caller), edits, caller);
    return HelpdeskJson.done();
  }

  @Get(uris = {"/CompanyCustomFields", "/CompanyCustomFields/{id}"})
  HttpResponse<byte[]> ofCompany(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    int company = parameters.requiredInteger("id", "companyId");
    parameters.orThrow();
    return shown(fields.ofCompany(company, caller));
  }

  @Post(uris = {"/CompanyCustomFields", "/CompanyCustomFields/{id}"})
  HttpResponse<byte[]> ofCompanyToo(HttpRequest<?> request, Caller caller) {
    return ofCompany(request, caller);
  }

  @Post("/SetCustomFieldForCompany")
  HttpResponse<byte[]> setOfCompany(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    int company = parameters.requiredInteger("id", "companyId");
    FieldEdits edits = edits(parameters, FieldSubject.COMPANY, caller);
    fields.setOfCompany(company, edits, caller);
    return HelpdeskJson.done();
  }
}
