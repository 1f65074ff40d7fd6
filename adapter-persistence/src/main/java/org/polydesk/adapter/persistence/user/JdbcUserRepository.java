package org.polydesk.adapter.persistence.user;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Database;
import org.polydesk.adapter.persistence.shared.DuplicateKeyException;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.user.UserFilter;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Users in a table of their own, with their groups and categories beside it. */
@Singleton
final class JdbcUserRepository implements UserRepository {
  private static final String BY_ID = UserRows.SELECT + " where u.user_id = ?";

  private static final String ALL_BY_ID =
      UserRows.SELECT + " where u.desk_id = ? and u.user_id = any (?)";

  private static final String ALL_BY_NUMBER =
      UserRows.SELECT + " where u.desk_id = ? and u.user_number = any (?)";

  private static final String ALL_BY_EMAIL =
      UserRows.SELECT + " where u.desk_id = ? and u.desk_email = any (?)";

  private static final String BY_LOGIN =
      UserRows.SELECT
          + """
           where u.login_name = ? or u.login_email = ?
           order by case when u.login_name = ? then 0 else 1 end
           limit 1
          """;

  private static final String BY_USER_NAME =
      UserRows.SELECT + " where u.desk_id = ? and u.login_name = ?";

  private static final String BY_EMAIL =
      UserRows.SELECT + " where u.desk_id = ? and u.desk_email = ?";

  private static final String TECHNICIANS =
      UserRows.SELECT
          + """
           where u.desk_id = ? and not u.disabled
            and u.role in ('TECHNICIAN', 'RESTRICTED_TECHNICIAN')
          """;

  private static final String ACTIVE_TECHNICIANS = TECHNICIANS + " order by u.user_number";

  private static final String ACTIVE_TECHNICIANS_OF_GROUP =
      TECHNICIANS
          + """
            and u.user_id in (select g.user_id from user_group g
              where g.desk_id = u.desk_id and g.group_id = ?)
          order by u.user_number
          """;

  private static final String ACTIVE_USERS =
      UserRows.SELECT
          + """
           where u.desk_id = ? and not u.disabled and u.login_name is not null
          order by u.user_number
          """;

  private static final String LISTED =
      UserRows.SELECT
          + """
           where u.desk_id = ? and u.disabled = ?
            and (u.login_name is not null or u.desk_email is not null or not u.disabled)
            and u.role in (%s)%s
          order by u.user_number limit ? offset ?
          """;

  private static final String STAMP =
      "select security_stamp, disabled, version from app_user where user_id = ?";

  private static final String ADD_GROUP =
      "insert into user_group (desk_id, user_id, group_id) values (?, ?, ?)";

  private static final String ADD_CATEGORY =
      "insert into user_category (desk_id, user_id, category_id) values (?, ?, ?)";

  private final Database database;

  JdbcUserRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<User> findById(UserId id) {
    return database.find(BY_ID, bound -> bound.uuid(id.value()), UserRows::read);
  }

  @Override
  public Map<UserId, User> findAll(DeskId desk, Collection<UserId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    UUID[] keys = ids.stream().map(UserId::value).distinct().toArray(UUID[]::new);
    return database
        .list(ALL_BY_ID, bound -> bound.number(desk.value()).uuids(keys), UserRows::read)
        .stream()
        .collect(Collectors.toMap(User::id, Function.identity()));
  }

  @Override
  public Map<Long, User> findByNumbers(DeskId desk, Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    Long[] keys = numbers.stream().distinct().toArray(Long[]::new);
    return database
        .list(ALL_BY_NUMBER, bound -> bound.number(desk.value()).numbers(keys), UserRows::read)
        .stream()
        .collect(Collectors.toMap(User::number, Function.identity()));
  }

  @Override
  public Optional<User> findByLogin(String nameOrEmail) {
    String folded = Texts.folded(nameOrEmail);
    return Texts.isStorable(folded)
        ? database.find(
            BY_LOGIN, bound -> bound.text(folded).text(folded).text(folded), UserRows::read)
        : Optional.empty();
  }

  @Override
  public Optional<User> findByUserName(DeskId desk, String userName) {
    return findFolded(BY_USER_NAME, desk, userName);
  }

  @Override
  public Optional<User> findByEmail(DeskId desk, String email) {
    return findFolded(BY_EMAIL, desk, email);
  }

  @Override
  public Map<String, User> findByEmails(DeskId desk, Collection<EmailAddress> emails) {
    if (emails.isEmpty()) {
      return Map.of();
    }
    String[] keys = emails.stream().map(EmailAddress::folded).distinct().toArray(String[]::new);
    return database
        .list(ALL_BY_EMAIL, bound -> bound.number(desk.value()).texts(keys), UserRows::read)
        .stream()
        .collect(
            Collectors.toMap(user -> user.email().orElseThrow().folded(), Function.identity()));
  }

  private Optional<User> findFolded(String sql, DeskId desk, String text) {
    String folded = Texts.folded(text);
    return Texts.isStorable(folded)
        ? database.find(sql, bound -> bound.number(desk.value()).text(folded), UserRows::read)
        : Optional.empty();
  }

  @Override
  public List<User> activeTechnicians(DeskId desk, Optional<Integer> groupId) {
    return groupId.isPresent()
        ? database.list(
            ACTIVE_TECHNICIANS_OF_GROUP,
            bound -> bound.number(desk.value()).number(groupId),
            UserRows::read)
        : database.list(ACTIVE_TECHNICIANS, bound -> bound.number(desk.value()), UserRows::read);
  }

  @Override
  public List<User> activeUsers(DeskId desk) {
    return database.list(ACTIVE_USERS, bound -> bound.number(desk.value()), UserRows::read);
  }

  @Override
  public List<User> list(DeskId desk, UserFilter filter, Slice slice) {
    String roles =
        filter.kind().roles().stream()
            .map(role -> "'" + role.name() + "'")
            .collect(Collectors.joining(", "));
    String more =
        (filter.departmentId().isPresent() ? " and u.department_id = ?" : "")
            + (filter.companyId().isPresent() ? " and u.company_id = ?" : "");
    return database.list(
        LISTED.formatted(roles, more),
        bound -> {
          bound.number(desk.value()).flag(filter.kind().disabled());
          filter.departmentId().ifPresent(bound::number);
          filter.companyId().ifPresent(bound::number);
          bound.number(slice.length()).number(slice.skip());
        },
        UserRows::read);
  }

  @Override
  public Optional<AccountStamp> stampOf(UserId id) {
    return database.find(
        STAMP,
        bound -> bound.uuid(id.value()),
        row ->
            new AccountStamp(
                row.uuid("security_stamp"), row.flag("disabled"), row.number("version")));
  }

  @Override
  public long nextNumber(DeskId desk) {
    String sql = "select nextval('user_number_%d') as user_number".formatted(desk.value());
    return database.find(sql, none -> {}, row -> row.number("user_number")).orElseThrow();
  }

  @Override
  public void add(User user) {
    explaining(
        () ->
            database.update(UserRows.INSERT, bound -> UserRows.bind(bound, user, user.version())));
    addMemberships(user);
  }

  @Override
  public User save(User user) {
    long next = user.version() + 1;
    int changed =
        explaining(
            () ->
                database.update(
                    UserRows.UPDATE,
                    bound ->
                        UserRows.bind(bound, user, next)
                            .uuid(user.id().value())
                            .number(user.version())));
    if (changed == 0) {
      throw DeskException.staleVersion("user");
    }
    UUID id = user.id().value();
    database.update("delete from user_group where user_id = ?", bound -> bound.uuid(id));
    database.update("delete from user_category where user_id = ?", bound -> bound.uuid(id));
    addMemberships(user);
    return UserRows.withVersion(user, next);
  }

  private void addMemberships(User user) {
    add(ADD_GROUP, user, user.groups());
    add(ADD_CATEGORY, user, user.categories());
  }

  private void add(String sql, User user, Collection<Integer> rowIds) {
    database.batch(
        sql,
        rowIds,
        (bound, rowId) ->
            bound.number(user.desk().value()).uuid(user.id().value()).number(rowId.intValue()));
  }

  private static int explaining(Supplier<Integer> change) {
    try {
      return change.get();
    } catch (DuplicateKeyException e) {
      if (e.isOf("app_user_login_name")) {
        throw taken("userName");
      }
      if (e.isOf("app_user_login_email") || e.isOf("app_user_desk_email")) {
        throw taken("email");
      }
      throw e;
    }
  }

  private static DeskException taken(String field) {
    return DeskException.invalid(
        Violation.refused(field, "Another user has this %s already.".formatted(field)));
  }
}
