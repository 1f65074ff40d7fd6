package org.polydesk.adapter.rest.tikting.ticket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.polydesk.adapter.rest.tikting.document.Answers;
import org.polydesk.adapter.rest.tikting.document.Forms;
import org.polydesk.adapter.rest.tikting.document.Headers;
import org.polydesk.adapter.rest.tikting.document.Shapes;
import org.polydesk.application.identity.Caller;

/** Opening and reading tickets, as the OpenAPI document has it. */
@Tag(name = "Tickets")
@Answers.Bearer
interface TicketApi {

  @Operation(
      summary = "Open a ticket",
      description = "A missing permission is 400 here.",
      parameters = {
        @Parameter(
            name = Headers.IDEMPOTENCY_KEY,
            in = ParameterIn.HEADER,
            ref = Headers.IDEMPOTENCY_KEY)
      },
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The ticket.",
            headers = {
              @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
              @Header(name = Headers.LOCATION, ref = Headers.LOCATION),
              @Header(name = Headers.ETAG, ref = Headers.ETAG),
              @Header(name = Headers.SKIPPED_FILES, ref = Headers.SKIPPED_FILES),
              @Header(name = Headers.REPLAY, ref = Headers.REPLAY)
            },
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = RegisteredResponse.class)))
      })
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.Register.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Forms.Register.class))
      })
  @Answers.WithBody
  @Answers.SafeToRetry
  HttpResponse<?> register(HttpRequest<?> request, @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Open a ticket for somebody known by name",
      parameters = {
        @Parameter(
            name = Headers.IDEMPOTENCY_KEY,
            in = ParameterIn.HEADER,
            ref = Headers.IDEMPOTENCY_KEY)
      },
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The ticket.",
            headers = {
              @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
              @Header(name = Headers.LOCATION, ref = Headers.LOCATION),
              @Header(name = Headers.ETAG, ref = Headers.ETAG),
              @Header(name = Headers.SKIPPED_FILES, ref = Headers.SKIPPED_FILES),
              @Header(name = Headers.REPLAY, ref = Headers.REPLAY)
            },
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = RaisedResponse.class)))
      })
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.NewTicket.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Forms.NewTicket.class))
      })
  @Answers.WithBody
  @Answers.SafeToRetry
  HttpResponse<?> raise(HttpRequest<?> request, @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Read a ticket",
      description = "Does not mark it as read.",
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The ticket.",
            headers = {
              @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
              @Header(name = Headers.ETAG, ref = Headers.ETAG)
            },
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = TicketDetailsResponse.class)))
      })
  @Answers.MissingTicket
  HttpResponse<byte[]> find(
      @Shapes.TicketNumber String id, @Parameter(hidden = true) Caller caller);
}
