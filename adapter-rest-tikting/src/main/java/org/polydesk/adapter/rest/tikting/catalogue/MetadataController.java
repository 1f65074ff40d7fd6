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
import org.polydesk.adapter.rest.tikting.wire.Missing;
import org.polydesk.adapter.rest.tikting.wire.TicketNumbers;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.adapter.rest.tikting.wire.TiktingJson;
import org.polydesk.application.catalogue.in.ReadCatalogueUseCase;
import org.polydesk.application.catalogue.in.ReadFormMetadataUseCase;
import org.polydesk.application.catalogue.in.ReadFormMetadataUseCase.FormMetadata;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.ticket.TicketNumber;

/** {@code GET …/appmetadata}, {@code …/metadata} and {@code …/metadata/{id}}. */
@Controller(TiktingDialect.TICKETS)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MetadataController implements MetadataApi {
  private final ReadCatalogueUseCase readCatalogue;
  private final ReadFormMetadataUseCase readFormMetadata;

  MetadataController(ReadCatalogueUseCase readCatalogue, ReadFormMetadataUseCase readFormMetadata) {
    this.readCatalogue = readCatalogue;
    this.readFormMetadata = readFormMetadata;
  }

  @Override
  @Get("/appmetadata")
  public HttpResponse<byte[]> appMetadata(Caller caller) {
    return TiktingJson.response(
        HttpStatus.OK, AppMetadataResponse.of(readCatalogue.catalogueFor(caller)));
  }

  @Override
  @Get("/metadata")
  public HttpResponse<byte[]> metadata(Caller caller) {
    return response(readFormMetadata.forNewTicket(caller));
  }

  @Override
  @Get("/metadata/{id}")
  public HttpResponse<byte[]> metadata(String id, Caller caller) {
    TicketNumber number = TicketNumbers.read(id);
    return Missing.asBadRequest(() -> response(readFormMetadata.forTicket(number, caller)));
  }

  private static HttpResponse<byte[]> response(FormMetadata metadata) {
    return TiktingJson.response(HttpStatus.OK, FormMetadataResponse.of(metadata));
  }
}
