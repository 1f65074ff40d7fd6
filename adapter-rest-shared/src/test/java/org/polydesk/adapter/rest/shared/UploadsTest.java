package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.adapter.rest.shared.server.DirectoryBlobStore;

@MicronautTest(packages = "org.polydesk.adapter.rest.shared.server")
class UploadsTest {
  private static final String TYPE = "multipart/form-data; boundary=b";
  private static final int MEGABYTE = 1024 * 1024;

  @Inject EmbeddedServer server;
  @Inject DirectoryBlobStore blobs;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void begin() {
    blobs.halt().release(Integer.MAX_VALUE / 2);
    awaitNoFiles();
  }

  @Test
  void filesShouldBeReadWithTheirNames() throws Exception {
    String body =
        part("form-data; name=Uploads; filename=plain.txt", "abc")
            + part("form-data; name=\"uploads[]\"; filename=\"C:\\dir\\ä \\\"q\\\".txt\"", "")
            + part("form-data; name=u; filename=\"x\"; filename*=UTF-8''%E2%82%AC%20+.txt", "12")
            + part("form-data; name=\"text\"", "line\r\n--not the end")
            + "--b--\r\nepilogue";

    HttpResponse<String> answer = post("/beta/things", body);

    assertEquals(
        "MULTIPART {text=[line\r\n--not the end]} [Uploads=plain.txt:3, "
            + "uploads[]=C:\\dir\\ä \"q\".txt:0, u=€ +.txt:2]",
        answer.body());
  }

  @Test
  void filesShouldBeThrownAwayUnlessKept() throws Exception {
    String body = part("form-data; name=f; filename=a", "abc") + "--b--";

    HttpResponse<String> dropped = post("/beta/things", body);
    awaitNoFiles();
    HttpResponse<String> kept = post("/beta/things?keep=1", body);

    assertEquals(200, dropped.statusCode());
    assertEquals(200, kept.statusCode());
    assertEquals(1, blobs.files().size());
    Files.delete(blobs.files().get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--b",
        "--b-",
        "--c\r\n",
        "no boundary at all",
        "--b\r\nContent-Disposition: form-data; name=a\r\n",
        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
        "--b\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=a; filename=f\r\n\r\nhalf a file",
        "--b\r\nContent-Disposition: form-data; name=a; filename=f\r\n\r\nx\r\n--b\r\n",
        "--b\r\nContent-Disposition: form-data; name=a; filename=f\r\n\r\nx\r\n--bXX",
      })
  void malformedFormShouldBeRefusedWithoutLeavings(String body) throws Exception {
    HttpResponse<String> answer = post("/beta/things", body.isEmpty() ? "\r\n" : body);

    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().startsWith("beta INVALID_REQUEST "), answer.body());
    assertEquals(0, blobs.files().size());
  }

  @Test
  void formWithoutPartsShouldBeEmpty() throws Exception {
    HttpResponse<String> answer = post("/beta/things", "--b--\r\n");

    assertEquals("MULTIPART {} []", answer.body());
  }

  @Test
  void missingBoundaryShouldBeRefused() throws Exception {
    HttpResponse<String> answer = post("/beta/things", "--b--\r\n", "multipart/form-data");

    assertEquals(400, answer.statusCode());
  }

  @Test
  void tooManyFilesShouldBeRefusedWithoutLeavings() throws Exception {
    String body = part("form-data; name=Up; filename=a", "abc").repeat(4) + "--b--";

    HttpResponse<String> answer = post("/api/Alpha/Items", body);

    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("\"fields\":\"files\""), answer.body());
    assertEquals(0, blobs.files().size());
  }

  @Test
  void badParameterBesideAFileShouldLeaveNothing() throws Exception {
    String body =
        part("form-data; name=f; filename=a", "abc") + part("form-data; name=n", "\0") + "--b--";

    HttpResponse<String> answer = post("/api/Alpha/Items", body);

    assertEquals(400, answer.statusCode());
    awaitNoFiles();
  }

  @Test
  void chunkedBodyShouldBeReadAndItsSizeCounted() throws Exception {
    String part = part("form-data; name=f; filename=a", "x".repeat(99_000)) + "--b--";

    String small = RawHttp.ask(server.getPort(), chunked(part));
    String large =
        RawHttp.ask(
            server.getPort(),
            chunked(part("form-data; name=f; filename=a", "x".repeat(2_000_000)) + "--b--"));

    assertTrue(small.startsWith("HTTP/1.1 201 "), small);
    assertTrue(small.contains("f=a:99000"), small);
    assertTrue(large.startsWith("HTTP/1.1 413 "), large);
    assertTrue(large.contains("TOO_LARGE"), large);
    awaitNoFiles();
  }

  @Test
  void declaredLengthShouldBeRefusedBeforeTheBodyIsSent() throws Exception {
    String head =
        "POST /api/alpha/items HTTP/1.1\r\nHost: a\r\nX-Token: good\r\nConnection: close\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100001\r\n\r\n--b";

    String answer = RawHttp.ask(server.getPort(), head);

    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("\"alpha\":\"TOO_LARGE\""), answer);
  }

  @Test
  void clientThatWaitsForContinueShouldBeServed() throws Exception {
    String body = part("form-data; name=f; filename=a", "abc") + "--b--";
    String head =
        "POST /beta/things HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n"
            + "Content-Type: "
            + TYPE
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";

    try (RawHttp http = new RawHttp(server.getPort())) {
      String first = http.send(head).receiveLine();
      String rest = http.send(body).receive();

      assertEquals("HTTP/1.1 100 Continue", first);
      assertTrue(rest.contains("f=a:3"), rest);
    }
  }

  @Test
  void uploadThatBreaksOffShouldLeaveNothing() throws Exception {
    long before = blobs.taken();
    try (RawHttp http = new RawHttp(server.getPort())) {
      http.send(
          "POST /beta/things HTTP/1.1\r\nHost: a\r\nContent-Type: "
              + TYPE
              + "\r\nContent-Length: 1000000\r\n\r\n"
              + part("form-data; name=f; filename=a", "whole")
              + "--b\r\nContent-Disposition: form-data; name=g; filename=b\r\n\r\n"
              + "x".repeat(200_000));
      await(() -> blobs.taken() - before > 100_000);
      assertEquals(2, blobs.files().size());
    }

    awaitNoFiles();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\nb=2\r\n0\r\n\r\n", "3\r\nb=22\r\n0\r\n\r\n", "-1\r\n\r\n"})
  void chunksThatMakeNoSenseShouldNotPassForTheEnd(String chunks) throws Exception {
    String head =
        "POST /beta/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n4\r\na=1&\r\n";

    String answer = RawHttp.ask(server.getPort(), head + chunks);

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("beta INVALID_REQUEST The body ended"), answer);
  }

  @Test
  void clientThatStopsHalfWayAndListensShouldBeTold() throws Exception {
    String cut = part("form-data; name=f; filename=a", "whole") + part("form-data; name=g", "x");

    try (RawHttp http = new RawHttp(server.getPort())) {
      http.send(
          "POST /beta/things HTTP/1.1\r\nHost: a\r\nContent-Type: "
              + TYPE
              + "\r\nContent-Length: 1000000\r\n\r\n"
              + cut);
      String answer = http.finish().receive();

      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
      assertTrue(answer.contains("beta INVALID_REQUEST"), answer);
    }
    awaitNoFiles();
  }

  @Test
  void clientThatListensAfterAWholeRequestShouldBeServed() throws Exception {
    try (RawHttp http = new RawHttp(server.getPort())) {
      String answer =
          http.send("GET /beta/things?key=1 HTTP/1.1\r\nHost: a\r\n\r\n").finish().receive();

      assertTrue(answer.endsWith("NONE {key=[1]} []"), answer);
    }
  }

  @Test
  void clientThatFinishesWithoutARequestShouldBeLetGo() throws Exception {
    try (RawHttp http = new RawHttp(server.getPort())) {
      assertEquals("", http.finish().receive());
    }
  }

  @Test
  void pipelinedRequestsShouldAllBeAnsweredInOrder() throws Exception {
    String get = "GET /things?key=%d HTTP/1.1\r\nHost: a\r\n\r\n";
    try (RawHttp http = new RawHttp(server.getPort())) {
      String answer =
          http.send(get.formatted(1) + get.formatted(2) + get.formatted(3)).finish().receive();

      assertTrue(answer.matches("(?s).*key=\\[1].*key=\\[2].*key=\\[3].*"), answer);
    }
  }

  @Test
  void largeFileShouldPassWhileItIsStillBeingSent() throws Exception {
    long before = blobs.taken();
    long length = 110L * MEGABYTE;
    String open = "--b\r\nContent-Disposition: form-data; name=f; filename=big\r\n\r\n";
    String close = "\r\n--b--\r\n";
    byte[] megabyte = new byte[MEGABYTE];
    String answer;

    try (RawHttp http = new RawHttp(server.getPort())) {
      http.send(
          "POST /beta/things HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: "
              + TYPE
              + "\r\nContent-Length: "
              + (length + open.length() + close.length())
              + "\r\n\r\n"
              + open);
      OutputStream out = http.out();
      for (int sent = 1; sent <= 110; sent++) {
        out.write(megabyte);
        long wanted = before + (sent - 1L) * MEGABYTE;
        await(() -> blobs.taken() >= wanted);
      }
      answer = http.send(close).receive();
    }

    assertTrue(answer.contains("f=big:" + length), answer);
    awaitNoFiles();
  }

  @Test
  void slowStoreShouldHoldTheClientBack() throws Exception {
    Semaphore gate = blobs.halt();
    int length = 64 * MEGABYTE;
    String head =
        "POST /beta/things HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: "
            + TYPE
            + "\r\nContent-Length: "
            + length
            + "\r\n\r\n--b\r\nContent-Disposition: form-data; name=f; filename=big\r\n\r\n";
    long accepted = 0;

    try (SocketChannel channel = SocketChannel.open();
        Selector selector = Selector.open()) {
      channel.setOption(StandardSocketOptions.SO_SNDBUF, 64 * 1024);
      channel.connect(new InetSocketAddress("localhost", server.getPort()));
      channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_WRITE);
      ByteBuffer buffer = ByteBuffer.allocate(MEGABYTE);
      while (accepted < 32 * MEGABYTE && selector.select(1000) > 0) {
        selector.selectedKeys().clear();
        accepted += channel.write(buffer.clear());
      }
    } finally {
      gate.release(Integer.MAX_VALUE / 2);
    }

    assertTrue(accepted < 16 * MEGABYTE, "taken without being asked for: " + accepted);
    awaitNoFiles();
  }

  private void awaitNoFiles() {
    await(
        () -> {
          try {
            return blobs.files().isEmpty();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      Thread.onSpinWait();
    }
  }

  private static String part(String disposition, String content) {
    return "--b\r\nContent-Disposition: %s\r\nContent-Type: text/plain\r\n\r\n%s\r\n"
        .formatted(disposition, content);
  }

  private static String chunked(String body) {
    StringBuilder request =
        new StringBuilder("POST /api/alpha/items HTTP/1.1\r\nHost: a\r\nX-Token: good\r\n")
            .append("Connection: close\r\nTransfer-Encoding: chunked\r\nContent-Type: ")
            .append(TYPE)
            .append("\r\n\r\n");
    for (int at = 0; at < body.length(); at += 4096) {
      String chunk = body.substring(at, Math.min(body.length(), at + 4096));
      request.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk);
      request.append("\r\n");
    }
    return request.append("0\r\n\r\n").toString();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return post(path, body, TYPE);
  }

  private HttpResponse<String> post(String path, String body, String type) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path))
            .header("X-Token", "good")
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
