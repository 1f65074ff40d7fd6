package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(packages = "org.polydesk.adapter.rest.shared.server")
class IdentityTest {
  @Inject EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "GET, /api/Alpha/whoami, 401",
    "GET, /api/Alpha/nothing, 404",
    "DELETE, /api/Alpha/whoami, 405",
    "POST, /api/Alpha/Items, 401",
  })
  void requestWithoutCredentialShouldBeRefusedAfterRouteAndVerb(
      String verb, String path, int status) throws Exception {
    HttpResponse<String> answer = send(request(path), verb);

    assertEquals(status, answer.statusCode());
    assertTrue(answer.body().startsWith("{\"alpha\":"), answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/Alpha/whoami, 401",
    "GET, /api/Alpha/nothing, 404",
    "DELETE, /api/Alpha/whoami, 405",
    "GET, /things?key=1, 200",
    "POST, /api/Alpha/login, 200",
  })
  void requestWithBadCredentialShouldBeRefusedWhereOneIsNeeded(String verb, String path, int status)
      throws Exception {
    HttpResponse<String> answer = send(request(path).header("X-Token", "bad"), verb);

    assertEquals(status, answer.statusCode(), answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
    "Basic YWRtaW46YWRtaW4=",
  })
  void credentialOfNoDialectShouldNotSignAnybodyIn(String authorization) throws Exception {
    HttpResponse<String> answer =
        send(request("/api/Alpha/whoami").header("Authorization", authorization), "GET");

    assertEquals(401, answer.statusCode());
  }

  @Test
  void identityShouldComeBeforeTheBody() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request("/api/Alpha/Items")
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(1_000_000)))
                .build(),
            BodyHandlers.ofString());

    assertEquals(401, answer.statusCode());
  }

  @Test
  void callerShouldBeFoundOffTheEventLoopAndReachTheController() throws Exception {
    HttpResponse<String> answer =
        send(
            request("/api/Alpha/whoami")
                .header("X-Token", "good")
                .header("X-Request-Id", "find-me"),
            "GET");

    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("find-me"), answer.body());
    assertFalse(answer.body().contains("EventLoop"), answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String verb) throws Exception {
    return client.send(
        request.method(verb, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }
}
