package org.polydesk.bootstrap.identity;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.TreeSet;
import org.polydesk.application.identity.Caller;

/** A route of each door that says who came in. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
final class ProbeController {

  @Get(uris = {"/api/probe", "/support/probe", "/ticketing/v1/probe"})
  String who(Caller caller) {
    return "%s %s %s %s"
        .formatted(
            caller.door(),
            caller.name(),
            new TreeSet<>(caller.scope().reaches()),
            new TreeSet<>(caller.rights()));
  }

  @Post(uris = {"/ticketing/v1/probe", "/support/probe/comments"})
  String write(Caller caller) {
    return caller.name();
  }
}
