package org.polydesk.adapter.rest.shared.server;

import io.micronaut.http.HttpRequest;
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
import java.io.IOException;
import java.util.EnumSet;
import org.polydesk.adapter.rest.shared.BodyKind;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.adapter.rest.shared.RequestForms;

@Controller("/beta")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BetaController {
  private final RequestForms forms;

  BetaController(RequestForms forms) {
    this.forms = forms;
  }

  /** Keeps the files only when asked to. */
  @Post("/things")
  String create(HttpRequest<?> request) throws IOException {
    RequestForm form = forms.read(request, EnumSet.allOf(BodyKind.class));
    if (form.parameters().has("keep")) {
      for (var file : form.files()) {
        file.blob().keep();
      }
    }
    return AlphaController.told(form);
  }

  @Get("/things")
  String things(HttpRequest<?> request) {
    return AlphaController.told(forms.read(request, EnumSet.allOf(BodyKind.class)));
  }

  @Get("/files/{+rest}")
  String file(String rest) {
    return rest;
  }
}
