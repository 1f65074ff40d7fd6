package org.polydesk.bootstrap.server;

import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the desk can answer now. Migrations are done before there is any connection. */
@Singleton
final class Readiness {
  private static final int SECONDS_TO_ANSWER = 2;

  private final DataSource dataSource;
  private volatile boolean open;

  /**
   * @param resolver finds the pool behind the bean that takes part in transactions
   */
  Readiness(DataSource dataSource, DataSourceResolver resolver) {
    this.dataSource = resolver.resolve(dataSource);
  }

  /** Every door is open. */
  void open() {
    open = true;
  }

  /** The doors are about to close. */
  void close() {
    open = false;
  }

  /** Asks the database; takes a few seconds at most. */
  boolean isReady() {
    if (!open) {
      return false;
    }
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS_TO_ANSWER);
    } catch (SQLException e) {
      return false;
    }
  }
}
