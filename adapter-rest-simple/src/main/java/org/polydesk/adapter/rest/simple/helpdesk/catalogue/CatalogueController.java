package org.polydesk.adapter.rest.simple.helpdesk.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.user.UserResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.TagResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.directory.in.GrantCategoryUseCase;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.error.Violation;

/** What tickets can be filed under. Source: docs/dialects/helpdesk.md, section "Catalogue". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogueController {
  private final RequestForms forms;
  private final DeskWords deskWords;
  private final UserDirectoryUseCase people;
  private final GrantCategoryUseCase grants;

  CatalogueController(
      RequestForms forms,
      DeskWords deskWords,
      UserDirectoryUseCase people,
      GrantCategoryUseCase grants) {
    this.forms = forms;
    this.deskWords = deskWords;
    this.people = people;
    this.grants = grants;
  }

  /** A priority. */
  record PriorityResponse(@JsonProperty("PriorityID") int priorityId, String name) {}

  /** A status. */
  record StatusResponse(
      @JsonProperty("StatusID") int statusId, String name, boolean statusStopTimeSpent) {}

  @Get("/Categories")
  HttpResponse<byte[]> categories(Caller caller) {
    return HelpdeskJson.ok(CategoryResponse.active(deskWords.of(caller)));
  }

  @Post("/Categories")
  HttpResponse<byte[]> categoriesToo(Caller caller) {
    return categories(caller);
  }

  @Get(uris = {"/TechsForCategory", "/TechsForCategory/{id}"})
  HttpResponse<byte[]> technicians(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    int category = parameters.requiredInteger("id", "categoryId");
    Words words = deskWords.of(caller);
    parameters
        .found()
        .addIf(
            words.catalogue().row(CatalogueList.CATEGORY, Optional.of(category)).isEmpty(),
            Violation.unknown("id"));
    parameters.orThrow();
    return HelpdeskJson.ok(
        people.techniciansOf(category, caller).stream()
            .map(user -> UserResponse.of(user, words, caller))
            .toList());
  }

  @Post(uris = {"/TechsForCategory", "/TechsForCategory/{id}"})
  HttpResponse<byte[]> techniciansToo(HttpRequest<?> request, Caller caller) {
    return technicians(request, caller);
  }

  /** There are none, so that no category belongs to one. */
  @Get("/Sections")
  HttpResponse<byte[]> sections(Caller caller) {
    return HelpdeskJson.ok(List.of());
  }

  @Post("/Sections")
  HttpResponse<byte[]> sectionsToo(Caller caller) {
    return sections(caller);
  }

  @Get("/Priorities")
  HttpResponse<byte[]> priorities(Caller caller) {
    return HelpdeskJson.ok(
        deskWords.of(caller).catalogue().active(CatalogueList.PRIORITY).stream()
            .map(
                row ->
                    new PriorityResponse(
                        Words.priority(Optional.of(row.id())), Words.priority(row)))
            .toList());
  }

  @Post("/Priorities")
  HttpResponse<byte[]> prioritiesToo(Caller caller) {
    return priorities(caller);
  }

  @Get("/Statuses")
  HttpResponse<byte[]> statuses(Caller caller) {
    Words words = deskWords.of(caller);
    return HelpdeskJson.ok(
        words.catalogue().statuses().stream()
            .map(
                row ->
                    new StatusResponse(words.statusId(row), words.status(row), row.pausesClock()))
            .sorted(Comparator.comparing(StatusResponse::statusId))
            .toList());
  }

  @Post("/Statuses")
  HttpResponse<byte[]> statusesToo(Caller caller) {
    return statuses(caller);
  }

  @Get("/Tags")
  HttpResponse<byte[]> tags(Caller caller) {
    return HelpdeskJson.ok(
        deskWords.of(caller).catalogue().tags().stream()
            .filter(tag -> !tag.deleted())
            .map(TagResponse::of)
            .toList());
  }

  @Post("/Tags")
  HttpResponse<byte[]> tagsToo(Caller caller) {
    return tags(caller);
  }

  @Post("/AddCategoryTechPermission")
  HttpResponse<byte[]> grant(HttpRequest<?> request, Caller caller) {
    Grant wanted = grant(request);
    grants.grant(wanted.user(), wanted.category(), caller);
    return HelpdeskJson.done();
  }

  @Post("/RemoveCategoryTechPermission")
  HttpResponse<byte[]> withdraw(HttpRequest<?> request, Caller caller) {
    Grant wanted = grant(request);
    grants.withdraw(wanted.user(), wanted.category(), caller);
    return HelpdeskJson.done();
  }

  private record Grant(long user, int category) {}

  private Grant grant(HttpRequest<?> request) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    Grant wanted =
        new Grant(
            parameters.requiredNumber("userId"), parameters.requiredInteger("categoryId", "id"));
    parameters.orThrow();
    return wanted;
  }
}
