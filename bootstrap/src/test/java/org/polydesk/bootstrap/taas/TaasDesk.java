package org.polydesk.bootstrap.taas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polydesk.adapter.persistence.testing.TestDatabase;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.SettingsReader;

/**
 * A demo desk whose secondary key only reads, and a program that talks to it. The other desk says
 * In Progress.
 */
enum TaasDesk {
  H2 {
    @Override
    Map<String, String> settings() {
      return Map.of();
    }
  },
  POSTGRESQL {
    @Override
    Map<String, String> settings() {
      return Map.of("database.url", TestDatabase.postgres().url());
    }
  };

  static final String BASE = "/ticketing/v1";
  static final String ANN =
      "{\"id\":\"u-1\",\"name\":\"Ann Other\",\"email\":\"ann@example.test\"}";
  static final String BO = "{\"id\":\"u-2\",\"name\":\"Bo Helper\",\"email\":\"bo@example.test\"}";

  /** A technician of the desk, as a program's directory knows her. */
  static final String ALICE =
      "{\"id\":\"u-7\",\"name\":\"Alice in Teams\",\"email\":\"alice@demo.test\"}";

  private static final JsonMapper JSON = new JsonMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private DeskServer server;

  abstract Map<String, String> settings();

  /** What the desk answered. */
  record Reply(int status, String body, HttpResponse<String> response) {
    Reply has(int expected) {
      assertEquals(expected, status, body);
      return this;
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }

    JsonNode item() {
      return json().path("item");
    }

    JsonNode items() {
      return json().path("items");
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }

  private synchronized int port() {
    if (server == null) {
      try {
        Path directory = Files.createTempDirectory("polydesk-taas-");
        Map<String, String> flags = new HashMap<>(settings());
        flags.put("http.host", "127.0.0.1");
        flags.put("http.port", "0");
        flags.put("data.dir", directory.toString());
        flags.put("log.access", "false");
        flags.put("limits.enabled", "false");
        server =
            DeskServer.start(
                new SettingsReader(Map.of(), directory).read(flags, Optional.empty(), Map.of()),
                RunMode.demo(Optional.of(Instant.parse("2026-03-04T10:00:00Z"))));
        arrange(
            flags.getOrDefault(
                "database.url",
                "jdbc:h2:file:%s/polydesk;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;USER=sa"
                    .formatted(directory)));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server.address().getPort();
  }

  private static void arrange(String databaseUrl) {
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        Statement statement = connection.createStatement()) {
      statement.execute("update access_key set read_only = true where label = 'secondary'");
      statement.execute(
          """
          update desk_setting set setting = 'true'
          where desk_id = 2 and name = 'statuses.sayInProgress'
          """);
      statement.execute("update desk set setup_version = setup_version + 1 where desk_id = 2");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Reply send(String verb, String path, UnaryOperator<HttpRequest.Builder> with) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .method(verb, BodyPublishers.noBody());
    try {
      HttpResponse<String> response =
          client.send(with.apply(request).build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String keyed(String path, String key) {
    return path + (path.contains("?") ? "&" : "?") + "key=" + key;
  }

  /** Asks below the base path with the primary key. */
  Reply get(String path) {
    return send("GET", keyed(BASE + path, "demo-primary-key"), request -> request);
  }

  Reply put(String path, String body) {
    return write("PUT", path, body);
  }

  Reply post(String path, String body) {
    return write("POST", path, body);
  }

  private Reply write(String verb, String path, String body) {
    return send(
        verb,
        keyed(BASE + path, "demo-primary-key"),
        request ->
            request
                .header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body)));
  }

  /** Opens a ticket for Ann with more members, each beginning with a comma. */
  JsonNode open(String title, String more) {
    return post("/tickets", ticket(title, more)).has(201).item();
  }

  static String ticket(String title, String more) {
    return "{\"ticket\":{\"title\":\"%s\",\"requestor\":%s%s},\"user\":%s}"
        .formatted(title, ANN, more, BO);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String basic(String user) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + user + "-demo").getBytes(StandardCharsets.UTF_8));
  }
}
