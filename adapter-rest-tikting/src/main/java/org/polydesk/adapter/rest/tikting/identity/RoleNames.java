package org.polydesk.adapter.rest.tikting.identity;

import org.polydesk.domain.user.Role;

/** What roles are called in tokens. */
final class RoleNames {
  private RoleNames() {}

  static String of(Role role) {
    return switch (role) {
      case ADMINISTRATOR -> "Administrator";
      case TECHNICIAN -> "Technician";
      case RESTRICTED_TECHNICIAN -> "Technician (restricted)";
      case MEMBER -> "Member";
      case INTEGRATION -> "Integration";
    };
  }
}
