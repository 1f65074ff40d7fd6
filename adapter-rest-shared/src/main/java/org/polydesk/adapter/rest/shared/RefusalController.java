package org.polydesk.adapter.rest.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.NotAllowedException;
import org.polydesk.domain.error.DeskException;

/**
 * Where every failure ends that comes up behind the router, the framework's own included. An error
 * route, because looking up exception handlers goes through all beans of the server and would make
 * a refusal dearer than what it refuses.
 */
@Controller
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class RefusalController {
  private static final int WRONG_VERB = 405;

  private final Refusals refusals;
  private final FrameworkFailures failures;

  RefusalController(Refusals refusals, FrameworkFailures failures) {
    this.refusals = refusals;
    this.failures = failures;
  }

  @Error(global = true)
  HttpResponse<?> refuse(HttpRequest<?> request, Throwable failure) {
    DeskException refusal = failures.translate(failure);
    MutableHttpResponse<?> answer = refusals.answer(request, refusal);
    if (failure instanceof NotAllowedException wrongVerb && answer.code() == WRONG_VERB) {
      answer.header(HttpHeaders.ALLOW, String.join(", ", wrongVerb.getAllowedMethods()));
    }
    return answer;
  }
}
