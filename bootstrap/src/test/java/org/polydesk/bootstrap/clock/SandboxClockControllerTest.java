package org.polydesk.bootstrap.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.SettingsReader;

final class SandboxClockControllerTest {
  private static final String ADMIN = basic("admin");
  private static final String STANDING = "{\"now\":\"2026-03-04T10:00:00Z\",\"running\":false}";
  private static final String ADVANCED = "{\"now\":\"2026-03-04T11:30:00Z\",\"running\":false}";

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path directory;
  private DeskServer server;

  @BeforeEach
  void start() {
    RecordedWork.RUNS.clear();
    server = server(RunMode.demo(Optional.of(Instant.parse("2026-03-04T10:00:00Z"))));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void getShouldTellTheTime() throws Exception {
    HttpResponse<String> answer = get(server, ADMIN);

    assertEquals(200, answer.statusCode());
    assertEquals(STANDING, answer.body());
  }

  @Test
  void putShouldSetTheClockForwardsAndDoTheDueWork() throws Exception {
    HttpResponse<String> answer = put(ADMIN, "{\"now\":\"2026-03-04T11:30:00.0009Z\"}");

    assertEquals(200, answer.statusCode());
    assertEquals(ADVANCED, answer.body());
    assertEquals(ADVANCED, get(server, ADMIN).body());
    assertEquals(List.of(Instant.parse("2026-03-04T11:30:00Z")), RecordedWork.RUNS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"now\":\"2026-03-04T09:59:59.999Z\"}",
        "{\"now\":\"tomorrow\"}",
        "{\"now\":null}",
        "{}",
        "[]",
        "{"
      })
  void putShouldRefuseAStepBackAndWhatIsNoInstant(String body) throws Exception {
    HttpResponse<String> answer = put(ADMIN, body);

    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(STANDING, get(server, ADMIN).body());
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void doorShouldBeOpenForAdministratorsOnly(String credential, int status) throws Exception {
    HttpResponse<String> read = get(server, credential);
    HttpResponse<String> set = put(credential, "{\"now\":\"2026-03-04T11:30:00Z\"}");

    assertEquals(status, read.statusCode());
    assertEquals(status, set.statusCode());
    assertEquals(STANDING, get(server, ADMIN).body());
  }

  @Test
  void doorShouldBeMissingOnAServerThatIsNoDemo() throws Exception {
    server.close();
    Files.delete(directory.resolve("polydesk.mv.db"));
    try (DeskServer work = server(RunMode.serve())) {
      assertEquals(404, get(work, ADMIN).statusCode());
    }
  }

  static Stream<Arguments> credentials() {
    return Stream.of(
        arguments("", 401),
        arguments("Basic !", 401),
        arguments("Basic YWRtaW4=", 401),
        arguments("Basic " + encoded("admin:wrong"), 401),
        arguments("Bearer nobody", 401),
        arguments("Digest x", 401),
        arguments(basic("alice"), 403),
        arguments("bearer demo-token-alice", 403));
  }

  private DeskServer server(RunMode mode) {
    Map<String, String> flags =
        Map.of(
            "http.host", "127.0.0.1",
            "http.port", "0",
            "data.dir", directory.toString(),
            "admin.password", "admin-demo");
    return DeskServer.start(
        new SettingsReader(Map.of(), directory).read(flags, Optional.empty(), Map.of()), mode);
  }

  private HttpResponse<String> get(DeskServer from, String credential)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(from.address().resolve("/sandbox/clock")), credential);
  }

  private HttpResponse<String> put(String credential, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.address().resolve("/sandbox/clock"))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)),
        credential);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String credential)
      throws IOException, InterruptedException {
    if (!credential.isEmpty()) {
      request.header("Authorization", credential);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String basic(String name) {
    return "Basic " + encoded(name + ":" + name + "-demo");
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
