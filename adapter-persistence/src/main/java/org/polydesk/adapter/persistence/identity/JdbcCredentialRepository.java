package org.polydesk.adapter.persistence.identity;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.application.identity.out.CredentialRepository;
import org.polydesk.domain.user.UserId;

/** Passwords and what came of them, one row a user. */
@Singleton
final class JdbcCredentialRepository implements CredentialRepository {
  private static final String FIND =
      "select password_hash, failures, locked_until from credential where user_id = ?";

  private static final String LOCKED = FIND + " for update";

  private static final String REPLACE =
      "update credential set password_hash = ?, failures = 0, locked_until = null"
          + " where user_id = ?";

  private static final String ADD =
      """
      insert into credential (user_id, desk_id, password_hash, failures, locked_until)
      values (?, (select desk_id from app_user where user_id = ?), ?, 0, null)
      on conflict do nothing
      """;

  /** Takes the row's lock, so that of two failures at once one counts after the other. */
  private static final String COUNT =
      "update credential set failures = failures + 1 where user_id = ?";

  private static final String LOCK =
      "update credential set failures = 0, locked_until = ? where user_id = ? and failures >= ?";

  private static final String CLEAR =
      "update credential set failures = 0, locked_until = null where user_id = ?";

  private final Database database;

  JdbcCredentialRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Credential> find(UserId user) {
    return find(FIND, user);
  }

  @Override
  public Optional<Credential> lock(UserId user) {
    return find(LOCKED, user);
  }

  private Optional<Credential> find(String statement, UserId user) {
    return database.find(
        statement,
        bound -> bound.uuid(user.value()),
        row ->
            new Credential(
                user,
                row.text("password_hash"),
                row.integer("failures"),
                row.optionalInstant("locked_until")));
  }

  @Override
  public void setPassword(UserId user, String passwordHash) {
    if (replace(user, passwordHash) == 0 && add(user, passwordHash) == 0) {
      replace(user, passwordHash);
    }
  }

  private int replace(UserId user, String passwordHash) {
    return database.update(REPLACE, bound -> bound.text(passwordHash).uuid(user.value()));
  }

  private int add(UserId user, String passwordHash) {
    return database.update(
        ADD, bound -> bound.uuid(user.value()).uuid(user.value()).text(passwordHash));
  }

  @Override
  public void remove(UserId user) {
    database.update("delete from credential where user_id = ?", bound -> bound.uuid(user.value()));
  }

  @Override
  public boolean countFailure(UserId user, int limit, Instant now, Duration lockFor) {
    database.update(COUNT, bound -> bound.uuid(user.value()));
    return database.update(
            LOCK, bound -> bound.instant(now.plus(lockFor)).uuid(user.value()).number(limit))
        > 0;
  }

  @Override
  public void clearFailures(UserId user) {
    database.update(CLEAR, bound -> bound.uuid(user.value()));
  }
}
