package org.polydesk.adapter.rest.simple.helpdesk.user;

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
import org.polydesk.adapter.rest.simple.helpdesk.wire.DeskWords;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskJson;
import org.polydesk.application.identity.Caller;

/** Tells a caller who he is. Source: docs/dialects/helpdesk.md, section "Credentials". */
@Controller("/api/Authorization")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuthorizationController {
  private final DeskWords words;

  AuthorizationController(DeskWords words) {
    this.words = words;
  }

  @Get
  HttpResponse<byte[]> get(Caller caller) {
    return HelpdeskJson.ok(UserResponse.of(caller.user().orElseThrow(), words.of(caller), caller));
  }

  @Post
  HttpResponse<byte[]> post(Caller caller) {
    return get(caller);
  }
}
