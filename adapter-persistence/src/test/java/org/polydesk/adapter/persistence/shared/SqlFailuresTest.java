package org.polydesk.adapter.persistence.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

final class SqlFailuresTest {

  private static ErrorCode codeOf(SQLException failure) {
    return assertInstanceOf(DeskException.class, SqlFailures.translate(failure)).code();
  }

  @ParameterizedTest
  @CsvSource({
    "40001, STALE_VERSION",
    "40P01, STALE_VERSION",
    "90131, STALE_VERSION",
    "HYT00, STALE_VERSION",
    "08001, UNAVAILABLE",
    "08006, UNAVAILABLE",
    "57P01, UNAVAILABLE",
    "53300, UNAVAILABLE",
    "90121, UNAVAILABLE",
    "22001, INVALID_FIELD",
    "23502, INTERNAL",
    "42601, INTERNAL"
  })
  void translateShouldTellByTheState(String state, ErrorCode expected) {
    assertEquals(expected, codeOf(new SQLException("said the driver", state)));
  }

  @Test
  void translateShouldTakeAFailureWithoutStateAsOurOwnFault() {
    assertEquals(ErrorCode.INTERNAL, codeOf(new SQLException("said the driver")));
  }

  @Test
  void translateShouldTellOfAPoolThatIsUsedUp() {
    assertEquals(ErrorCode.UNAVAILABLE, codeOf(new SQLTransientConnectionException("no more")));
  }

  @Test
  void translateShouldLookIntoBatches() {
    BatchUpdateException batch = new BatchUpdateException("batch", "23000", new int[0]);
    batch.setNextException(new SQLException("deadlock", "40P01"));

    assertEquals(ErrorCode.STALE_VERSION, codeOf(batch));
  }

  @Test
  void translateShouldLookIntoWhatTheFrameworkThrows() {
    RuntimeException wrapped =
        new IllegalStateException(new RuntimeException(new SQLException("lost", "40001")));

    RuntimeException translated = SqlFailures.translate(wrapped);

    assertEquals(ErrorCode.STALE_VERSION, assertInstanceOf(DeskException.class, translated).code());
  }

  @Test
  void translateShouldNameTheIndexAsH2TellsIt() {
    SQLException twin =
        new SQLException(
            "Unique index or primary key violation: \"public.app_user_login_name ON "
                + "public.app_user(login_name NULLS FIRST) VALUES ( 'app_user_login_email ON x' )\"",
            "23505");

    DuplicateKeyException found =
        assertInstanceOf(DuplicateKeyException.class, SqlFailures.translate(twin));

    assertTrue(found.isOf("app_user_login_name"));
  }
}
