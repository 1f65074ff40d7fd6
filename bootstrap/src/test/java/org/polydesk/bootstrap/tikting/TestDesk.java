package org.polydesk.bootstrap.tikting;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.polydesk.bootstrap.cli.CommandLineInterface;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.bootstrap.settings.SettingsReader;

/** A demo desk in this JVM. */
public final class TestDesk extends DemoDesk implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path directory;
  private final String databaseUrl;
  private final Map<String, String> flags = new HashMap<>();
  private final SettingValues settings;
  private DeskServer server;

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
    for (String setting :
        List.of("database.url", "database.user", "database.password", "system.time-zone")) {
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

  /** Ends the server; what it left behind can still be asked for. */
  public void stop() {
    server.close();
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

  /** The key that signs tokens. */
  byte[] jwtKey() {
    try {
      return Base64.getDecoder().decode(Files.readString(directory.resolve("jwt.key")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected URI address() {
    return server.address();
  }

  @Override
  protected String databaseUrl() {
    return databaseUrl;
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

  private int count(String table) {
    return Integer.parseInt(query("select count(*) from " + table));
  }

  /**
   * Every file of every attachment, whether kept or on the way to it. What a request leaves over is
   * thrown away right after its answer, so a file on the way gets a while to disappear.
   */
  public List<String> files() {
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
