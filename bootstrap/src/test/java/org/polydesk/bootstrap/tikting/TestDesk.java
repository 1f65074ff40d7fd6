package org.polydesk.bootstrap.tikting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.polydesk.bootstrap.cli.CommandLineInterface;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.SettingsReader;

/** A demo desk in this JVM and a client that talks to it. */
public final class TestDesk implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static final String ALICE = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";
  static final String AUTHENTICATE = "/api/Users/authenticate";
  static final String METADATA = "/api/TicketsApi/appmetadata";
  static final String REGISTER = "/api/TicketsApi/register";

  private final Path directory;
  private final String databaseUrl;
  private final Map<String, String> flags = new HashMap<>();
  private final SettingValues settings;
  private DeskServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, ObjectNode> logIns = new ConcurrentHashMap<>();

  private TestDesk(Store store, Optional<Instant> clock, Map<String, String> more) {
    try {
      directory = Files.createTempDirectory("polydesk-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    flags.putAll(store.settings());
    flags.put("http.host", "127.0.0.1");
    flags.put("http.port", "0");
    flags.put("data.dir", directory.toString());
    flags.put("log.access", "false");
    flags.put("limits.enabled", "false");
    flags.putAll(more);
    databaseUrl =
        flags.getOrDefault(
            "database.url",
            "jdbc:h2:file:%s/polydesk;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;USER=sa"
                .formatted(directory));
    settings = new SettingsReader(Map.of(), directory).read(flags, Optional.empty(), Map.of());
    server = DeskServer.start(settings, RunMode.demo(clock));
  }

  /**
   * Runs a command of the program on the store of this desk, beside its server.
   *
   * @return what it printed
   */
  public String command(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    for (String setting : List.of("database.url", "database.user", "database.password")) {
      Optional.ofNullable(flags.get(setting))
          .ifPresent(value -> all.addAll(List.of("--set", setting + "=" + value)));
    }
    all.addAll(List.of("--set", "data.dir=" + directory));
    StringWriter out = new StringWriter();
    int ended =
        CommandLineInterface.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(all.toArray(String[]::new));
    if (ended != 0) {
      throw new AssertionError(out.toString());
    }
    return out.toString();
  }

  /** Sets the desk up as a YAML file says. */
  public void setUp(String yaml) {
    try {
      command("desk", "apply", Files.writeString(directory.resolve("desk.yaml"), yaml).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds desks beside the demo's, for tests that set one up as they like. Their tickets' numbers
   * are none that tickets of other desks have.
   */
  void addDesks(String yaml, int... ids) {
    setUp(yaml);
    for (int id : ids) {
      execute("alter sequence ticket_number_%1$d restart with %1$d000001".formatted(id));
    }
  }

  /** Starts another node on the store and the keys of this desk; to be closed before it. */
  DeskServer anotherNode() {
    return DeskServer.start(settings, RunMode.serve());
  }

  /** Ends the server and starts another on what it left behind. */
  public void restart() {
    server.close();
    server = DeskServer.start(settings, RunMode.serve());
  }

  /** One whose clock runs. */
  public static TestDesk running(Store store) {
    return new TestDesk(store, Optional.empty(), Map.of());
  }

  /** One whose clock stands still until it is set. */
  public static TestDesk standingAt(Store store, Instant now) {
    return new TestDesk(store, Optional.of(now), Map.of());
  }

  /** One whose clock stands still until it is set, with further settings. */
  public static TestDesk standingAt(Store store, Instant now, Map<String, String> more) {
    return new TestDesk(store, Optional.of(now), more);
  }

  int port() {
    return server.address().getPort();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public Answer send(String verb, String path, UnaryOperator<HttpRequest.Builder> with) {
    return send(verb, at(path), with);
  }

  private Answer send(String verb, URI target, UnaryOperator<HttpRequest.Builder> with) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
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

  /** Asks a certain node of the desk. */
  Answer askAt(URI node, String path, String authorization) {
    return send("GET", node.resolve(path), r -> r.header("Authorization", authorization));
  }

  Answer get(String path, String userName) {
    return ask("GET", path, "Bearer " + tokenOf(userName));
  }

  Answer post(String path, String contentType, String body) {
    return send(
        "POST",
        path,
        r -> r.header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  Answer register(Form form, String userName) {
    return post(REGISTER, form, "Bearer " + tokenOf(userName));
  }

  Answer post(String path, Form form, String authorization) {
    return send(
        "POST",
        path,
        r ->
            (authorization == null ? r : r.header("Authorization", authorization))
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  /** The how-to's ticket with a field that has another value. */
  Answer registerWith(String field, String value) {
    return register(Form.howTo().with(field, value), "alice");
  }

  Answer logIn(String userName, String password) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("Email", userName).put("Password", password).put("RememberMe", false);
    return post(AUTHENTICATE, "application/json", body.put("Domain", "").toString());
  }

  /** The token of one of the demo's users; remembered. */
  public String tokenOf(String userName) {
    return account(userName).get("Token").asText();
  }

  String idOf(String userName) {
    return account(userName).get("Id").asText();
  }

  private ObjectNode account(String userName) {
    return logIns.computeIfAbsent(
        userName, name -> (ObjectNode) logIn(name, name + "-demo").ok().json());
  }

  public void forgetTokens() {
    logIns.clear();
  }

  /** Sets the sandbox clock. */
  public Answer setClock(Instant now) {
    String login =
        Base64.getEncoder().encodeToString("admin:admin-demo".getBytes(StandardCharsets.UTF_8));
    return send(
        "PUT",
        "/sandbox/clock",
        r ->
            r.header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"now\":\"%s\"}".formatted(now))));
  }

  /** The key that signs tokens. */
  byte[] jwtKey() {
    try {
      return Base64.getDecoder().decode(Files.readString(directory.resolve("jwt.key")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first column of the first row. */
  public String query(String sql) {
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the first row, an instant; {@code null} for none. */
  public String instant(String sql) {
    try (Connection connection = DriverManager.getConnection(databaseUrl);
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
    try (Connection connection = DriverManager.getConnection(databaseUrl);
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
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Gives one of the demo's users the first task of a ticket, which no door can. */
  public void giveTask(String ticket, String userName, boolean completed) {
    execute(
        """
        insert into task (desk_id, ticket_id, task_number, ticket_number, title, assigned_to,
          completed)
        select desk_id, ticket_id, 1, ticket_number, 'Look', '%s', %s
        from ticket where desk_id = 1 and ticket_number = %s
        """
            .formatted(idOf(userName), completed, ticket));
  }

  /** Completes the tasks of a ticket. */
  public void completeTasks(String ticket) {
    execute("update task set completed = true where desk_id = 1 and ticket_number = " + ticket);
  }

  /** How much the desk has stored, in the database and beside it. */
  Stored stored() {
    return new Stored(
        count("ticket"), count("entry"), count("attachment"), count("outbox"), files());
  }

  /** Whether the desk comes to have stored this and no more; it cleans up behind its answers. */
  boolean comesToStore(Stored expected) {
    return until(() -> stored().equals(expected));
  }

  /** Whether it comes about while the desk has every chance to go on with its work. */
  public boolean until(BooleanSupplier condition) {
    for (int i = 0; i < 5_000 && !condition.getAsBoolean(); i++) {
      get(METADATA, "alice").ok();
    }
    return condition.getAsBoolean();
  }

  private int count(String table) {
    return Integer.parseInt(query("select count(*) from " + table));
  }

  /**
   * Every file of every attachment, whether kept or on the way to it. What a request leaves over is
   * thrown away right after its answer, so a file on the way gets a while to disappear.
   */
  List<String> files() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    List<String> found = filesNow();
    while (found.stream().anyMatch(name -> name.contains("staging")) && System.nanoTime() < until) {
      LockSupport.parkNanos(1_000_000);
      found = filesNow();
    }
    return found;
  }

  /** What lies in the directory of files at this moment, what is being taken in too. */
  List<String> filesNow() {
    Path files = directory.resolve("files");
    if (!Files.exists(files)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(files)) {
      return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    } catch (UncheckedIOException e) {
      // A file that went away while the directory was being read.
      return List.of("staging");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts of rows, and the names of files. */
  record Stored(int tickets, int entries, int attachments, int messages, List<String> files) {}

  @Override
  public void close() {
    server.close();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
