package org.polydesk.bootstrap.tikting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A demo desk, wherever it runs: a client that talks to it and looks into its store. */
public abstract class DemoDesk {
  public static final String ALICE = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";
  public static final String AUTHENTICATE = "/api/Users/authenticate";
  public static final String METADATA = "/api/TicketsApi/appmetadata";
  public static final String REGISTER = "/api/TicketsApi/register";

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
  private static final String CLOCK = "/sandbox/clock";
  private static final String ADMIN =
      "Basic "
          + Base64.getEncoder().encodeToString("admin:admin-demo".getBytes(StandardCharsets.UTF_8));

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, ObjectNode> logIns = new ConcurrentHashMap<>();

  /**
   * One that runs already, such as in a process of its own.
   *
   * @param databaseUrl where it stores things; empty when nobody else can look there
   */
  public static DemoDesk runningAt(URI address, String databaseUrl) {
    return new DemoDesk() {
      @Override
      protected URI address() {
        return address;
      }

      @Override
      protected String databaseUrl() {
        return databaseUrl;
      }
    };
  }

  /** Where it listens. */
  protected abstract URI address();

  /** Where it stores things. */
  protected abstract String databaseUrl();

  public int port() {
    return address().getPort();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public Answer send(String verb, String path, UnaryOperator<HttpRequest.Builder> with) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .timeout(Duration.ofSeconds(60))
            .method(verb, BodyPublishers.noBody());
    try {
      return Answer.of(client.send(with.apply(request).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks with this {@code Authorization}; without one when it is {@code null}. */
  public Answer ask(String verb, String path, String authorization) {
    return send(
        verb, path, r -> authorization == null ? r : r.header("Authorization", authorization));
  }

  public Answer get(String path, String userName) {
    return ask("GET", path, "Bearer " + tokenOf(userName));
  }

  public Answer post(String path, String contentType, String body) {
    return send(
        "POST",
        path,
        r -> r.header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  public Answer register(Form form, String userName) {
    return post(REGISTER, form, "Bearer " + tokenOf(userName));
  }

  public Answer post(String path, Form form, String authorization) {
    return send(
        "POST",
        path,
        r ->
            (authorization == null ? r : r.header("Authorization", authorization))
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  /** The how-to's ticket with a field that has another value. */
  public Answer registerWith(String field, String value) {
    return register(Form.howTo().with(field, value), "alice");
  }

  public Answer logIn(String userName, String password) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("Email", userName).put("Password", password).put("RememberMe", false);
    return post(AUTHENTICATE, "application/json", body.put("Domain", "").toString());
  }

  /** The token of one of the demo's users; remembered. */
  public String tokenOf(String userName) {
    return account(userName).get("Token").asText();
  }

  public String idOf(String userName) {
    return account(userName).get("Id").asText();
  }

  private ObjectNode account(String userName) {
    return logIns.computeIfAbsent(
        userName, name -> (ObjectNode) logIn(name, name + "-demo").ok().json());
  }

  public void forgetTokens() {
    logIns.clear();
  }

  /** What time it is at the desk. */
  public Instant now() {
    return Instant.parse(ask("GET", CLOCK, ADMIN).ok().json("now").asText());
  }

  /** Sets the sandbox clock. */
  public Answer setClock(Instant now) {
    return send(
        "PUT",
        CLOCK,
        r ->
            r.header("Authorization", ADMIN)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"now\":\"%s\"}".formatted(now))));
  }

  /** The first column of the first row. */
  public String query(String sql) {
    try (Connection connection = DriverManager.getConnection(databaseUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the first row, an instant; {@code null} for none. */
  public String instant(String sql) {
    try (Connection connection = DriverManager.getConnection(databaseUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      OffsetDateTime at = rows.next() ? rows.getObject(1, OffsetDateTime.class) : null;
      return at == null ? null : at.toInstant().toString();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** All rows, their columns joined by blanks; {@code null} for what there is none of. */
  public List<String> rows(String sql) {
    try (Connection connection = DriverManager.getConnection(databaseUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getString(i));
        }
        all.add(String.join(" ", columns));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Runs a statement beside the server. */
  public void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(databaseUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Whether it comes about, sooner or later. */
  public boolean until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean holds = condition.getAsBoolean();
    while (!holds && System.nanoTime() < end) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      holds = condition.getAsBoolean();
    }
    return holds;
  }
}
