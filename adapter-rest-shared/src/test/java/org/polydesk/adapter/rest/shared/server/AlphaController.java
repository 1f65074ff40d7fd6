package org.polydesk.adapter.rest.shared.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;

@Controller("/api/Alpha")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlphaController {
  private final RequestForms forms;
  private final Origins origins;

  AlphaController(RequestForms forms, Origins origins) {
    this.forms = forms;
    this.origins = origins;
  }

  @Post("/Items")
  HttpResponse<String> create(HttpRequest<?> request) {
    RequestForm form =
        forms.read(request, EnumSet.of(BodyKind.FORM, BodyKind.MULTIPART, BodyKind.JSON));
    return HttpResponse.<String>created(origins.location(request, "/api/Alpha/Items/7"))
        .body(told(form));
  }

  @Get("/Items/{id}")
  String item(long id) {
    return "item " + id;
  }

  @Get("/Items/metadata")
  String metadata() {
    return "metadata";
  }

  @Post("/login")
  @Secured(SecurityRule.IS_ANONYMOUS)
  String login(HttpRequest<?> request) {
    return told(forms.read(request, EnumSet.of(BodyKind.JSON)));
  }

  @Post("/bound")
  @Secured(SecurityRule.IS_ANONYMOUS)
  String bound(@Body Map<String, Object> body) {
    return body.toString();
  }

  @Get("/broken")
  String broken() {
    throw new IllegalStateException("org.secret.Driver said no");
  }

  @Get("/refused")
  String refused() {
    throw DeskException.rateLimited(Duration.ofMillis(2500));
  }

  @Get("/whoami")
  String whoami(Caller caller) {
    return caller.name() + " " + Thread.currentThread().getName();
  }

  static String told(RequestForm form) {
    Map<String, List<String>> values = new TreeMap<>();
    form.parameters().names().forEach(name -> values.put(name, form.parameters().all(name)));
    List<String> files =
        form.files().stream()
            .map(file -> file.part() + "=" + file.name() + ":" + file.blob().size())
            .toList();
    return form.bodyKind() + " " + values + " " + files;
  }
}
