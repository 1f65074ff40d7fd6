package org.polydesk.adapter.persistence.shared;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says in the desk's words what a database meant: a lost race is {@code STALE_VERSION}, a database
 * that cannot be reached {@code UNAVAILABLE}, a text too long for its column {@code INVALID_FIELD},
 * everything else {@code INTERNAL}. A duplicate key is for the repository to explain.
 */
final class SqlFailures {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String TOO_LONG = "22001";

  /** Serialization, deadlock, H2's concurrent update, H2's lock timeout, lock not available. */
  private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "90131", "HYT00", "55P03");

  /** Server going down, H2 closed or its connection broken, too many connections. */
  private static final Set<String> UNREACHABLE =
      Set.of("57P01", "57P02", "57P03", "53300", "90067", "90098", "90121");

  private static final String CONNECTION_CLASS = "08";

  /** How H2 names the index that refused: {@code "public.name ON public.table(columns) …}. */
  private static final Pattern H2_INDEX = Pattern.compile("\"(?:\\w+\\.)?(\\w+) ON ");

  private SqlFailures() {}

  /** What {@code failure} is to be thrown as. */
  static RuntimeException translate(SQLException failure) {
    SQLException reason = reasonOf(failure);
    String state = String.valueOf(reason.getSQLState());
    if (state.equals(UNIQUE_VIOLATION)) {
      return new DuplicateKeyException(indexOf(reason), reason);
    }
    if (LOST_RACES.contains(state)) {
      return DeskException.staleVersion("data");
    }
    if (state.startsWith(CONNECTION_CLASS)
        || UNREACHABLE.contains(state)
        || failure instanceof SQLTransientConnectionException) {
      return DeskException.unavailable(reason);
    }
    if (state.equals(TOO_LONG)) {
      return DeskException.invalid(Violation.refused("", "A text is too long to be stored."));
    }
    return DeskException.internal(reason);
  }

  /** The same for a failure in which the framework has wrapped what the driver said. */
  static RuntimeException translate(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said) {
        return translate(said);
      }
    }
    return DeskException.unavailable(failure);
  }

  private static SQLException reasonOf(SQLException failure) {
    return failure instanceof BatchUpdateException && failure.getNextException() != null
        ? failure.getNextException()
        : failure;
  }

  private static String indexOf(SQLException reason) {
    if (reason instanceof PSQLException said) {
      ServerErrorMessage message = said.getServerErrorMessage();
      return message == null ? "" : String.valueOf(message.getConstraint());
    }
    Matcher named = H2_INDEX.matcher(String.valueOf(reason.getMessage()));
    return named.find() ? named.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
