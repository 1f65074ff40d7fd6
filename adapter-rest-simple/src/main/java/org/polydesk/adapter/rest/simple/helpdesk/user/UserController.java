package org.polydesk.adapter.rest.simple.helpdesk.user;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.shared.SafeRetries;
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.adapter.rest.simple.helpdesk.wire.Words;
import org.polydesk.application.directory.in.FindUsersUseCase;
import org.polydesk.application.directory.in.ManageUsersUseCase;
import org.polydesk.application.directory.in.MergeUsersUseCase;
import org.polydesk.application.directory.in.UserDraft;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.user.UserFilter;
import org.polydesk.application.user.UserFilter.Kind;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.User;

/** The desk's people. Source: docs/dialects/helpdesk.md, section "People". */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class UserController {
  private static final int MOST = 500;

  private static final Map<String, Kind> KINDS =
      Map.of(
          "all", Kind.ALL,
          "techs", Kind.STAFF,
          "admins", Kind.ADMINISTRATORS,
          "regular", Kind.REGULAR,
          "disabled", Kind.DISABLED);

  private final RequestForms forms;
  private final SafeRetries retries;
  private final DeskWords deskWords;
  private final FindUsersUseCase find;
  private final ManageUsersUseCase manage;
  private final MergeUsersUseCase merge;

  UserController(
      RequestForms forms,
      SafeRetries retries,
      DeskWords deskWords,
      FindUsersUseCase find,
      ManageUsersUseCase manage,
      MergeUsersUseCase merge) {
    this.forms = forms;
    this.retries = retries;
    this.deskWords = deskWords;
    this.find = find;
    this.manage = manage;
    this.merge = merge;
  }

  private HelpdeskParameters read(HttpRequest<?> request) {
    return new HelpdeskParameters(forms.read(request, HelpdeskParameters.BODIES));
  }

  private HttpResponse<byte[]> shown(User user, Caller caller) {
    return HelpdeskJson.ok(UserResponse.of(user, deskWords.of(caller), caller));
  }

  @Get(uris = {"/User", "/User/{id}"})
  HttpResponse<byte[]> user(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    long number = parameters.requiredNumber("userId", "id");
    parameters.orThrow();
    return shown(find.byNumber(number, caller), caller);
  }

  @Post(uris = {"/User", "/User/{id}"})
  HttpResponse<byte[]> userToo(HttpRequest<?> request, Caller caller) {
    return user(request, caller);
  }

  @Get("/UserByEmail")
  HttpResponse<byte[]> byEmail(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    String email = parameters.requiredText("email").orElse("").strip();
    parameters.orThrow();
    return shown(find.byEmail(email, caller), caller);
  }

  @Post("/UserByEmail")
  HttpResponse<byte[]> byEmailToo(HttpRequest<?> request, Caller caller) {
    return byEmail(request, caller);
  }

  @Get("/UserByUsername")
  HttpResponse<byte[]> byUserName(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    String userName = parameters.requiredText("username").orElse("").strip();
    parameters.orThrow();
    return shown(find.byUserName(userName, caller), caller);
  }

  @Post("/UserByUsername")
  HttpResponse<byte[]> byUserNameToo(HttpRequest<?> request, Caller caller) {
    return byUserName(request, caller);
  }

  @Get("/Users")
  HttpResponse<byte[]> users(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    int count = parameters.integer("count").orElse(MOST);
    int page = parameters.integer("page").orElse(1);
    String mode = parameters.text("listMode").orElse("all").strip();
    Kind kind = KINDS.get(mode.toLowerCase(Locale.ROOT));
    parameters
        .found()
        .addIf(count < 1, Violation.outOfRange("count", Integer.toString(count)))
        .addIf(page < 1, Violation.outOfRange("page", Integer.toString(page)))
        .addIf(kind == null, Violation.outOfRange("listMode", mode));
    Optional<Integer> department = parameters.integer("departmentId");
    Optional<Integer> company = parameters.integer("companyId");
    parameters.orThrow();
    Words words = deskWords.of(caller);
    return HelpdeskJson.ok(
        find
            .list(
                new UserFilter(kind, department, company),
                Slice.page(page, Math.min(count, MOST)),
                caller)
            .stream()
            .map(user -> UserResponse.of(user, words, caller))
            .toList());
  }

  @Post("/Users")
  HttpResponse<byte[]> usersToo(HttpRequest<?> request, Caller caller) {
    return users(request, caller);
  }

  @Post("/CreateUser")
  HttpResponse<?> create(HttpRequest<?> request, Caller caller) {
    RequestForm form = forms.read(request, HelpdeskParameters.BODIES);
    HelpdeskParameters parameters = new HelpdeskParameters(form);
    UserDraft draft = draft(parameters);
    parameters.orThrow();
    return retries.once(
        request, form, caller, () -> HelpdeskJson.ok(manage.create(draft, caller).number()));
  }

  @Post(uris = {"/UpdateUser", "/UpdateUser/{id}"})
  HttpResponse<byte[]> update(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    long number = parameters.requiredNumber("userId", "id");
    UserDraft draft = draft(parameters);
    parameters.orThrow();
    manage.update(number, draft, caller);
    return HelpdeskJson.done();
  }

  private static UserDraft draft(HelpdeskParameters parameters) {
    return new UserDraft(
        parameters.text("username").map(String::strip),
        parameters.text("password"),
        parameters.text("email").map(String::strip),
        parameters.text("firstName").map(String::strip),
        parameters.text("lastName").map(String::strip),
        parameters.text("company").map(String::strip),
        parameters.text("department").map(String::strip),
        parameters.optionalFlag("disabled"),
        parameters.optionalFlag("enableEmailNotifications"),
        parameters.optionalFlag("outOfOffice"),
        parameters.text("phone").map(String::strip),
        parameters.text("location").map(String::strip),
        parameters.text("notes"),
        parameters.text("greeting"),
        parameters.text("signature"));
  }

  @Post(uris = {"/DeleteUser", "/DeleteUser/{id}"})
  HttpResponse<byte[]> delete(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    long number = parameters.requiredNumber("userId", "id");
    parameters.orThrow();
    manage.delete(number, caller);
    return HelpdeskJson.done();
  }

  @Post(uris = {"/MergeUsers", "/MergeUsers/{id}"})
  HttpResponse<byte[]> merge(HttpRequest<?> request, Caller caller) {
    HelpdeskParameters parameters = read(request);
    long kept = parameters.requiredNumber("userId", "id");
    long removed = parameters.requiredNumber("userId2", "id2");
    parameters.orThrow();
    merge.merge(kept, removed, caller);
    return HelpdeskJson.done();
  }
}
