package org.polydesk.adapter.persistence.shared;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/**
 * Runs prepared statements on the connection of the present unit of work, or on one of their own
 * when there is none. Failures come out in the desk's vocabulary, see {@link SqlFailures}.
 */
@Singleton
public final class Database {
  private final ConnectionOperations<Connection> connections;
  private volatile Boolean postgres;

  Database(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  /** A step that talks to the driver. */
  private interface Step<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Rows that are read from the driver. */
  private interface Reading<T> {
    T read() throws SQLException;
  }

  /** Whether PostgreSQL answers; a few questions have a better form there than in H2. */
  public boolean isPostgres() {
    if (postgres == null) {
      postgres = perform(connection -> connection.isWrapperFor(PGConnection.class));
    }
    return postgres;
  }

  /** The first row; empty when there is none. */
  public <T> Optional<T> find(
      String sql, Consumer<Parameters> parameters, Function<Row, T> reader) {
    return perform(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters);
              ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.apply(new Row(rows))) : Optional.empty();
          }
        });
  }

  /** All rows, in the order in which they come. */
  public <T> List<T> list(String sql, Consumer<Parameters> parameters, Function<Row, T> reader) {
    return perform(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return read(statement, reader);
          }
        });
  }

  /**
   * The same for a statement whose best plan depends on its values, such as what is looked for in
   * texts: PostgreSQL plans it anew each time and never keeps a plan that fits values in general.
   */
  public <T> List<T> listPlannedAnew(
      String sql, Consumer<Parameters> parameters, Function<Row, T> reader) {
    return perform(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.accept(new Parameters(statement));
            if (!statement.isWrapperFor(PGStatement.class)) {
              return read(statement, reader);
            }
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return plannedAnew(connection, () -> read(statement, reader));
          }
        });
  }

  /** Where the connection fails before its plans are kept again, it is not used any more. */
  private static <T> T plannedAnew(Connection connection, Reading<T> reading) throws SQLException {
    try (Statement mode = connection.createStatement()) {
      mode.execute(KeptPlans.PLAN_ANEW);
      try {
        return reading.read();
      } finally {
        mode.execute(KeptPlans.KEEP);
      }
    }
  }

  private static <T> List<T> read(PreparedStatement statement, Function<Row, T> reader)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      Row row = new Row(rows);
      while (rows.next()) {
        found.add(reader.apply(row));
      }
      return found;
    }
  }

  /** Inserts, updates or deletes; tells how many rows. */
  public int update(String sql, Consumer<Parameters> parameters) {
    return perform(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
          }
        });
  }

  /**
   * Replaces a row, or adds it when it is not there; whoever comes second replaces.
   *
   * @param replacing an update
   * @param adding an insert with the same parameters in the same order, which does nothing when
   *     there is a row
   */
  public void replaceOrAdd(String replacing, String adding, Consumer<Parameters> parameters) {
    if (update(replacing, parameters) == 0 && update(adding, parameters) == 0) {
      update(replacing, parameters);
    }
  }

  /** Runs one statement for every item, in one round trip; nothing when there are no items. */
  public <T> void batch(
      String sql, Collection<T> items, BiConsumer<Parameters, ? super T> parameters) {
    if (items.size() == 1) {
      update(sql, bound -> parameters.accept(bound, items.iterator().next()));
    } else if (!items.isEmpty()) {
      perform(connection -> batch(connection, sql, items, parameters));
    }
  }

  /**
   * Runs one update for every item, in one round trip.
   *
   * @return the items for which there was no row
   */
  public <T> List<T> updateEach(
      String sql, List<T> items, BiConsumer<Parameters, ? super T> parameters) {
    if (items.isEmpty()) {
      return List.of();
    }
    int[] counts = perform(connection -> batch(connection, sql, items, parameters));
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] == 0)
        .mapToObj(items::get)
        .toList();
  }

  private static <T> int[] batch(
      Connection connection,
      String sql,
      Collection<T> items,
      BiConsumer<Parameters, ? super T> parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T item : items) {
        parameters.accept(new Parameters(statement), item);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  /**
   * Changes the schema, on a connection of its own: where a definition ends the transaction, as in
   * H2, it must not be the caller's.
   */
  public void define(String sql) {
    perform(
        ConnectionDefinition.REQUIRES_NEW,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.execute();
          }
        });
  }

  /** Runs {@code work} so that all its statements go over one connection. */
  <T> T onOneConnection(ConnectionDefinition definition, Function<Connection, T> work) {
    try {
      return connections.execute(definition, status -> work.apply(status.getConnection()));
    } catch (ConnectionException | CannotGetJdbcConnectionException e) {
      throw SqlFailures.translate(e);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, Consumer<Parameters> parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      parameters.accept(new Parameters(statement));
      return statement;
    } catch (RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private <T> T perform(Step<T> step) {
    Optional<ConnectionStatus<Connection>> current = currentConnection();
    return current.isPresent()
        ? translating(step, current.get().getConnection())
        : perform(ConnectionDefinition.DEFAULT, step);
  }

  private Optional<ConnectionStatus<Connection>> currentConnection() {
    return connections.findConnectionStatus().map(found -> found);
  }

  private <T> T perform(ConnectionDefinition definition, Step<T> step) {
    return onOneConnection(definition, connection -> translating(step, connection));
  }

  private static <T> T translating(Step<T> step, Connection connection) {
    try {
      return step.on(connection);
    } catch (SQLException e) {
      throw SqlFailures.translate(e);
    }
  }
}
