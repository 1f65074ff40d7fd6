package org.polydesk.adapter.rest.tikting.catalogue;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.adapter.rest.tikting.wire.TiktingJson;
import org.polydesk.application.catalogue.in.ReadCatalogueUseCase;
import org.polydesk.application.identity.Caller;

/** {@code GET /api/TicketsApi/appmetadata}. */
@Controller(TiktingDialect.TICKETS)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AppMetadataController {
  private final ReadCatalogueUseCase readCatalogue;

  AppMetadataController(ReadCatalogueUseCase readCatalogue) {
    this.readCatalogue = readCatalogue;
  }

  @Get("/appmetadata")
  HttpResponse<byte[]> appMetadata(Caller caller) {
    return TiktingJson.response(
        HttpStatus.OK, AppMetadataResponse.of(readCatalogue.catalogueFor(caller)));
  }
}
