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

/** What is done with a ticket, as the OpenAPI document has it. */
@Tag(name = "Actions")
@Answers.Bearer
interface TicketActionApi {

  @Operation(
      summary = "Change fields",
      description = "A ticket that is missing is 400.",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH)
      },
      responses = {
        @ApiResponse(
            responseCode = "204",
            description = "Changed, or as it was.",
            headers = {
              @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
              @Header(name = Headers.ETAG, ref = Headers.ETAG)
            })
      })
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.Update.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Forms.Update.class))
      })
  @Answers.Restricted
  @Answers.WithBody
  @Answers.ChangesTicket
  HttpResponse<?> update(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Show it to a third party",
      description = "A ticket that is missing is 400.",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH),
        @Parameter(
            name = Headers.IDEMPOTENCY_KEY,
            in = ParameterIn.HEADER,
            ref = Headers.IDEMPOTENCY_KEY)
      },
      responses = {@ApiResponse(responseCode = "200", ref = "DoneWithFiles", content = @Content)})
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.Mail.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Forms.Mail.class))
      })
  @Answers.Restricted
  @Answers.WithBody
  @Answers.ChangesTicket
  HttpResponse<?> forward(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Answer the requester",
      description = "A ticket that is missing is 400.",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH),
        @Parameter(
            name = Headers.IDEMPOTENCY_KEY,
            in = ParameterIn.HEADER,
            ref = Headers.IDEMPOTENCY_KEY)
      },
      responses = {@ApiResponse(responseCode = "200", ref = "DoneWithFiles", content = @Content)})
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.Mail.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Forms.Mail.class))
      })
  @Answers.Restricted
  @Answers.WithBody
  @Answers.ChangesTicket
  HttpResponse<?> reply(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "The requester answers",
      description = "A ticket that is missing is 400.",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH),
        @Parameter(
            name = Headers.IDEMPOTENCY_KEY,
            in = ParameterIn.HEADER,
            ref = Headers.IDEMPOTENCY_KEY)
      },
      responses = {@ApiResponse(responseCode = "200", ref = "DoneWithFiles", content = @Content)})
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.RequesterReply.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Forms.RequesterReply.class))
      })
  @Answers.Restricted
  @Answers.WithBody
  @Answers.ChangesTicket
  HttpResponse<?> requesterReply(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Close it",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH)
      },
      responses = {
        @ApiResponse(responseCode = "200", ref = "DoneWithFiles", content = @Content),
        @ApiResponse(
            responseCode = "204",
            description = "Closed.",
            headers = {
              @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
              @Header(name = Headers.SKIPPED_FILES, ref = Headers.SKIPPED_FILES)
            })
      })
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.Close.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Forms.Close.class))
      })
  @Answers.Restricted
  @Answers.MissingTicket
  @Answers.WithBody
  @Answers.ChangesTicket
  HttpResponse<?> close(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Resolve it",
      description = "A ticket that is missing is 400.",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH)
      },
      responses = {@ApiResponse(responseCode = "200", ref = "Done", content = @Content)})
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.Resolve.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Forms.Resolve.class))
      })
  @Answers.Restricted
  @Answers.WithBody
  @Answers.ChangesTicket
  HttpResponse<?> resolve(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Become its technician",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH)
      },
      responses = {@ApiResponse(responseCode = "200", ref = "Done", content = @Content)})
  @Answers.Restricted
  @Answers.MissingTicket
  @Answers.ChangesTicket
  HttpResponse<?> pickUp(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Mark it as read",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH)
      },
      responses = {
        @ApiResponse(responseCode = "200", ref = "Done", content = @Content),
        @ApiResponse(responseCode = "412", ref = "PreconditionFailed")
      })
  @Answers.MissingTicket
  HttpResponse<?> read(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Add files",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH),
        @Parameter(
            name = Headers.IDEMPOTENCY_KEY,
            in = ParameterIn.HEADER,
            ref = Headers.IDEMPOTENCY_KEY)
      },
      responses = {@ApiResponse(responseCode = "200", ref = "DoneWithFiles", content = @Content)})
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Forms.AddFiles.class))
      })
  @Answers.MissingTicket
  @Answers.WithBody
  @Answers.ChangesTicket
  HttpResponse<?> addFiles(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);

  @Operation(
      summary = "Delete it",
      parameters = {
        @Parameter(name = Headers.IF_MATCH, in = ParameterIn.HEADER, ref = Headers.IF_MATCH)
      },
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The ticket as it was deleted.",
            headers = {@Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID)},
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = TicketResponse.class)))
      })
  @Answers.Restricted
  @Answers.MissingTicket
  @Answers.ChangesTicket
  HttpResponse<?> delete(
      HttpRequest<?> request,
      @Shapes.TicketNumber String id,
      @Parameter(hidden = true) Caller caller);
}
