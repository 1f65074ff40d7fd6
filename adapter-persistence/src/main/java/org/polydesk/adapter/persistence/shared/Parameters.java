package org.polydesk.adapter.persistence.shared;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;

/** The parameters of a statement, set from left to right. */
public final class Parameters {
  private final PreparedStatement statement;
  private int position;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  /** A step that talks to the driver. */
  private interface Setter {
    void set(int position) throws SQLException;
  }

  private Parameters next(Setter setter) {
    position++;
    try {
      setter.set(position);
      return this;
    } catch (SQLException e) {
      throw SqlFailures.translate(e);
    }
  }

  private Parameters absent(int type) {
    return next(at -> statement.setNull(at, type));
  }

  /**
   * A text.
   *
   * @throws DeskException {@code INVALID_FIELD} for one that PostgreSQL cannot store, so that both
   *     databases refuse the same
   */
  public Parameters text(String value) {
    if (!Texts.isStorable(value)) {
      throw DeskException.invalid(
          Violation.refused("", "A text holds characters that cannot be stored."));
    }
    return next(at -> statement.setString(at, value));
  }

  public Parameters text(Optional<String> value) {
    return value.isPresent() ? text(value.get()) : absent(Types.VARCHAR);
  }

  /** The constant's name. */
  public Parameters name(Enum<?> value) {
    return next(at -> statement.setString(at, value.name()));
  }

  public Parameters number(long value) {
    return next(at -> statement.setLong(at, value));
  }

  public Parameters bigNumber(Optional<Long> value) {
    return value.isPresent() ? number(value.get()) : absent(Types.BIGINT);
  }

  public Parameters number(int value) {
    return next(at -> statement.setInt(at, value));
  }

  public Parameters number(Optional<Integer> value) {
    return value.isPresent() ? number(value.get().intValue()) : absent(Types.INTEGER);
  }

  public Parameters flag(boolean value) {
    return next(at -> statement.setBoolean(at, value));
  }

  public Parameters uuid(UUID value) {
    return next(at -> statement.setObject(at, value));
  }

  public Parameters uuid(Optional<UUID> value) {
    return value.isPresent() ? uuid(value.get()) : absent(Types.OTHER);
  }

  /** An instant, cut to milliseconds, which is what columns keep. */
  public Parameters instant(Instant value) {
    OffsetDateTime kept = value.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    return next(at -> statement.setObject(at, kept));
  }

  public Parameters instant(Optional<Instant> value) {
    return value.isPresent() ? instant(value.get()) : absent(Types.TIMESTAMP_WITH_TIMEZONE);
  }

  /** An array for {@code = any (?)}. */
  public Parameters numbers(Long[] values) {
    return next(
        at -> statement.setArray(at, statement.getConnection().createArrayOf("bigint", values)));
  }

  /** An array for {@code = any (?)}. */
  public Parameters texts(String[] values) {
    return next(
        at -> statement.setArray(at, statement.getConnection().createArrayOf("varchar", values)));
  }

  /** An array for {@code = any (?)}. */
  public Parameters uuids(UUID[] values) {
    return next(
        at -> statement.setArray(at, statement.getConnection().createArrayOf("uuid", values)));
  }
}
