package org.polydesk.adapter.persistence.desk;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polydesk.adapter.persistence.desk.SetupTables.StoredSetup;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.domain.desk.DeskId;

/**
 * Setups read whole and remembered. Each carries a version that is asked for every two seconds at
 * the most; the tables behind it are read only when the version is another one.
 */
@Singleton
final class JdbcDeskSetups implements DeskSetups {
  private final SetupTables tables;
  private final UnitOfWork unitOfWork;
  private final TransactionOperations<Connection> transactions;
  private final RememberedSetups remembered = new RememberedSetups(System::nanoTime);

  JdbcDeskSetups(
      SetupTables tables, UnitOfWork unitOfWork, TransactionOperations<Connection> transactions) {
    this.tables = tables;
    this.unitOfWork = unitOfWork;
    this.transactions = transactions;
  }

  @Override
  public Optional<DeskSetup> find(DeskId desk) {
    Optional<DeskSetup> fresh = remembered.fresh(desk);
    return fresh.isPresent() ? fresh : unitOfWork.read(() -> look(desk));
  }

  private Optional<DeskSetup> look(DeskId desk) {
    long begun = remembered.epoch();
    Optional<StoredSetup> known = remembered.any(desk);
    Optional<StoredSetup> found =
        known.isPresent() && tables.versionOf(desk).filter(known.get()::isVersion).isPresent()
            ? known
            : tables.load(desk);
    found.ifPresent(setup -> remembered.remember(desk, setup, begun));
    return found.map(StoredSetup::setup);
  }

  @Override
  public Saved save(DeskSetup setup) {
    return unitOfWork.run(() -> saveInTransaction(setup));
  }

  @Override
  public DeskSetup change(DeskId desk, UnaryOperator<DeskSetup> change) {
    return unitOfWork.run(
        () -> {
          tables.lock(desk);
          StoredSetup present =
              tables
                  .load(desk)
                  .orElseThrow(() -> new IllegalStateException("no desk " + desk.value()));
          DeskSetup next = change.apply(present.setup()).replacing(present.setup());
          if (!next.equals(present.setup())) {
            forgetUntilEnd(desk);
            tables.replace(next, present.version());
          }
          return next;
        });
  }

  private Saved saveInTransaction(DeskSetup given) {
    DeskId desk = given.desk().id();
    if (tables.versionOf(desk).isEmpty()) {
      tables.defineSequences(desk);
      forgetUntilEnd(desk);
      tables.insert(given);
      return new Saved(Optional.empty(), given);
    }
    tables.lock(desk);
    StoredSetup present = tables.load(desk).orElseThrow();
    DeskSetup next = given.replacing(present.setup());
    if (!next.equals(present.setup())) {
      forgetUntilEnd(desk);
      tables.replace(next, present.version());
    }
    return new Saved(Optional.of(present.setup()), next);
  }

  /** Nobody may remember what is being changed before it is known whether it was. */
  private void forgetUntilEnd(DeskId desk) {
    remembered.beginChange(desk);
    transactions
        .findTransactionStatus()
        .orElseThrow()
        .registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCompletion(Status status) {
                remembered.endChange(desk);
              }
            });
  }
}
