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
import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.user.UserResponse;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
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

  CatalogueController(RequestForms forms, DeskWords deskWords, UserDirectoryUseCase people) {
    this.forms = forms;
    this.deskWords = deskWords;
    this.people = people;
  }

  /** A category; there are no sections. */
  record CategoryResponse(
      @JsonProperty("CategoryID") int categoryId,
      String name,
      @JsonProperty("SectionID") Integer sectionId,
      String section,
      String nameWithSection,
      boolean forTechsOnly,
      String fromAddress) {}

  @Get("/Categories")
  HttpResponse<byte[]> categories(Caller caller) {
    return HelpdeskJson.ok(
        deskWords.of(caller).catalogue().active(CatalogueList.CATEGORY).stream()
            .map(
                row ->
                    new CategoryResponse(row.id(), row.name(), null, null, row.name(), false, null))
            .toList());
  }

  @Post("/Categories")
  HttpResponse<byte[]> categoriesToo(Caller caller) {
    return categories(caller);
  }

  @Get(uris = {"/TechsForCategory", "/TechsForCategory/{id}"})
  HttpResponse<byte[]> technicians(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters =
        new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
    int category = (int) parameters.requiredNumber("id", "categoryId");
    Words words = deskWords.of(caller);
    parameters
        .found()
        .addIf(
            words.catalogue().row(CatalogueList.CATEGORY, Optional.of(category)).isEmpty(),
            Violation.unknown("id"));
    parameters.orThrow();
    return HelpdeskJson.ok(
        people.techniciansOf(category, caller).stream()
            .map(user -> UserResponse.of(user, words))
            .toList());
  }

  @Post(uris = {"/TechsForCategory", "/TechsForCategory/{id}"})
  HttpResponse<byte[]> techniciansToo(HttpRequest<?> request, Caller caller) {
    return technicians(request, caller);
  }
}
