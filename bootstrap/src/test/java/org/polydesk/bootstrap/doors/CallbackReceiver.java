package org.polydesk.bootstrap.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that is called back and answers as it is told. */
public final class CallbackReceiver implements AutoCloseable {
  public static final String SECRET = "a secret of 16 or more";

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int status = 200;

  /**
   * A call that came.
   *
   * @param status what it was answered with; 0 when the receiver hung up
   */
  public record Call(
      String path, String signature, String delivery, String occurred, byte[] body, int status) {
    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  public CallbackReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    int now = status;
    calls.add(
        new Call(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("X-TPI-Signature"),
            exchange.getRequestHeaders().getFirst("X-TPI-Delivery"),
            exchange.getRequestHeaders().getFirst("X-TPI-Occurred"),
            exchange.getRequestBody().readAllBytes(),
            now));
    if (now == 302) {
      exchange.getResponseHeaders().set("Location", "/elsewhere");
    }
    if (now != 0) {
      exchange.sendResponseHeaders(now, -1);
    }
    exchange.close();
  }

  /** Answers with this from now on; with 0 it hangs up without an answer. */
  public void answerWith(int next) {
    status = next;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The settings with which a desk calls it. */
  public Map<String, String> settings() {
    return Map.of(
        "tpi.url",
        "http://127.0.0.1:%d/hook".formatted(port()),
        "tpi.secret",
        SECRET,
        "tpi.allow-private",
        "true");
  }

  /** All that came, in its order. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
