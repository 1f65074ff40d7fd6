package org.polydesk.adapter.rest.tikting.listing;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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

/** Lists of tickets, as the OpenAPI document has them. */
@Tag(name = "Tickets")
@Answers.Bearer
interface TicketListApi {

  @Operation(
      summary = "A page of one of twenty lists",
      description = "Newest first; a page past the end is empty.",
      parameters = @Parameter(name = Headers.CURSOR, in = ParameterIn.HEADER, ref = Headers.CURSOR),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The rows.",
              headers = {
                @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
                @Header(name = Headers.TOTAL_COUNT, ref = Headers.TOTAL_COUNT),
                @Header(name = Headers.TOTAL_COUNT_EXACT, ref = Headers.TOTAL_COUNT_EXACT),
                @Header(name = Headers.PAGE, ref = Headers.PAGE),
                @Header(name = Headers.PAGE_SIZE, ref = Headers.PAGE_SIZE),
                @Header(name = Headers.NEXT_CURSOR, ref = Headers.NEXT_CURSOR),
                @Header(name = Headers.LINK, ref = Headers.LINK)
              },
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      array =
                          @ArraySchema(
                              schema = @Schema(implementation = TicketLineResponse.class)))))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Forms.TicketTable.class)))
  @Answers.WithBody
  HttpResponse<byte[]> list(HttpRequest<?> request, @Parameter(hidden = true) Caller caller);
}
