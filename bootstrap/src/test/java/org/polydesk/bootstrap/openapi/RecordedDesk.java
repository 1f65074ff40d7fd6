package org.polydesk.bootstrap.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.bootstrap.server.DeskServer;
import org.polydesk.bootstrap.server.RunMode;
import org.polydesk.bootstrap.settings.SettingsReader;

/** A demo desk on H2 that remembers what it was asked and what it answered. */
final class RecordedDesk implements AutoCloseable {
  /** More than this is too large for it. */
  static final int MAX_REQUEST_BYTES = 20_000;

  private final String database;
  private final DeskServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Exchange> exchanges = new ArrayList<>();

  RecordedDesk(Path directory) {
    Map<String, String> flags =
        Map.of(
            "http.host", "127.0.0.1",
            "http.port", "0",
            "http.max-request-bytes", Integer.toString(MAX_REQUEST_BYTES),
            "data.dir", directory.toString(),
            "log.access", "false");
    database =
        "jdbc:h2:file:%s/polydesk;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;USER=sa"
            .formatted(directory);
    server =
        DeskServer.start(
            new SettingsReader(Map.of(), directory).read(flags, Optional.empty(), Map.of()),
            RunMode.demo(Optional.empty()));
  }

  URI address() {
    return server.address();
  }

  /** Asks without remembering. */
  Reply send(Question question) {
    try {
      return Reply.of(client.send(question.to(server.address()), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Asks and remembers.
   *
   * @param path the operation's, as the document has it
   */
  Reply ask(String path, Question question) {
    return remember(path, question, send(question));
  }

  /** The same at an address that cannot be read to its end, which only few clients let through. */
  Reply askBrokenly(String path, Question question) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) new URL(server.address() + question.path() + "%zz").openConnection();
      connection.setRequestMethod(question.verb());
      question.headers().forEach(connection::setRequestProperty);
      int status = connection.getResponseCode();
      Map<String, List<String>> headers = new HashMap<>(connection.getHeaderFields());
      headers.remove(null);
      try (InputStream body = connection.getErrorStream()) {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return remember(path, question, new Reply(status, headers, text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply remember(String path, Question question, Reply reply) {
    exchanges.add(new Exchange(question, path, reply));
    return reply;
  }

  /** Until it is told otherwise, every change of a ticket comes too late. */
  void loseRaces(boolean lose) {
    execute(
        lose
            ? "create trigger lost_race before update on ticket for each row call '%s'"
                .formatted(Refusing.LostRace.class.getName())
            : "drop trigger lost_race");
  }

  /** From now on nothing can be put into the history, without which nothing is changed. */
  void failToWrite() {
    execute(
        "alter table audit add constraint no_more check (audit_id <= %s)"
            .formatted(query("select max(audit_id) from audit")));
  }

  /** From now on neither tickets nor how the desk is set up can be read. */
  void failToRead() {
    execute("alter table ticket rename to lost_ticket");
    execute("alter table desk rename to lost_desk");
  }

  /** From now on the store goes down whenever it is asked who somebody is. */
  void goDown() {
    execute("create alias going_down for '%s.goingDown'".formatted(Refusing.class.getName()));
    execute("alter table app_user rename to known_user");
    execute("create view app_user as select * from known_user where going_down()");
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String query(String sql) {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  @Override
  public void close() {
    server.close();
  }
}
