package org.polydesk.adapter.persistence.user;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.polydesk.adapter.persistence.shared.Compact;
import org.polydesk.adapter.persistence.shared.Parameters;
import org.polydesk.adapter.persistence.shared.Row;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.Permission;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserDetails;
import org.polydesk.domain.user.UserId;
import org.polydesk.domain.user.UserPreferences;

/** How a user is laid out in the table {@code app_user}. */
final class UserRows {
  private static final List<String> COLUMNS =
      List.of(
          "user_id",
          "desk_id",
          "user_number",
          "user_name",
          "email",
          "login_name",
          "login_email",
          "desk_email",
          "first_name",
          "last_name",
          "folded_name",
          "role",
          "permissions",
          "company_manager",
          "sites",
          "company_id",
          "department_id",
          "avatar_url",
          "zone",
          "language",
          "date_format",
          "page_size",
          "email_notifications",
          "push_notifications",
          "phone",
          "location",
          "notes",
          "greeting",
          "signature",
          "security_stamp",
          "disabled",
          "away",
          "capacity",
          "version");

  /** A user with everything that belongs to him, from {@code app_user u}; one row each. */
  static final String SELECT =
      """
      select u.*,
        (select string_agg(cast(g.group_id as varchar(12)), ',') from user_group g
          where g.user_id = u.user_id) as groups,
        (select string_agg(cast(c.category_id as varchar(12)), ',') from user_category c
          where c.user_id = u.user_id) as categories
      from app_user u""";

  static final String INSERT =
      "insert into app_user (%s) values (%s)"
          .formatted(
              String.join(", ", COLUMNS),
              COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")));

  /** Takes what {@link #bind} sets, then the key and the version that is replaced. */
  static final String UPDATE =
      "update app_user set %s where user_id = ? and version = ?"
          .formatted(
              COLUMNS.stream().map(column -> column + " = ?").collect(Collectors.joining(", ")));

  private UserRows() {}

  static Parameters bind(Parameters bound, User user, long version) {
    boolean hasLogin = user.userName().isPresent();
    UserPreferences preferences = user.preferences();
    UserDetails details = user.details();
    return bound
        .uuid(user.id().value())
        .number(user.desk().value())
        .number(user.number())
        .text(user.userName())
        .text(user.email().map(EmailAddress::text))
        .text(user.userName().map(Texts::folded))
        .text(user.email().filter(email -> hasLogin).map(EmailAddress::folded))
        .text(user.email().map(EmailAddress::folded))
        .text(user.name().first())
        .text(user.name().last())
        .text(Texts.folded(user.name().full()))
        .name(user.role())
        .text(Compact.text(user.permissions().stream().sorted().toList()))
        .flag(user.companyManager())
        .text(Compact.text(user.sites().stream().sorted().toList()))
        .number(user.companyId())
        .number(user.departmentId())
        .text(user.avatarUrl())
        .text(preferences.zone().getId())
        .text(preferences.language().toLanguageTag())
        .text(preferences.dateFormat())
        .number(preferences.pageSize())
        .flag(preferences.emailNotifications())
        .flag(preferences.pushNotifications())
        .text(details.phone())
        .text(details.location())
        .text(details.notes())
        .text(details.greeting())
        .text(details.signature())
        .uuid(user.securityStamp())
        .flag(user.disabled())
        .flag(user.away())
        .number(user.capacity())
        .number(version);
  }

  static User read(Row row) {
    return new User(
        new UserId(row.uuid("user_id")),
        new DeskId(row.number("desk_id")),
        row.number("user_number"),
        row.optionalText("user_name"),
        row.optionalText("email").map(EmailAddress::restore),
        new PersonName(row.text("first_name"), row.text("last_name")),
        row.constant(Role.class, "role"),
        permissions(row.text("permissions")),
        row.flag("company_manager"),
        ids(row, "groups"),
        ids(row, "categories"),
        ids(row, "sites"),
        row.optionalInteger("company_id"),
        row.optionalInteger("department_id"),
        row.optionalText("avatar_url"),
        preferences(row),
        details(row),
        row.uuid("security_stamp"),
        row.flag("disabled"),
        row.flag("away"),
        row.optionalInteger("capacity"),
        row.number("version"));
  }

  private static Set<Permission> permissions(String text) {
    return Set.copyOf(Compact.list(text, Permission::valueOf));
  }

  private static Set<Integer> ids(Row row, String column) {
    return Set.copyOf(Compact.integers(row.optionalText(column).orElse("")));
  }

  private static UserPreferences preferences(Row row) {
    return new UserPreferences(
        ZoneId.of(row.text("zone")),
        Locale.forLanguageTag(row.text("language")),
        row.text("date_format"),
        row.integer("page_size"),
        row.flag("email_notifications"),
        row.flag("push_notifications"));
  }

  private static UserDetails details(Row row) {
    return new UserDetails(
        row.text("phone"),
        row.text("location"),
        row.text("notes"),
        row.text("greeting"),
        row.text("signature"));
  }

  static User withVersion(User user, long version) {
    return new User(
        user.id(),
        user.desk(),
        user.number(),
        user.userName(),
        user.email(),
        user.name(),
        user.role(),
        user.permissions(),
        user.companyManager(),
        user.groups(),
        user.categories(),
        user.sites(),
        user.companyId(),
        user.departmentId(),
        user.avatarUrl(),
        user.preferences(),
        user.details(),
        user.securityStamp(),
        user.disabled(),
        user.away(),
        user.capacity(),
        version);
  }
}
