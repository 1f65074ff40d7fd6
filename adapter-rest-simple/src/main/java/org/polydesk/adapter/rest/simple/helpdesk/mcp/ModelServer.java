package org.polydesk.adapter.rest.simple.helpdesk.mcp;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.polydesk.adapter.rest.simple.helpdesk.mcp.ModelTools.ModelTool;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import reactor.core.publisher.Mono;

/**
 * The protocol's stateless server, which speaks through our own door: a message comes in with its
 * caller, and the tools act for him on the same thread. Source: docs/dialects/helpdesk.md, section
 * "Models".
 */
@Singleton
final class ModelServer {
  private static final String CALLER = "caller";
  private static final String BASE = "base";
  private static final String FAILURE = "failure";

  private final McpJsonMapper json =
      new JacksonMcpJsonMapper(JsonMapper.builder().findAndAddModules().build());
  private final Door door = new Door();

  ModelServer(ModelTools tools) {
    String version = ModelServer.class.getPackage().getImplementationVersion();
    McpServer.sync(door)
        .serverInfo("Polydesk", Optional.ofNullable(version).orElse("0"))
        .instructions("Reads the tickets of a help desk as the user sees them.")
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .tools(tools.all().stream().map(ModelServer::specification).toList())
        .jsonMapper(json)
        .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
        .immediateExecution(true)
        .build();
  }

  /** Hands messages over as they come in over HTTP. */
  private static final class Door implements McpStatelessServerTransport {
    private McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler next) {
      handler = next;
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }

    @Override
    public List<String> protocolVersions() {
      return List.of(
          ProtocolVersions.MCP_2024_11_05,
          ProtocolVersions.MCP_2025_03_26,
          ProtocolVersions.MCP_2025_06_18);
    }
  }

  private static SyncToolSpecification specification(ModelTool tool) {
    return new SyncToolSpecification(
        tool.tool(), (context, request) -> call(tool, context, request));
  }

  /** What the desk refuses is for the model to read; what went wrong here is not. */
  private static CallToolResult call(
      ModelTool tool, McpTransportContext context, CallToolRequest request) {
    try {
      Caller caller = (Caller) context.get(CALLER);
      String base = (String) context.get(BASE);
      return result(tool.work().on(ModelTools.arguments(request.arguments()), caller, base), false);
    } catch (DeskException e) {
      if (e.code() == ErrorCode.INTERNAL || e.code() == ErrorCode.UNAVAILABLE) {
        failure(context).set(e);
      }
      return result(e.sentence(), true);
    } catch (RuntimeException e) {
      failure(context).set(e);
      return result("", true);
    }
  }

  private static CallToolResult result(String text, boolean error) {
    return CallToolResult.builder().addTextContent(text).isError(error).build();
  }

  @SuppressWarnings("unchecked")
  private static AtomicReference<RuntimeException> failure(McpTransportContext context) {
    return (AtomicReference<RuntimeException>) context.get(FAILURE);
  }

  /**
   * The answer to a request.
   *
   * @param base where the server is
   * @throws RuntimeException what went wrong here, to be told as any failure is
   */
  byte[] answer(JSONRPCRequest request, Caller caller, String base) {
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    McpTransportContext context =
        McpTransportContext.create(Map.of(CALLER, caller, BASE, base, FAILURE, failure));
    JSONRPCResponse response = respond(request, context);
    if (failure.get() != null) {
      throw failure.get();
    }
    return bytes(response);
  }

  private JSONRPCResponse respond(JSONRPCRequest request, McpTransportContext context) {
    try {
      JSONRPCResponse response = door.handler.handleRequest(context, request).block();
      return response == null || isOurFault(response) ? unreadable(request) : response;
    } catch (McpError e) {
      // The kit has no words for a method that it does not know.
      return e.getJsonRpcError() == null
          ? error(request.id(), ErrorCodes.METHOD_NOT_FOUND, "There is no such method.")
          : new JSONRPCResponse(McpSchema.JSONRPC_VERSION, request.id(), null, e.getJsonRpcError());
    } catch (RuntimeException e) {
      return unreadable(request);
    }
  }

  /** Our tools tell their failures themselves: what is left is a request that makes no sense. */
  private static boolean isOurFault(JSONRPCResponse response) {
    return response.error() != null
        && Integer.valueOf(ErrorCodes.INTERNAL_ERROR).equals(response.error().code());
  }

  private static JSONRPCResponse unreadable(JSONRPCRequest request) {
    return error(request.id(), ErrorCodes.INVALID_PARAMS, "The parameters cannot be understood.");
  }

  /** Takes note of something that wants no answer. */
  void note(JSONRPCNotification notification) {
    door.handler.handleNotification(McpTransportContext.EMPTY, notification).block();
  }

  /** The answer to what is no message at all. */
  byte[] refusal(int code, String sentence) {
    return bytes(error(null, code, sentence));
  }

  private static JSONRPCResponse error(Object id, int code, String sentence) {
    return new JSONRPCResponse(
        McpSchema.JSONRPC_VERSION, id, null, new JSONRPCError(code, sentence, null));
  }

  private byte[] bytes(JSONRPCResponse response) {
    try {
      return json.writeValueAsBytes(response);
    } catch (IOException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }
}
