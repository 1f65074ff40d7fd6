package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(packages = "org.polydesk.adapter.rest.shared.server")
class ErrorsTest {
  @Inject EmbeddedServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @CsvSource({
    "GET, /api/Alpha/Items/7, 200, item 7",
    "GET, /API/alpha/ITEMS/7/, 200, item 7",
    "GET, //api//Alpha///Items/7, 200, item 7",
    "GET, /api/alpha/items/METADATA, 200, metadata",
    "GET, /api/Alpha/Items/abc, 400, '{\"alpha\":\"INVALID_FIELD\",\"fields\":\"id\"'",
    "GET, /api/Alpha/nothing, 404, '{\"alpha\":\"NOT_FOUND\"'",
    "GET, /api/alpha/Items/7/more, 404, '{\"alpha\":\"NOT_FOUND\"'",
    "DELETE, /api/alpha/whoami, 405, '{\"alpha\":\"WRONG_VERB\"'",
    "GET, /api/Alphabet, 404, '{\"code\":\"not_found\"'",
    "GET, /nowhere, 404, '{\"code\":\"not_found\"'",
    "GET, /things, 404, '{\"code\":\"not_found\"'",
    "GET, /things?a=1&KEY=x, 200, 'NONE {KEY=[x], a=[1]} []'",
    "GET, /beta/files/a/b%20c+d/, 200, a/b c+d",
    "POST, /login, 404, '{\"code\":\"not_found\"'",
    "POST, /logout, 404, '{\"code\":\"not_found\"'",
    "POST, /oauth/access_token, 404, '{\"code\":\"not_found\"'",
    "PUT, /beta/things, 404, beta no such thing",
    "GET, /api/Alpha/broken, 500, '{\"alpha\":\"INTERNAL\"'",
  })
  void requestShouldBeAnsweredByTheDialectOfItsPath(
      String verb, String path, int status, String begin) throws Exception {
    HttpResponse<String> answer = send(request(path).header("X-Token", "good"), verb);

    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().startsWith(begin), answer.body());
  }

  @Test
  void wrongVerbShouldNameTheRightOnes() throws Exception {
    HttpResponse<String> answer = send(request("/api/alpha/items/7"), "DELETE");

    assertEquals(405, answer.statusCode());
    assertEquals(
        "GET",
        answer
            .headers()
            .firstValue("Allow")
            .orElse("")
            .replace("HEAD", "")
            .replace(",", "")
            .strip());
  }

  @Test
  void failureOfOursShouldShowNoInsides() throws Exception {
    HttpResponse<String> answer =
        send(request("/api/Alpha/broken").header("X-Token", "good"), "GET");

    assertEquals(500, answer.statusCode());
    assertFalse(answer.body().contains("Driver"), answer.body());
    assertEquals(
        "application/problem+json; charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals("1", answer.headers().firstValue("X-Alpha").orElse(""));
  }

  @Test
  void refusalShouldSayWhenToComeBackInWholeSeconds() throws Exception {
    HttpResponse<String> answer =
        send(request("/api/Alpha/refused").header("X-Token", "good"), "GET");

    assertEquals(429, answer.statusCode());
    assertEquals("3", answer.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void headOfARefusalShouldHaveNoBody() throws Exception {
    HttpResponse<String> answer = send(request("/api/Alpha/nothing"), "HEAD");

    assertEquals(404, answer.statusCode());
    assertEquals("", answer.body());
  }

  @Test
  void requestIdShouldBeEchoedOrMade() throws Exception {
    HttpResponse<String> echoed =
        send(request("/api/Alpha/nothing").header("X-Request-Id", "abc-1"), "GET");
    HttpResponse<String> made =
        send(request("/beta/things").header("X-Request-Id", "x".repeat(129)), "GET");

    assertEquals("abc-1", echoed.headers().firstValue("X-Request-Id").orElse(""));
    assertTrue(made.headers().firstValue("X-Request-Id").orElse("").matches("[0-9a-f]{32}"));
    assertTrue(
        echoed.body().matches(".*\"traceId\":\"00-[0-9a-f]{32}-[0-9a-f]{16}-00\".*"),
        echoed.body());
  }

  @ParameterizedTest
  @CsvSource({
    "OPTIONS, /beta/things, 200, *",
    "OPTIONS, /beta/nothing, 200, *",
    "GET, /beta/nothing, 400, *",
    "OPTIONS, /api/Alpha/whoami, 405, none",
    "OPTIONS, /nowhere, 404, none",
  })
  void browsersShouldBeLetInWhereTheDialectWantsThem(
      String verb, String path, int status, String origin) throws Exception {
    HttpResponse<String> answer = send(request(path), verb);

    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(origin, answer.headers().firstValue("Access-Control-Allow-Origin").orElse("none"));
    assertTrue(answer.headers().firstValue("X-Request-Id").isPresent());
  }

  @Test
  void requestLineOfSixteenKilobytesShouldBeServed() throws Exception {
    String path = "/beta/things?a=";
    String line = path + "x".repeat(16 * 1024 - path.length());

    HttpResponse<String> answer = send(request(line), "GET");

    assertEquals(200, answer.statusCode());
  }

  @ParameterizedTest
  @CsvSource({"20000, beta INVALID_REQUEST The request line", "200000, request cannot be"})
  void longerRequestLineShouldBeRefusedWithABody(int length, String words) throws IOException {
    String answer =
        RawHttp.ask(
            server.getPort(), "GET /beta/things?a=" + "x".repeat(length) + " HTTP/1.1\r\n\r\n");

    assertTrue(answer.matches("(?s)HTTP/1.[01] 400 .*"), answer);
    assertTrue(answer.contains(words), answer);
    assertTrue(answer.contains("X-Request-Id: "), answer);
  }

  @Test
  void longHeadersShouldBeRefusedWithTheDialectsBody() throws IOException {
    String answer =
        RawHttp.ask(
            server.getPort(),
            "GET /beta/things HTTP/1.1\r\nX-Long: " + "x".repeat(300_000) + "\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("beta INVALID_REQUEST The headers"), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/alpha/Items/%zz, '{\"alpha\":\"INVALID_REQUEST\"'",
    "/api/alpha/Items/%, '{\"alpha\":\"INVALID_REQUEST\"'",
    "/api/alpha/Items/a%00b, '{\"alpha\":\"INVALID_REQUEST\"'",
    "/beta/things/100%, beta INVALID_REQUEST",
    "/beta/things?a=%00, beta INVALID_FIELD",
    "/beta/things?a=%ED%A0%80, beta INVALID_FIELD",
    "/beta/things?a=%FF, beta INVALID_FIELD",
    "/no%where, '{\"code\":\"invalid_request\"'",
  })
  void badEncodingShouldBeRefusedWithTheDialectsBody(String target, String words)
      throws IOException {
    String answer =
        RawHttp.ask(
            server.getPort(),
            "GET " + target + " HTTP/1.1\r\nHost: a\r\nX-Token: good\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains(words), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/beta/things?a[]=1&a[]=2&b={\"x\"|^} NONE§{a=[1,§2],§b=[{\"x\"|^}]}§[]",
        "/beta/things?a=\u00c3\u00a4 NONE§{a=[ä]}§[]",
        "http://somewhere.example/beta/things?a=1 NONE§{a=[1]}§[]",
        "/beta/things? NONE§{}§[]",
      })
  void sloppyTargetShouldBeUnderstood(String target, String words) throws IOException {
    String answer =
        RawHttp.ask(
            server.getPort(),
            "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.endsWith("\r\n\r\n" + words.replace('§', ' ')), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "/beta/things, Content-Type: ;;;, 200, NONE",
    "/beta/things, Content-Type: text, 200, NONE",
    "/beta/nothing, Content-Type: ;;;, 400, beta NOT_FOUND",
    "/beta/nothing, Content-Type: a/b;charset=nonsense, 400, beta NOT_FOUND",
    "/beta/things, Content-Type: a/b;charset=nonsense, 200, NONE",
    "/beta/things, 'Accept: ,;q=x', 200, NONE",
    "/beta/nothing, 'Accept: ,;q=x', 400, beta NOT_FOUND",
    "/beta/things, Accept-Language: ---, 200, NONE",
    "/beta/things, Cookie: =;=, 200, NONE",
    "/beta/things, Content-Length: abc, 400, beta INVALID_REQUEST",
    "/beta/things, Content-Length: -1, 400, beta INVALID_REQUEST",
    "/beta/things, Origin: null, 200, NONE",
  })
  void oddHeaderShouldNotBringTheServerDown(String path, String header, int status, String words)
      throws IOException {
    String answer =
        RawHttp.ask(
            server.getPort(),
            "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + header + "\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    assertTrue(answer.contains("\r\n\r\n" + words), answer);
  }

  @Test
  void nonsenseShouldBeAnsweredWithABody() throws IOException {
    String answer = RawHttp.ask(server.getPort(), "HELLO\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.0 400 "), answer);
    assertTrue(answer.contains("invalid_request"), answer);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String verb) throws Exception {
    return client.send(
        request.method(verb, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }
}
