package org.polydesk.adapter.rest.tikting.catalogue;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.polydesk.adapter.rest.tikting.document.Answers;
import org.polydesk.adapter.rest.tikting.document.Headers;
import org.polydesk.adapter.rest.tikting.document.Shapes;
import org.polydesk.application.identity.Caller;

/** The lists that forms are filled from, as the OpenAPI document has them. */
@Tag(name = "Metadata")
@Answers.Bearer
interface MetadataApi {

  @Operation(
      summary = "The lists that do not depend on a ticket",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The lists, each by its ids.",
              headers = @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = AppMetadataResponse.class))))
  HttpResponse<byte[]> appMetadata(@Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "All lists, for a new ticket",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The lists, each by its ids, with requesters.",
              headers = @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = FormMetadataResponse.class))))
  HttpResponse<byte[]> metadata(@Parameter(hidden = true) Caller caller);

  @Operation(
      operationId = "metadataOfTicket",
      summary = "All lists, scoped to a ticket",
      description = "A ticket that is missing is 400.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The lists, each by its ids, without requesters.",
              headers = @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = FormMetadataResponse.class))))
  HttpResponse<byte[]> metadata(
      @Shapes.TicketNumber String id, @Parameter(hidden = true) Caller caller);
}
