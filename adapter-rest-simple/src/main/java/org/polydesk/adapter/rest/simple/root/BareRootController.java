package org.polydesk.adapter.rest.simple.root;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.polydesk.domain.error.DeskException;

/** Lets nobody in, whatever he wants. */
@Controller(BareRootDialect.REFUSED)
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class BareRootController {

  @Get
  HttpResponse<?> get() {
    return refuse();
  }

  @Post
  HttpResponse<?> post() {
    return refuse();
  }

  @Put
  HttpResponse<?> put() {
    return refuse();
  }

  @Patch
  HttpResponse<?> patch() {
    return refuse();
  }

  @Delete
  HttpResponse<?> delete() {
    return refuse();
  }

  private static HttpResponse<?> refuse() {
    throw DeskException.notSignedIn("A key or a token is needed.");
  }
}
