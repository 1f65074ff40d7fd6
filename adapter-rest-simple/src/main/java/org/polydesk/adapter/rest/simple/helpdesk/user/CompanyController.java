package org.polydesk.adapter.rest.simple.helpdesk.user;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.application.directory.in.CompaniesUseCase;
import org.polydesk.application.directory.in.CompaniesUseCase.Company;
import org.polydesk.application.directory.in.CompaniesUseCase.CompanyDraft;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.EmailDomain;

/** Companies and departments. Source: docs/dialects/helpdesk.md, section "People". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CompanyController {
  private final RequestForms forms;
  private final CompaniesUseCase companies;

  CompanyController(RequestForms forms, CompaniesUseCase companies) {
    this.forms = forms;
    this.companies = companies;
  }

  /** A company; its domains stand behind each other with semicolons. */
  record CompanyResponse(
      @JsonProperty("CompanyID") int companyId, String name, String emailDomain, String notes) {
    static CompanyResponse of(Company company) {
      String domains =
          company.domains().stream().map(EmailDomain::text).collect(Collectors.joining(";"));
      return new CompanyResponse(
          company.id(),
          company.name(),
          domains.isEmpty() ? null : domains,
          company.notes().isEmpty() ? null : company.notes());
    }
  }

  /** A department, which belongs to no company. */
  record DepartmentResponse(
      @JsonProperty("DepartmentID") int departmentId,
      String name,
      @JsonProperty("CompanyID") Integer companyId) {}

  private HelpdeskParameters read(HttpRequest<?> request) {
    return new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
  }

  @Get("/Companies")
  HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    int count = parameters.integer("count").orElse(Integer.MAX_VALUE);
    int page = parameters.integer("page").orElse(1);
    parameters
        .found()
        .addIf(count < 1, Violation.outOfRange("count", Integer.toString(count)))
        .addIf(page < 1, Violation.outOfRange("page", Integer.toString(page)));
    parameters.orThrow();
    return HelpdeskJson.ok(
        companies.companies(caller).stream()
            .skip((page - 1L) * count)
            .limit(count)
            .map(CompanyResponse::of)
            .toList());
  }

  @Post("/Companies")
  HttpResponse<byte[]> listToo(HttpRequest<?> request, Caller caller) {
    return list(request, caller);
  }

  @Get("/Companies/{id}")
  HttpResponse<byte[]> one(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    Optional<Integer> id = parameters.integer("id");
    parameters.orThrow();
    return companies.companies(caller).stream()
        .filter(row -> id.equals(Optional.of(row.id())))
        .findFirst()
        .<HttpResponse<byte[]>>map(row -> HelpdeskJson.ok(CompanyResponse.of(row)))
        .orElseThrow(() -> DeskException.notFound("company"));
  }

  @Post("/Company")
  HttpResponse<byte[]> create(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    String name = parameters.requiredText("name").orElse("").strip();
    Set<EmailDomain> domains = domains(parameters).orElse(Set.of());
    parameters.orThrow();
    return HelpdeskJson.ok(companies.company(name, domains, caller));
  }

  private static Optional<Set<EmailDomain>> domains(HelpdeskParameters parameters) {
    List<String> texts = parameters.texts("emailDomains", "emailDomain");
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            EmailDomain.parseList("emailDomains", String.join(";", texts), parameters.found()));
  }

  @Post(uris = {"/UpdateCompany", "/UpdateCompany/{id}"})
  HttpResponse<byte[]> update(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    int id = parameters.requiredInteger("id", "companyId");
    CompanyDraft draft =
        new CompanyDraft(
            parameters.text("name").map(String::strip),
            parameters.text("notes"),
            domains(parameters));
    parameters.orThrow();
    companies.change(id, draft, caller);
    return HelpdeskJson.done();
  }

  @Get("/Departments")
  HttpResponse<byte[]> departments(Caller caller) {
    List<DepartmentResponse> rows =
        companies.departments(caller).stream()
            .map(row -> new DepartmentResponse(row.id(), row.name(), null))
            .toList();
    return HelpdeskJson.ok(rows);
  }

  @Post("/Departments")
  HttpResponse<byte[]> departmentsToo(Caller caller) {
    return departments(caller);
  }
}
