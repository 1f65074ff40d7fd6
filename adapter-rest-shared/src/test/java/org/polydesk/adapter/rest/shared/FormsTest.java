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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(packages = "org.polydesk.adapter.rest.shared.server")
class FormsTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Inject EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1&A=2&b=|FORM {a=[1, 2], b=[]} []",
        "tags[]=1&tags[0]=2&tags=3&tags[x]=4|FORM {tags=[1, 2, 3], tags[x]=[4]} []",
        "a=x+y%2Bz%20%C3%A4&&=&c|FORM {=[], a=[x y+z ä], c=[]} []",
        "a=%F0%9F%98%80|FORM {a=[\uD83D\uDE00]} []",
        "q=body|FORM {q=[body]} []",
      })
  void formShouldBeReadAsItWasSent(String body, String told) throws Exception {
    HttpResponse<String> answer = post("/api/Alpha/Items", FORM, body);

    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals(told, answer.body());
  }

  @Test
  void bodyShouldBeatTheQuery() throws Exception {
    HttpResponse<String> answer = post("/api/Alpha/Items?q=1&Q=2&r=3", FORM, "Q=9");

    assertEquals("FORM {Q=[9], r=[3]} []", answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":\"x\",\"c\":null,\"d\":[1,\"2\"],\"e\":true,\"f\":1.50,\"g\":[]}"
            + "|JSON {a=[1], b=[x], c=[], d=[1, 2], e=[true], f=[1.50], g=[]} []",
        "{\"big\":12345678901234567890,\"e\":1e400}|JSON {big=[12345678901234567890], e=[1E+400]} []",
        "{\"o\":{\"x\":[1]}}|JSON {o=[{\"x\":[1]}]} []",
        "{}|JSON {} []",
      })
  void jsonShouldBecomeParameters(String body, String told) throws Exception {
    HttpResponse<String> answer = post("/api/Alpha/Items", "application/json", body);

    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals(told, answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|{\"a\":|$",
        "application/json|[1]|$",
        "application/json|{} {}|$",
        "application/json|{\"a\":\"\\ud800\",\"b\":\"\\u0000\"}|a,b",
        "application/json|{\"a\":{\"deep\":[\"\\udc00\"]}}|a",
        "application/json|{\"a\":{\"\\u0000\":1}}|a",
        "application/x-www-form-urlencoded|a=%00&b=%FF&c=%ED%BF%BF&d=1|a,b,c",
      })
  void valuesThatNoStoreTakesShouldAllBeNamed(String type, String body, String fields)
      throws Exception {
    HttpResponse<String> answer = post("/api/Alpha/Items", type, body);

    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(
        answer.body().startsWith("{\"alpha\":\"INVALID_FIELD\",\"fields\":\"" + fields + "\""),
        answer.body());
  }

  @Test
  void multipartTextThatNoStoreTakesShouldBeNamed() throws Exception {
    String part = "--b\r\nContent-Disposition: form-data; name=%s\r\n\r\n%s\r\n";
    String body =
        part.formatted("n", "\0") + part.formatted("m", "\u00ff") + part.formatted("ok", "1");

    HttpResponse<String> answer =
        post("/api/Alpha/Items", "multipart/form-data; boundary=b", body + "--b--", "ISO-8859-1");

    assertTrue(answer.body().contains("\"fields\":\"n,m\""), answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/Alpha/Items|text/plain|x|415",
        "/api/Alpha/login|application/x-www-form-urlencoded|a=1|415",
        "/api/Alpha/Items|text/plain|''|201",
        "/api/Alpha/login|application/x-www-form-urlencoded|''|200",
        "/beta/things|image/png|x|200",
        "/api/Alpha/login|application/vnd.x+json; charset=utf-8|{}|200",
      })
  void mediaTypeShouldBeJudgedWhenThereIsABody(String path, String type, String body, int status)
      throws Exception {
    HttpResponse<String> answer = post(path, type, body);

    assertEquals(status, answer.statusCode(), answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"a\":1}|200|{a=1}", "{\"a\":|400|INVALID", "''|400|INVALID"})
  void bodyBoundByTheFrameworkShouldBeRefusedInTheDialectsWords(
      String body, int status, String words) throws Exception {
    HttpResponse<String> answer = post("/api/Alpha/bound", "application/json", body);

    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(words), answer.body());
    assertFalse(answer.body().contains("jackson"), answer.body());
  }

  @Test
  void acceptShouldNotMatter() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request("/api/Alpha/Items/7").header("Accept", "image/png").GET().build(),
            BodyHandlers.ofString());

    assertEquals("item 7", answer.body());
  }

  @ParameterizedTest
  @CsvSource({"20000, 201", "20001, 413"})
  void textShouldBeBounded(int length, int status) throws Exception {
    HttpResponse<String> answer = post("/api/Alpha/Items", FORM, "a=" + "x".repeat(length - 2));

    assertEquals(status, answer.statusCode());
  }

  @ParameterizedTest
  @CsvSource({"50, 201", "51, 400"})
  void parametersShouldBeCounted(int count, int status) throws Exception {
    HttpResponse<String> answer = post("/api/Alpha/Items", FORM, "a=1&".repeat(count));

    assertEquals(status, answer.statusCode(), answer.body());
  }

  @Test
  void compressedBodyShouldBeRefused() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request("/api/Alpha/Items")
                .header("Content-Type", FORM)
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("a=1"))
                .build(),
            BodyHandlers.ofString());

    assertEquals(415, answer.statusCode());
  }

  @Test
  void locationShouldBeAbsolute() throws Exception {
    HttpResponse<String> answer = post("/api/Alpha/Items", FORM, "a=1");

    assertEquals(
        "http://localhost:%d/api/Alpha/Items/7".formatted(server.getPort()),
        answer.headers().firstValue("Location").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, UTF-8", "UTF-8, ''", "ISO-8859-1, ISO-8859-1"})
  void multipartTextShouldBeReadInItsCharset(String written, String declared) throws Exception {
    String type = declared.isEmpty() ? "" : "Content-Type: text/plain; charset=" + declared;
    String body =
        "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"Ä\"\r\n%s\r\n\r\nÖ ß\r\n--b--\r\n"
            .formatted(type)
            .replace("\r\n\r\n\r\n", "\r\n\r\n")
            .replace("Ä", "title");

    HttpResponse<String> answer =
        post("/api/Alpha/Items", "multipart/form-data; boundary=\"b\"", body, written);

    assertEquals("MULTIPART {title=[Ö ß]} []", answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path))
        .header("X-Token", "good");
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return post(path, type, body, "UTF-8");
  }

  private HttpResponse<String> post(String path, String type, String body, String charset)
      throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(Charset.forName(charset))))
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
