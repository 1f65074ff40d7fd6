package org.polydesk.adapter.rest.tikting.identity;

import java.util.EnumSet;
import java.util.Set;
import org.polydesk.adapter.rest.tikting.wire.TiktingDialect;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.domain.user.Permission;
import org.polydesk.domain.user.User;

/**
 * What a signed-in user may do through this dialect: what his permissions name, over the whole desk
 * or, for members and those who hold OnlyPrivate, over his own tickets.
 */
final class TiktingCallers {
  private TiktingCallers() {}

  static Caller of(User user) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    user.permissions().forEach(permission -> rights.addAll(rightsOf(permission)));
    if (!user.role().isMember()) {
      rights.add(Right.ACT_FOR_OTHERS);
    }
    return Caller.of(
        user, rights, user.isRestricted() ? Scope.OWN : Scope.DESK, TiktingDialect.NAME);
  }

  private static Set<Right> rightsOf(Permission permission) {
    return switch (permission) {
      case CREATE -> Set.of(Right.CREATE);
      case UPDATE -> Set.of(Right.UPDATE, Right.ASSIGN);
      case FORWARD -> Set.of(Right.FORWARD);
      case REPLY -> Set.of(Right.REPLY);
      case CLOSE -> Set.of(Right.CLOSE);
      case RESOLVE -> Set.of(Right.RESOLVE);
      case PICKUP -> Set.of(Right.PICK_UP);
      case DELETE -> Set.of(Right.DELETE);
      case ONLY_PRIVATE -> Set.of();
    };
  }
}
