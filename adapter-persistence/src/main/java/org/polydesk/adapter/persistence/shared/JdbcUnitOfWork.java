package org.polydesk.adapter.persistence.shared;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

/**
 * One transaction, READ COMMITTED as the databases have it by default. Work that lost a race is
 * done again, at once and then after short random pauses, so that two that meet do not meet again.
 * Work inside work belongs to the outer transaction.
 */
@Singleton
final class JdbcUnitOfWork implements UnitOfWork {
  private static final int ATTEMPTS = 6;

  /** Milliseconds by which the longest pause grows with every attempt. */
  private static final int PAUSE_MILLIS = 8;

  private final TransactionOperations<Connection> transactions;
  private final Database database;

  JdbcUnitOfWork(TransactionOperations<Connection> transactions, Database database) {
    this.transactions = transactions;
    this.database = database;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (transactions.findTransactionStatus().isPresent()) {
      return work.get();
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return inTransaction(work);
      } catch (DeskException e) {
        if (e.code() != ErrorCode.STALE_VERSION || attempt == ATTEMPTS) {
          throw e;
        }
      }
      pauseAfter(attempt);
    }
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return database.onOneConnection(ConnectionDefinition.DEFAULT, connection -> work.get());
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      return transactions.execute(TransactionDefinition.DEFAULT, status -> work.get());
    } catch (TransactionException | ConnectionException | CannotGetJdbcConnectionException e) {
      throw SqlFailures.translate(e);
    }
  }

  private static void pauseAfter(int attempt) {
    if (attempt > 1) {
      long longest = TimeUnit.MILLISECONDS.toNanos((long) PAUSE_MILLIS * attempt);
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }
  }
}
