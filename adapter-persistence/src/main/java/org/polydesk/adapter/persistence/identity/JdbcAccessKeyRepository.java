package org.polydesk.adapter.persistence.identity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.application.identity.out.AccessKeyRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.UserId;

/**
 * Keys and tokens by their digests. A user's token is kept with the stamp he had when he got it and
 * is not found any more when he has another one.
 */
@Singleton
final class JdbcAccessKeyRepository implements AccessKeyRepository {
  private static final String FIND =
      """
      select desk_id, kind, label, secret_hash, user_id, read_only from access_key
      where kind = ? and secret_hash = ?
        and (user_id is null or exists (
          select 1 from app_user u
          where u.user_id = access_key.user_id
            and u.security_stamp = access_key.security_stamp))
      """;

  private static final String REPLACE =
      """
      update access_key set secret_hash = ?, user_id = ?,
        security_stamp = (select u.security_stamp from app_user u where u.user_id = ?),
        read_only = ?
      where desk_id = ? and kind = ? and label = ?
      """;

  private static final String ADD =
      """
      insert into access_key (secret_hash, user_id, security_stamp, read_only, desk_id, kind, label)
      values (
        ?, ?, (select u.security_stamp from app_user u where u.user_id = ?), ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String ALL =
      """
      select desk_id, kind, label, secret_hash, user_id, read_only from access_key
      where desk_id = ? and kind = ? order by label
      """;

  private static final String REMOVE =
      "delete from access_key where desk_id = ? and kind = ? and label = ?";

  private final Database database;

  JdbcAccessKeyRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<AccessKey> find(Kind kind, String secretHash) {
    return database.find(
        FIND, bound -> bound.name(kind).text(secretHash), JdbcAccessKeyRepository::read);
  }

  @Override
  public List<AccessKey> all(DeskId desk, Kind kind) {
    return database.list(
        ALL, bound -> bound.number(desk.value()).name(kind), JdbcAccessKeyRepository::read);
  }

  @Override
  public boolean remove(DeskId desk, Kind kind, String label) {
    return database.update(REMOVE, bound -> bound.number(desk.value()).name(kind).text(label)) > 0;
  }

  private static AccessKey read(Row row) {
    return new AccessKey(
        new DeskId(row.number("desk_id")),
        row.constant(Kind.class, "kind"),
        row.text("label"),
        row.text("secret_hash"),
        row.optionalUuid("user_id").map(UserId::new),
        row.flag("read_only"));
  }

  @Override
  public void save(AccessKey key) {
    database.replaceOrAdd(
        REPLACE,
        ADD,
        bound ->
            bound
                .text(key.secretHash())
                .uuid(key.user().map(UserId::value))
                .uuid(key.user().map(UserId::value))
                .flag(key.readOnly())
                .number(key.desk().value())
                .name(key.kind())
                .text(key.label()));
  }
}
