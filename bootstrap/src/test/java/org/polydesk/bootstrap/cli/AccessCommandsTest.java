package org.polydesk.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.SettingsReader;
import picocli.CommandLine;

final class AccessCommandsTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--set");
    all.add("data.dir=" + directory);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine commands = CommandLineInterface.commandLine();
    return commands
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }

  private String said() {
    return out.toString().strip();
  }

  private DeskServer serve() {
    Map<String, String> flags =
        Map.of(
            "http.host", "127.0.0.1",
            "http.port", "0",
            "data.dir", directory.toString(),
            "log.access", "false");
    return DeskServer.start(
        new SettingsReader(Map.of(), directory).read(flags, Optional.empty(), Map.of()),
        RunMode.serve());
  }

  private static int status(DeskServer server, String path, String header, String value)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path)).GET();
    return HttpClient.newHttpClient()
        .send(
            header.isEmpty() ? request.build() : request.header(header, value).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes());
  }

  @Test
  void secretsShouldOpenTheirDoorsUntilTheyAreTakenAway() throws Exception {
    serve().close();
    assertEquals(
        0,
        execute("user", "add", "zoe", "--email", "zoe@desk.test", "--password", "first-password"));
    assertEquals(0, execute("key", "create", "reports"));
    String key = said();
    assertEquals(1, execute("key", "create", "reports"));
    assertTrue(err.toString().contains("already"), err.toString());
    assertEquals(0, execute("token", "create", "zoe's", "--for", "panel", "--user", "zoe"));
    String token = said();
    assertEquals(1, execute("token", "create", "x", "--for", "panel", "--user", "nobody"));
    assertEquals(0, execute("key", "list"));
    assertEquals("reports", said());

    try (DeskServer server = serve()) {
      assertEquals(200, status(server, "/ticketing/v1/tickets?key=" + key, "", ""));
      assertEquals(200, status(server, "/support/tickets", "X-Token", token));
      assertEquals(
          200, status(server, "/api/tickets", "Authorization", basic("zoe:first-password")));
    }
    assertEquals(0, execute("key", "rotate", "reports"));
    String rotated = said();
    assertNotEquals(key, rotated);
    assertEquals(0, execute("user", "password", "zoe", "--password", "second-password"));

    try (DeskServer server = serve()) {
      assertEquals(401, status(server, "/ticketing/v1/tickets?key=" + key, "", ""));
      assertEquals(200, status(server, "/ticketing/v1/tickets?key=" + rotated, "", ""));
      assertEquals(401, status(server, "/support/tickets", "X-Token", token));
      assertEquals(
          200, status(server, "/api/tickets", "Authorization", basic("zoe:second-password")));
    }
    assertEquals(0, execute("key", "revoke", "reports"));
    assertEquals(0, execute("user", "disable", "zoe"));
    assertEquals(1, execute("key", "revoke", "reports"));

    try (DeskServer server = serve()) {
      assertEquals(401, status(server, "/ticketing/v1/tickets?key=" + rotated, "", ""));
      assertEquals(
          401, status(server, "/api/tickets", "Authorization", basic("zoe:second-password")));
    }
    assertEquals(
        List.of(
            "user zoe created",
            "key TAAS_KEY reports keyCreated",
            "key PANEL_TOKEN zoe's keyCreated",
            "key TAAS_KEY reports keyRotated",
            "user zoe passwordSet",
            "key TAAS_KEY reports keyRevoked",
            "user zoe disabled"),
        audited());
  }

  private List<String> audited() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select entity, entity_key, action from audit where door = 'command line'
                order by happened_at, audit_id
                """)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(String.join(" ", rows.getString(1), rows.getString(2), rows.getString(3)));
      }
      return lines;
    }
  }

  private Connection database() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:%s/polydesk;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;USER=sa"
            .formatted(directory));
  }

  @Test
  void messagesThatWereGivenUpShouldBeListedAndRevived() throws Exception {
    serve().close();
    String delivery = "11111111-2222-3333-4444-555555555555";
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into outbox (outbox_id, desk_id, delivery_id, channel, event, ticket_id,
            to_addresses, created_at, state, attempts, due_at, remark)
          values (1, 1, '%s', 'MAIL', 'REPLIED', 1, 'a@x.test', timestamp '2026-03-02 08:00:00',
            'DEAD', 9, timestamp '2026-03-02 08:00:00', 'Nobody is there.'),
            (2, 1, '22222222-2222-3333-4444-555555555555', 'CALLBACK', 'CLOSED', 1, '',
            timestamp '2026-03-02 07:00:00', 'DEAD', 6, timestamp '2026-03-02 07:00:00', '')
          """
              .formatted(delivery));
    }

    assertEquals(0, execute("outbox", "list"));
    String[] lines = said().split("\\R");
    assertTrue(lines[0].contains("  callback  closed  -  -  6  "), said());
    assertTrue(lines[1].startsWith(delivery + "  mail  replied  -  a@x.test  9  "), said());
    assertTrue(lines[1].endsWith("  Nobody is there."), said());
    assertEquals(
        0,
        execute(
            "outbox",
            "list",
            "--set",
            "tpi.url=https://hook.x.test/tickets",
            "--set",
            "tpi.secret=0123456789abcdef"));
    assertTrue(said().contains("  callback  closed  -  hook.x.test  6  "), said());
    String unknown = "00000000-0000-0000-0000-000000000000";
    assertEquals(1, execute("outbox", "retry", unknown));
    assertEquals(
        "No message that was given up has the delivery id " + unknown + ".",
        err.toString().strip());
    assertEquals(0, execute("outbox", "retry", delivery));
    assertEquals("1 message will be tried again.", said());
    assertEquals(1, execute("outbox", "retry", delivery));
    assertEquals(0, execute("outbox", "retry"));
    assertEquals("1 message will be tried again.", said());
    assertEquals(0, execute("outbox", "retry"));
    assertEquals("0 messages will be tried again.", said());
    assertEquals(0, execute("outbox", "list"));
    assertEquals("", said());
    assertEquals(0, execute("outbox", "list", "--state", "waiting"));
    assertTrue(said().contains(delivery), said());
    assertEquals(2, execute("outbox", "retry", "nonsense"));
    assertTrue(
        err.toString().contains("\"nonsense\" must be a delivery id such as "), err.toString());
    assertFalse(err.toString().contains("java"), err.toString());
  }
}
