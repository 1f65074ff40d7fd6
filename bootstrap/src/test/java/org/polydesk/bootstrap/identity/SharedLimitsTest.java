package org.polydesk.bootstrap.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.adapter.persistence.testing.TestDatabase;
import org.polydesk.application.fixture.AtOnce;
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

  private HttpResponse<String> asks(DeskServer node, String path, String user) {
    return send(
        node,
        "/helpdesk/api/" + path,
        HttpRequest.newBuilder().header("Authorization", "Bearer demo-token-" + user));
  }

  /** A method in two spellings, and how often it may be called within a minute. */
  private record Counted(String path, String sameMethod, int budget) {}

  @Test
  void callsOfAMethodShouldBeCountedForItsUserOverAllNodes() {
    List<Counted> methods =
        List.of(
            new Counted("Stats", "STATS/", 90),
            new Counted("Search?query=x", "search?query=y", 60),
            new Counted("UserByEmail?email=carol@acme.test", "userbyemail?email=x@y.test", 60));
    for (Counted method : methods) {
      for (int i = 0; i < method.budget(); i++) {
        DeskServer node = i % 2 == 0 ? one : other;
        assertEquals(200, asks(node, method.path(), "alice").statusCode(), method.path() + i);
      }
      for (DeskServer node : new DeskServer[] {one, other}) {
        HttpResponse<String> refused = asks(node, method.sameMethod(), "alice");
        isRefused("60", refused);
        assertEquals(
            "text/plain; charset=utf-8", refused.headers().firstValue("Content-Type").orElse(""));
        assertEquals(200, asks(node, "Tickets", "alice").statusCode());
      }
    }
    assertEquals(200, asks(one, "Stats", "carol").statusCode());
    setClocks(NOON.plusSeconds(59));
    methods.forEach(method -> isRefused("1", asks(one, method.path(), "alice")));
    setClocks(NOON.plusSeconds(60));
    methods.forEach(method -> assertEquals(200, asks(other, method.path(), "alice").statusCode()));
  }

  private static void isLockedFor(String seconds, HttpResponse<String> answer) {
    assertEquals(403, answer.statusCode(), answer.body());
    assertEquals(seconds, answer.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void ofPasswordsGuessedAtOnceOnAllNodesThreeShouldBeTried() throws InterruptedException {
    AtomicInteger turns = new AtomicInteger();

    var answers =
        AtOnce.times(
            16,
            () -> {
              int turn = turns.getAndIncrement();
              String password = turn == 8 ? "alice-demo" : "wrong";
              return lists(turn % 2 == 0 ? one : other, password).statusCode();
            });

    List<Integer> told = answers.stream().map(AtOnce.Outcome::value).toList();
    long cameIn = told.stream().filter(status -> status == 200).count();
    long failed = told.stream().filter(status -> status == 401).count();
    // The right one may be among the first three, and then three more are wrong in a row.
    assertTrue(cameIn == 0 ? failed == 3 : failed >= 3 && failed <= 5, told::toString);
    assertEquals(16, cameIn + failed + told.stream().filter(status -> status == 403).count());
    isLockedFor("300", lists(one, "alice-demo"));
  }

  @Test
  void wrongPasswordsShouldBeCountedOverAllNodesAndForgivenToTheSecond() {
    assertEquals(401, lists(one, "wrong").statusCode());
    assertEquals(401, lists(other, "wrong").statusCode());
    assertEquals(200, lists(one, "alice-demo").statusCode());
    for (DeskServer node : new DeskServer[] {one, other, one}) {
      assertEquals(401, lists(node, "wrong").statusCode());
    }

    isLockedFor("300", lists(one, "alice-demo"));
    isLockedFor("300", lists(other, "wrong"));
    assertEquals(200, asks(other, "Stats", "alice").statusCode());
    setClocks(NOON.plusSeconds(299));
    isLockedFor("1", lists(other, "alice-demo"));
    isLockedFor("1", lists(one, "alice-demo"));
    setClocks(NOON.plusSeconds(300));
    assertEquals(200, lists(other, "alice-demo").statusCode());
    assertEquals(401, lists(one, "wrong").statusCode());
    assertEquals(200, lists(one, "alice-demo").statusCode());
  }
}
