package org.polydesk.adapter.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The PostgreSQL of this JVM. It is started when it is first asked for and ends with the JVM. The
 * property {@code polydesk.test.postgres}, or the variable {@code POLYDESK_TEST_POSTGRES}, names
 * another server to be used instead: a JDBC URL of a database in which databases may be created.
 */
final class PostgresServer {
  private static final String OUTSIDE = "polydesk.test.postgres";
  private static final Duration START_WAIT = Duration.ofSeconds(120);

  private PostgresServer() {}

  private static final class Holder {
    static final String ADMIN_URL = outside().orElseGet(PostgresServer::start);
  }

  private static Optional<String> outside() {
    String variable = OUTSIDE.toUpperCase(Locale.ROOT).replace('.', '_');
    return Optional.ofNullable(System.getProperty(OUTSIDE, System.getenv(variable)));
  }

  private static String start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setPGStartupWait(START_WAIT)
              .setServerConfig("fsync", "off")
              .start();
      return server.getJdbcUrl("postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
  }

  /** The URL of a new, empty database. */
  static String newDatabase() {
    String name = "polydesk_" + UUID.randomUUID().toString().replace('-', '_');
    try (Connection admin = DriverManager.getConnection(Holder.ADMIN_URL);
        Statement statement = admin.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL gives no database", e);
    }
    return Holder.ADMIN_URL.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
  }
}
