package org.polydesk.adapter.rest.tikting.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.polydesk.adapter.rest.tikting.document.Answers;
import org.polydesk.adapter.rest.tikting.document.Forms;
import org.polydesk.adapter.rest.tikting.document.Headers;

/** Logging in, as the OpenAPI document has it. */
@Tag(name = "Users")
@Answers.Common
interface AuthenticateApi {

  @Operation(
      summary = "Log in",
      description =
          "Five wrong passwords in a row lock the account for five minutes, unless the server has"
              + " other figures.",
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A token, and who has it.",
            headers = @Header(name = Headers.REQUEST_ID, ref = Headers.REQUEST_ID),
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = AuthenticateResponse.class))),
        @ApiResponse(responseCode = "401", ref = "LogInRefused")
      })
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Forms.LogIn.class)))
  @Answers.WithBody
  HttpResponse<byte[]> authenticate(HttpRequest<?> request);
}
