package org.polydesk.bootstrap.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
  HttpResponse<String> send(Question question) {
    try {
      return client.send(question.to(server.address()), BodyHandlers.ofString());
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
  HttpResponse<String> ask(String path, Question question) {
    HttpResponse<String> answer = send(question);
    exchanges.add(new Exchange(question, path, answer));
    return answer;
  }

  /** From now on nothing can be put into the history, without which nothing is changed. */
  void failToWrite() {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      ResultSet last = statement.executeQuery("select max(audit_id) from audit");
      last.next();
      statement.execute(
          "alter table audit add constraint no_more check (audit_id <= %d)"
              .formatted(last.getLong(1)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
