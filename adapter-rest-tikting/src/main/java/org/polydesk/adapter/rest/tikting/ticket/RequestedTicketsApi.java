package org.polydesk.adapter.rest.tikting.ticket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.polydesk.adapter.rest.tikting.document.Answers;
import org.polydesk.adapter.rest.tikting.document.Forms;
import org.polydesk.adapter.rest.tikting.document.Headers;
import org.polydesk.application.identity.Caller;

/** The tickets of one requester, as the OpenAPI document has them. */
@Tag(name = "Tickets")
@Answers.Bearer
interface RequestedTicketsApi {

  @Operation(
      operationId = "listRequestedTickets",
      summary = "The tickets of one requester",
      description =
          "Newest first, 25 a page; nobody of that name and a page past the end are empty.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The tickets.",
              headers = {
                @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
                @Header(name = Headers.TOTAL_COUNT, ref = Headers.TOTAL_COUNT)
              },
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      array =
                          @ArraySchema(
                              schema = @Schema(implementation = TicketDetailsResponse.class)))))
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.RequestedTickets.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Forms.RequestedTickets.class))
      })
  @Answers.Restricted
  @Answers.WithBody
  HttpResponse<byte[]> list(HttpRequest<?> request, @Parameter(hidden = true) Caller caller);
}
