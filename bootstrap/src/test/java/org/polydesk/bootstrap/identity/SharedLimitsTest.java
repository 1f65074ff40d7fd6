package org.polydesk.bootstrap.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.adapter.persistence.testing.TestDatabase;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.SettingsReader;

/** Two nodes on one PostgreSQL database are one desk to those who ask too often. */
final class SharedLimitsTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path directory;
  private DeskServer one;
  private DeskServer other;

  @BeforeEach
  void start() {
    Map<String, String> flags = new HashMap<>();
    flags.put("http.host", "127.0.0.1");
    flags.put("http.port", "0");
    flags.put("data.dir", directory.toString());
    flags.put("database.url", TestDatabase.postgres().url());
    flags.put("log.access", "false");
    flags.put("limits.taas", "4");
    one = node(flags);
    other = node(flags);
  }

  private DeskServer node(Map<String, String> flags) {
    return DeskServer.start(
        new SettingsReader(Map.of(), directory).read(flags, Optional.empty(), Map.of()),
        RunMode.demo(Optional.of(NOON)));
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
  }

  private HttpResponse<String> send(DeskServer node, String path, HttpRequest.Builder request) {
    try {
      return client.send(
          request.uri(URI.create("http://127.0.0.1:" + node.address().getPort() + path)).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> tags(DeskServer node) {
    return send(node, "/ticketing/v1/tags?key=demo-primary-key", HttpRequest.newBuilder());
  }

  private HttpResponse<String> lists(DeskServer node, String password) {
    return send(
        node, "/api/Tickets", HttpRequest.newBuilder().header("Authorization", basic(password)));
  }

  private static String basic(String password) {
    byte[] pair = ("alice:" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private void setClocks(Instant now) {
    byte[] pair = "admin:admin-demo".getBytes(StandardCharsets.UTF_8);
    for (DeskServer node : new DeskServer[] {one, other}) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder()
              .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString("{\"now\":\"%s\"}".formatted(now)));
      assertEquals(200, send(node, "/sandbox/clock", request).statusCode());
    }
  }

  private static void isRefused(String seconds, HttpResponse<String> answer) {
    assertEquals(429, answer.statusCode(), answer.body());
    assertEquals(seconds, answer.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void aBudgetShouldBeOneForAllNodesAndBackToTheSecond() {
    for (DeskServer node : new DeskServer[] {one, other, one, other}) {
      assertEquals(200, tags(node).statusCode());
    }
    isRefused("60", tags(one));
    isRefused("60", tags(other));
    setClocks(NOON.plusSeconds(59));
    isRefused("1", tags(other));
    setClocks(NOON.plusSeconds(60));

    for (DeskServer node : new DeskServer[] {other, other, other, one}) {
      assertEquals(200, tags(node).statusCode());
    }
    isRefused("60", tags(one));
  }

  @Test
  void wrongPasswordsShouldBeCountedOverAllNodes() {
    assertEquals(401, lists(one, "wrong").statusCode());
    assertEquals(401, lists(other, "wrong").statusCode());
    assertEquals(401, lists(one, "wrong").statusCode());

    assertEquals(403, lists(other, "alice-demo").statusCode());
    setClocks(NOON.plusSeconds(300));
    assertEquals(200, lists(other, "alice-demo").statusCode());
  }
}
