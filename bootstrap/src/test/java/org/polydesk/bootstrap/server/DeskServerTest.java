package org.polydesk.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.SettingsReader;

final class DeskServerTest {
  private static final RunMode DEMO = RunMode.demo(Optional.empty());

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path directory;

  @Test
  void startShouldOpenTheDoorsAndNoManagementOnes() throws Exception {
    try (DeskServer server = DeskServer.start(settings(Map.of()), DEMO)) {
      HttpResponse<String> health = get(server, "/health");
      HttpResponse<String> ready = get(server, "/ready");

      assertEquals(200, health.statusCode());
      assertEquals("{\"status\":\"UP\"}", health.body());
      assertEquals(200, ready.statusCode());
      assertEquals("{\"status\":\"UP\"}", ready.body());
      for (String path : new String[] {"/env", "/beans", "/routes", "/loggers", "/flyway"}) {
        assertFalse(get(server, path).statusCode() < 400, path);
      }
    }
  }

  @Test
  void anOriginShouldChangeNoAnswer() throws Exception {
    try (DeskServer server = DeskServer.start(settings(Map.of()), DEMO)) {
      for (String origin : new String[] {"null", "https://desk.example.org"}) {
        for (String path : new String[] {"/health", "/api/TicketsApi/1", "/api/Tickets", "/tags"}) {
          for (String verb : new String[] {"GET", "POST", "OPTIONS"}) {
            HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address().resolve(path))
                    .method(verb, BodyPublishers.noBody());
            HttpResponse<String> expected = client.send(request.build(), BodyHandlers.ofString());
            HttpResponse<String> answer =
                client.send(request.header("Origin", origin).build(), BodyHandlers.ofString());

            assertEquals(expected.statusCode(), answer.statusCode(), verb + " " + path);
            assertEquals(withoutTrace(expected), withoutTrace(answer), verb + " " + path);
          }
        }
      }
    }
  }

  private static String withoutTrace(HttpResponse<String> answer) {
    return answer.body().replaceAll("\"traceId\":\"[^\"]*\"", "");
  }

  @Test
  void startShouldKeepItsThingsInTheDataDirectory() throws Exception {
    SettingValues settings = settings(Map.of("data.dir", directory.toString()));

    DeskServer.start(settings, RunMode.serve()).close();
    String key = Files.readString(directory.resolve("jwt.key"));
    DeskServer.start(settings, RunMode.serve()).close();

    assertTrue(Files.exists(directory.resolve("polydesk.mv.db")));
    assertEquals(key, Files.readString(directory.resolve("jwt.key")));
  }

  @Test
  void startShouldBeginTheWorkOfTime() throws Exception {
    SettingValues settings = settings(Map.of("data.dir", directory.toString()));
    Database database = Installation.database(settings);
    String done =
        "select count(*) from scheduled_tasks"
            + " where task_name in ('tickets', 'leftovers') and last_success is not null";

    try (DeskServer server = DeskServer.start(settings, RunMode.serve());
        Connection store =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = store.createStatement()) {
      assertEquals(200, get(server, "/ready").statusCode());
      long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (number(statement, done) < 2) {
        assertTrue(System.nanoTime() < until, "nobody works");
      }
      assertEquals(2, number(statement, "select count(*) from scheduled_tasks"));
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void startShouldSayThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      SettingValues settings = settings(Map.of("http.port", Integer.toString(port)));

      var refusal = assertThrows(StartException.class, () -> DeskServer.start(settings, DEMO));

      assertTrue(refusal.getMessage().startsWith("http.port is " + port), refusal.getMessage());
    }
  }

  @Test
  void closeShouldFinishTheRequestsThatRun() throws Exception {
    DeskServer server = DeskServer.start(settings(Map.of()), DEMO);
    URI address = server.address();
    CompletableFuture<HttpResponse<String>> slow =
        client.sendAsync(
            HttpRequest.newBuilder(address.resolve("/test/slow")).build(), BodyHandlers.ofString());
    assertTrue(SlowController.ENTERED.await(30, TimeUnit.SECONDS));

    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
    awaitClosedDoor(address);
    boolean closedTooEarly = closing.isDone();
    SlowController.MAY_LEAVE.countDown();

    assertFalse(closedTooEarly);
    assertEquals("done", slow.get(30, TimeUnit.SECONDS).body());
    closing.get(30, TimeUnit.SECONDS);
  }

  /** Asks with a connection of its own each time until there is nobody to take it. */
  private static void awaitClosedDoor(URI address) throws IOException, InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < until) {
      try (var socket = new Socket(address.getHost(), address.getPort())) {
        assertTrue(socket.isConnected());
      } catch (ConnectException e) {
        return;
      }
    }
    throw new AssertionError("The door stays open");
  }

  private HttpResponse<String> get(DeskServer server, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
  }

  private SettingValues settings(Map<String, String> more) {
    Map<String, String> flags = new HashMap<>(Map.of("http.host", "127.0.0.1", "http.port", "0"));
    flags.putAll(more);
    return new SettingsReader(Map.of(), directory).read(flags, Optional.empty(), Map.of());
  }
}
