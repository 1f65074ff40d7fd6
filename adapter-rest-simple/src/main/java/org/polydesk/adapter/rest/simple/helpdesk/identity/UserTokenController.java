package org.polydesk.adapter.rest.simple.helpdesk.identity;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Locale;
import org.polydesk.application.identity.Caller;

/** Shows a user his token. Source: docs/dialects/helpdesk.md, section "Tokens". */
@Controller("/User/Token")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class UserTokenController {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>API token</title></head>
      <body>
      <h1>API token</h1>
      <p>Programs sign in for you with this token. It stops working when your password changes.</p>
      <p><code>%s</code></p>
      </body>
      </html>
      """;

  private final PersonalTokens tokens;

  UserTokenController(PersonalTokens tokens) {
    this.tokens = tokens;
  }

  @Get
  HttpResponse<String> show(Caller caller, HttpRequest<?> request) {
    String token = tokens.of(caller.user().orElseThrow());
    String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
    boolean plain = accept != null && accept.toLowerCase(Locale.ROOT).contains("text/plain");
    return HttpResponse.ok(plain ? token : PAGE.formatted(token))
        .header(
            HttpHeaders.CONTENT_TYPE,
            plain ? "text/plain; charset=utf-8" : "text/html; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
