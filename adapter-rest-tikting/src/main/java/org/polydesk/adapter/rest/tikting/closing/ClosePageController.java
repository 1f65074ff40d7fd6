package org.polydesk.adapter.rest.tikting.closing;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.application.ticket.in.CloseByLinkUseCase;
import org.polydesk.application.ticket.in.CloseByLinkUseCase.Offered;

/**
 * A page that offers to close a resolved ticket. Reading it changes nothing, for mail scanners
 * follow links; its button does. Source: docs/dialects/tikting.md, section "The close link".
 */
@Hidden
@Controller(TiktingDialect.CLOSING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClosePageController {
  private static final String HTML = "text/html; charset=utf-8";

  /** Tells no other host of the link; with less, browsers send the button's origin as null. */
  private static final String REFERRER = "same-origin";

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final CloseByLinkUseCase closing;
  private final ClosePage page;

  ClosePageController(CloseByLinkUseCase closing, ClosePage page) {
    this.closing = closing;
    this.page = page;
  }

  @Get("/{token}")
  HttpResponse<String> look(String token) {
    return shown(closing.look(token));
  }

  @Post("/{token}")
  HttpResponse<String> close(String token) {
    return shown(closing.close(token));
  }

  private HttpResponse<String> shown(Optional<Offered> offered) {
    return HttpResponse.status(offered.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
        .body(page.of(offered))
        .header(HttpHeaders.CONTENT_TYPE, HTML)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", REFERRER)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex");
  }
}
