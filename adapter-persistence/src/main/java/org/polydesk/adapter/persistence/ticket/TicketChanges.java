package org.polydesk.adapter.persistence.ticket;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.polydesk.domain.desk.DeskId;

/**
 * Tells whether tickets of a desk have changed on this node, so that what was counted need not be
 * counted again. Safe for use by several threads.
 */
@Singleton
final class TicketChanges {
  private final TransactionOperations<Connection> transactions;
  private final Map<DeskId, AtomicLong> numbers = new ConcurrentHashMap<>();

  TicketChanges(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /** A number that is another one after each change, and while one goes on may be any. */
  long number(DeskId desk) {
    return of(desk).get();
  }

  private AtomicLong of(DeskId desk) {
    return numbers.computeIfAbsent(desk, none -> new AtomicLong());
  }

  /** Something is changing. Others see it when the transaction is at its end, so it counts then. */
  void happen(DeskId desk) {
    AtomicLong number = of(desk);
    number.incrementAndGet();
    transactions
        .findTransactionStatus()
        .ifPresent(
            status ->
                status.registerSynchronization(
                    new TransactionSynchronization() {
                      @Override
                      public void afterCompletion(Status how) {
                        number.incrementAndGet();
                      }
                    }));
  }
}
