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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.SettingsReader;

/** The credentials, refusals, lock-out and limits of the three simple doors. */
final class DoorsTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final String PROBE = "/api/probe";

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path directory;
  private DeskServer server;

  @BeforeEach
  void start() {
    Map<String, String> flags = new HashMap<>();
    flags.put("http.host", "127.0.0.1");
    flags.put("http.port", "0");
    flags.put("data.dir", directory.toString());
    flags.put("log.access", "false");
    flags.put("limits.helpdesk", "5");
    flags.put("limits.panel-comments", "1");
    flags.put("limits.taas", "3");
    flags.put("limits.taas-window", "10");
    server =
        DeskServer.start(
            new SettingsReader(Map.of(), directory).read(flags, Optional.empty(), Map.of()),
            RunMode.demo(Optional.of(NOON)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String verb, String path, String... headers) {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(verb, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String basic(String name, String password) {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private HttpResponse<String> help(String authorization) {
    return send("GET", PROBE, "Authorization", authorization);
  }

  private void setClock(Instant now) {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/sandbox/clock");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", basic("admin", "admin-demo"))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"now\":\"%s\"}".formatted(now)))
            .build();
    try {
      assertEquals(200, client.send(request, BodyHandlers.ofString()).statusCode());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void helpdeskShouldTakePasswordsAndTokens() {
    for (String name : new String[] {"alice", "ALICE", "CORP\\alice"}) {
      assertEquals(200, help(basic(name, "alice-demo")).statusCode(), name);
    }
    assertTrue(help("Bearer demo-token-alice").body().startsWith("helpdesk "));
    assertTrue(help(basic("carol", "carol-demo")).body().contains("[OWN, SUBSCRIBED"));
  }

  @Test
  void personalTokenShouldOpenTheDoor() {
    HttpResponse<String> token =
        send(
            "GET",
            "/helpdesk/user/TOKEN/",
            "Authorization",
            basic("alice", "alice-demo"),
            "Accept",
            "text/plain");
    assertEquals(200, token.statusCode(), token.body());
    assertEquals(200, help("Bearer " + token.body()).statusCode());
    assertEquals(
        401,
        send("GET", "/api/TicketsApi/appmetadata", "Authorization", "Bearer " + token.body())
            .statusCode());
  }

  @Test
  void foreignCredentialsShouldBeRefusedInTheDoorsWords() {
    for (String wrong : new String[] {"Bearer demo-panel-token", "Bearer demo-primary-key"}) {
      HttpResponse<String> answer = help(wrong);
      assertEquals(401, answer.statusCode());
      assertEquals(
          "Basic realm=\"Helpdesk\"", answer.headers().firstValue("WWW-Authenticate").orElse(""));
    }
    assertEquals(
        "{\"error\":true,\"message\":\"The key is not valid.\",\"statusCode\":401}",
        send("GET", "/ticketing/v1/probe?key=demo-panel-token").body());
    assertEquals(
        "{\"code\":\"unauthorized\",\"message\":\"The token is not valid.\"}",
        send("GET", "/support/probe", "X-Token", "demo-token-alice").body());
  }

  @Test
  void taasAndPanelShouldKnowTheirOwn() {
    String taas = send("GET", "/ticketing/v1/probe?key=demo-primary-key").body();
    assertTrue(taas.startsWith("taas "), taas);
    assertEquals(
        200,
        send("GET", "/ticketing/v1/probe", "Ocp-Apim-Subscription-Key", "demo-secondary-key")
            .statusCode());
    String panel = send("GET", "/support/probe", "X-Token", "demo-panel-token").body();
    assertTrue(panel.startsWith("panel ") && panel.contains("[OWN]"), panel);
  }

  @Test
  void theBareRootShouldAskForEither() {
    HttpResponse<String> answer = send("GET", "/tickets");
    assertEquals(401, answer.statusCode());
    assertTrue(answer.body().contains("\"error\":true"), answer.body());
    assertTrue(answer.body().contains("\"code\":\"unauthorized\""), answer.body());
  }

  @Test
  void unknownPathsShouldBeRefusedInTheDoorsWords() {
    HttpResponse<String> answer = send("GET", "/api/Nothing");
    assertEquals(404, answer.statusCode());
    assertEquals(
        "text/plain; charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals(404, send("DELETE", PROBE).statusCode());
    assertTrue(send("GET", "/ticketing/v1/no").body().contains("\"statusCode\":404"));
    assertTrue(send("GET", "/support/no").body().contains("\"code\":\"not_found\""));
  }

  @Test
  void threeWrongPasswordsShouldLockTheAddressForFiveMinutes() {
    for (int i = 0; i < 3; i++) {
      assertEquals(401, help(basic("alice", "wrong")).statusCode());
    }
    HttpResponse<String> locked = help(basic("alice", "alice-demo"));
    assertEquals(403, locked.statusCode());
    assertEquals("300", locked.headers().firstValue("Retry-After").orElse(""));
    assertEquals(200, help("Bearer demo-token-alice").statusCode());

    setClock(NOON.plusSeconds(299));
    assertEquals(403, help(basic("alice", "alice-demo")).statusCode());
    setClock(NOON.plusSeconds(300));
    assertEquals(200, help(basic("alice", "alice-demo")).statusCode());
  }

  @Test
  void ofPasswordsGuessedAtOnceThreeShouldBeTried() throws InterruptedException {
    AtomicInteger turns = new AtomicInteger();

    var answers =
        AtOnce.times(
            16,
            () ->
                help(basic("alice", turns.getAndIncrement() == 8 ? "alice-demo" : "wrong"))
                    .statusCode());

    List<Integer> told = answers.stream().map(AtOnce.Outcome::value).toList();
    long cameIn = told.stream().filter(status -> status == 200).count();
    long failed = told.stream().filter(status -> status == 401).count();
    // The right one may be among the first three, and then three more are wrong in a row.
    assertTrue(cameIn == 0 ? failed == 3 : failed >= 3 && failed <= 5, told::toString);
    assertEquals(16, cameIn + failed + told.stream().filter(status -> status == 403).count());
    assertEquals(403, help(basic("alice", "alice-demo")).statusCode());
  }

  @Test
  void aBudgetShouldBeBackOneMinuteAfterItsFirstCall() {
    for (int i = 0; i < 5; i++) {
      assertEquals(200, help("Bearer demo-token-alice").statusCode());
    }
    HttpResponse<String> refused = help("Bearer demo-token-alice");
    assertEquals(429, refused.statusCode());
    assertEquals("60", refused.headers().firstValue("Retry-After").orElse(""));
    assertEquals(200, help(basic("carol", "carol-demo")).statusCode());

    setClock(NOON.plusSeconds(59));
    assertEquals(429, help("Bearer demo-token-alice").statusCode());
    setClock(NOON.plusSeconds(60));
    assertEquals(200, help("Bearer demo-token-alice").statusCode());
  }

  @Test
  void aTaasKeyShouldHaveItsCallsBackAfterItsWindow() {
    String tags = "/ticketing/v1/tags?key=demo-";
    for (int i = 0; i < 3; i++) {
      assertEquals(200, send("GET", tags + "primary-key").statusCode());
    }
    HttpResponse<String> refused = send("GET", tags + "primary-key");
    assertEquals(429, refused.statusCode());
    assertEquals("10", refused.headers().firstValue("Retry-After").orElse(""));
    assertTrue(refused.body().endsWith("\"statusCode\":429}"), refused.body());
    assertEquals(200, send("GET", tags + "secondary-key").statusCode());

    setClock(NOON.plusSeconds(9));
    assertEquals(429, send("GET", tags + "primary-key").statusCode());
    setClock(NOON.plusSeconds(10));
    assertEquals(200, send("GET", tags + "primary-key").statusCode());
  }

  @Test
  void panelShouldCountByToken() throws SQLException {
    String database =
        "jdbc:h2:file:%s/polydesk;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;USER=sa"
            .formatted(directory);
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          update access_key set (user_id, security_stamp) = (
            select k.user_id, k.security_stamp
            from access_key k where k.kind = 'PANEL_TOKEN' and k.label = 'carol')
          where kind = 'PANEL_TOKEN' and label = 'dave'
          """);
    }
    String path = "/support/probe/comments";
    for (String token : new String[] {"demo-panel-token", "demo-panel-token-dave"}) {
      HttpResponse<String> first = send("POST", path, "X-Token", token);
      assertEquals(200, first.statusCode(), first.body());
      HttpResponse<String> second = send("POST", path, "X-Token", token);
      assertEquals(429, second.statusCode());
      assertEquals("60", second.headers().firstValue("Retry-After").orElse(""));
      assertTrue(second.body().startsWith("{\"code\":\"too_many_requests\""), second.body());
    }
  }

  @Test
  void panelShouldCountComments() {
    String path = "/support/probe/comments";
    assertEquals(200, send("POST", path, "X-Token", "demo-panel-token").statusCode());
    assertEquals(429, send("POST", path, "X-Token", "demo-panel-token").statusCode());
    assertEquals(200, send("POST", path, "X-Token", "demo-panel-token-dave").statusCode());
  }
}
