package org.polydesk.adapter.persistence.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The present row of an answer. Columns are called by name; nothing is remembered. */
public final class Row {
  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  /** A step that talks to the driver. */
  private interface Getter<T> {
    T from(ResultSet rows) throws SQLException;
  }

  private <T> T get(Getter<T> getter) {
    try {
      return getter.from(rows);
    } catch (SQLException e) {
      throw SqlFailures.translate(e);
    }
  }

  private <T> Optional<T> optional(Getter<T> getter) {
    return get(
        found -> {
          T value = getter.from(found);
          return found.wasNull() ? Optional.empty() : Optional.ofNullable(value);
        });
  }

  /** A text; {@code null} never. */
  public String text(String column) {
    return get(found -> found.getString(column));
  }

  public Optional<String> optionalText(String column) {
    return optional(found -> found.getString(column));
  }

  /** The constant with this name. */
  public <E extends Enum<E>> E constant(Class<E> type, String column) {
    return Enum.valueOf(type, text(column));
  }

  public long number(String column) {
    return get(found -> found.getLong(column));
  }

  public Optional<Long> optionalLong(String column) {
    return optional(found -> found.getLong(column));
  }

  public int integer(String column) {
    return get(found -> found.getInt(column));
  }

  public Optional<Integer> optionalInteger(String column) {
    return optional(found -> found.getInt(column));
  }

  public boolean flag(String column) {
    return get(found -> found.getBoolean(column));
  }

  public UUID uuid(String column) {
    return get(found -> found.getObject(column, UUID.class));
  }

  public Optional<UUID> optionalUuid(String column) {
    return optional(found -> found.getObject(column, UUID.class));
  }

  public Instant instant(String column) {
    return get(found -> found.getObject(column, OffsetDateTime.class)).toInstant();
  }

  public Optional<Instant> optionalInstant(String column) {
    return optional(found -> found.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
