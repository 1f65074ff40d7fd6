package org.polydesk.adapter.rest.simple.helpdesk.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
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
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Optional;
import org.polydesk.adapter.rest.shared.Origins;
import org.polydesk.adapter.rest.shared.RequestForms;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskParameters;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

/**
 * The Model Context Protocol over HTTP without a stream and without a session: each message is a
 * POST of its own. Source: docs/dialects/helpdesk.md, section "Models".
 */
@Controller("/api/mcp")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelController {
  private static final JsonMapper JSON = new JsonMapper();

  private final RequestForms forms;
  private final Origins origins;
  private final ModelServer server;

  ModelController(RequestForms forms, Origins origins, ModelServer server) {
    this.forms = forms;
    this.origins = origins;
    this.server = server;
  }

  /** There is no stream to listen to. */
  @Get
  HttpResponse<?> listen() {
    return HttpResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
        .header(HttpHeaders.ALLOW, "POST, OPTIONS");
  }

  @Post
  HttpResponse<?> message(HttpRequest<?> request, Caller caller) {
    Optional<JsonNode> body;
    try {
      body = forms.read(request, HelpdeskParameters.BODIES).json();
    } catch (DeskException e) {
      return unreadable(e);
    }
    JsonNode message = body.orElse(JSON.missingNode());
    JsonNode method = message.path("method");
    boolean ours = McpSchema.JSONRPC_VERSION.equals(message.path("jsonrpc").textValue());
    if (ours && method.isTextual() && isId(message.path("id"))) {
      return json(
          HttpStatus.OK,
          server.answer(
              new JSONRPCRequest(
                  McpSchema.JSONRPC_VERSION,
                  method.textValue(),
                  plain(message.get("id")),
                  plain(message.get("params"))),
              caller,
              origins.baseUrl(request)));
    }
    if (ours && method.isTextual() && !message.has("id")) {
      server.note(
          new JSONRPCNotification(
              McpSchema.JSONRPC_VERSION, method.textValue(), plain(message.get("params"))));
      return HttpResponse.accepted();
    }
    if (ours && (message.has("result") || message.has("error"))) {
      return HttpResponse.accepted();
    }
    return json(
        HttpStatus.BAD_REQUEST,
        server.refusal(ErrorCodes.INVALID_REQUEST, "The body is no message of this protocol."));
  }

  private HttpResponse<?> unreadable(DeskException failure) {
    boolean theirs =
        failure.code() == ErrorCode.INVALID_FIELD || failure.code() == ErrorCode.INVALID_REQUEST;
    if (!theirs) {
      throw failure;
    }
    return json(HttpStatus.BAD_REQUEST, server.refusal(ErrorCodes.PARSE_ERROR, failure.sentence()));
  }

  private static boolean isId(JsonNode id) {
    return id.isTextual() || (id.isIntegralNumber() && id.canConvertToLong());
  }

  private static Object plain(JsonNode node) {
    return node == null ? null : JSON.convertValue(node, Object.class);
  }

  private static HttpResponse<byte[]> json(HttpStatus status, byte[] body) {
    return HttpResponse.<byte[]>status(status)
        .body(body)
        .header(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
  }
}
