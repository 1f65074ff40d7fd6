package org.polydesk.adapter.persistence.identity;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.identity.out.AddressLocks;

/** A row for every address that wrong passwords came from. */
@Singleton
final class JdbcAddressLocks implements AddressLocks {
  private static final String FIND =
      "select failures, locked_until from address_lock where address = ?";

  private static final String LOCKED = FIND + " for update";

  /** Takes the row's lock, so that of two failures at once one counts after the other. */
  private static final String COUNT =
      "update address_lock set failures = failures + 1, failed_at = ?"
          + " where address = ? and (locked_until is null or locked_until <= ?)";

  private static final String ADD =
      "insert into address_lock (failed_at, address, failures) values (?, ?, 1)"
          + " on conflict do nothing";

  private static final String LOCK =
      "update address_lock set failures = 0, locked_until = ? where address = ? and failures >= ?";

  private static final String FORGET = "delete from address_lock where address = ?";

  private static final String FORGET_OLD =
      "delete from address_lock where failed_at < ?"
          + " and (locked_until is null or locked_until < ?)";

  private final Database database;

  JdbcAddressLocks(Database database) {
    this.database = database;
  }

  @Override
  public Optional<AddressLock> find(String address) {
    return find(FIND, address);
  }

  @Override
  public Optional<AddressLock> lock(String address) {
    return find(LOCKED, address);
  }

  private Optional<AddressLock> find(String statement, String address) {
    return database.find(
        statement,
        bound -> bound.text(address),
        row -> new AddressLock(row.integer("failures"), row.optionalInstant("locked_until")));
  }

  @Override
  public boolean countFailure(String address, int limit, Instant now, Duration lockFor) {
    boolean counted = count(address, now) || add(address, now) || count(address, now);
    if (counted) {
      database.update(LOCK, bound -> bound.instant(now.plus(lockFor)).text(address).number(limit));
    }
    return counted;
  }

  private boolean count(String address, Instant now) {
    return database.update(COUNT, bound -> bound.instant(now).text(address).instant(now)) > 0;
  }

  private boolean add(String address, Instant now) {
    return database.update(ADD, bound -> bound.instant(now).text(address)) > 0;
  }

  @Override
  public void forget(String address) {
    database.update(FORGET, bound -> bound.text(address));
  }

  @Override
  public void forgetFailuresBefore(Instant limit, Instant now) {
    database.update(FORGET_OLD, bound -> bound.instant(limit).instant(now));
  }
}
