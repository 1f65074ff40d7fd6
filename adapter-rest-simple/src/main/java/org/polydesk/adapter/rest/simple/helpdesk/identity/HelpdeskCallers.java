package org.polydesk.adapter.rest.simple.helpdesk.identity;

import java.util.EnumSet;
import java.util.Set;
import org.polydesk.adapter.rest.simple.helpdesk.wire.HelpdeskDialect;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.user.Permission;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

/**
 * What a user may do through this dialect: everybody what an owner may, technicians what their
 * permissions name, administrators everything. Source: docs/dialects/helpdesk.md, section "Roles".
 */
public final class HelpdeskCallers {
  private HelpdeskCallers() {}

  /**
   * The user as a caller of this dialect.
   *
   * @param settings those of his desk
   */
  public static Caller of(User user, DeskSettings settings) {
    return Caller.of(
        user, rights(user), scope(user, settings.ownCategoriesOnly()), HelpdeskDialect.NAME);
  }

  private static Set<Right> rights(User user) {
    if (user.role() == Role.ADMINISTRATOR) {
      return EnumSet.allOf(Right.class);
    }
    Set<Right> rights =
        EnumSet.of(
            Right.OPEN_OWN,
            Right.REPLY_OWN,
            Right.EDIT_OWN,
            Right.CLOSE_OWN,
            Right.REOPEN_OWN,
            Right.RATE_OWN);
    if (user.companyManager()) {
      rights.add(Right.CLOSE_COMPANY);
    }
    if (isTechnician(user)) {
      rights.add(Right.READ_NOTES);
      rights.add(Right.ACT_FOR_OTHERS);
      rights.add(Right.READ_PEOPLE);
      rights.add(Right.WRITE_ARTICLES);
      rights.add(Right.KEEP_ASSETS);
      user.permissions().forEach(permission -> rights.addAll(rightsOf(permission)));
    }
    return rights;
  }

  private static Set<Right> rightsOf(Permission permission) {
    return switch (permission) {
      case CREATE -> Set.of(Right.CREATE);
      case UPDATE -> Set.of(Right.UPDATE, Right.ASSIGN, Right.MERGE, Right.LINK);
      case FORWARD -> Set.of(Right.FORWARD);
      case REPLY -> Set.of(Right.REPLY, Right.NOTE);
      case CLOSE -> Set.of(Right.CLOSE);
      case RESOLVE -> Set.of(Right.RESOLVE);
      case PICKUP -> Set.of(Right.PICK_UP);
      case DELETE -> Set.of(Right.DELETE);
      case ONLY_PRIVATE -> Set.of();
    };
  }

  private static Scope scope(User user, boolean ownCategoriesOnly) {
    if (user.role() == Role.ADMINISTRATOR) {
      return Scope.DESK;
    }
    if (isTechnician(user)) {
      return user.has(Permission.ONLY_PRIVATE)
          ? Scope.OWN
          : ownCategoriesOnly
              ? Scope.of(Reach.OWN, Reach.SUBSCRIBED, Reach.CATEGORIES)
              : Scope.DESK;
    }
    return user.companyManager()
        ? Scope.of(Reach.OWN, Reach.SUBSCRIBED, Reach.COMPANY)
        : Scope.of(Reach.OWN, Reach.SUBSCRIBED);
  }

  private static boolean isTechnician(User user) {
    return user.role() == Role.TECHNICIAN || user.role() == Role.RESTRICTED_TECHNICIAN;
  }
}
