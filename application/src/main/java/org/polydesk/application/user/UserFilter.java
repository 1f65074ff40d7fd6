package org.polydesk.application.user;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

/**
 * Which people of a desk are listed. Who was deleted never is.
 *
 * @param departmentId only people of this department, when it is there
 * @param companyId only people of this company, when it is there
 */
public record UserFilter(Kind kind, Optional<Integer> departmentId, Optional<Integer> companyId) {

  /** Kinds of people. All but {@link #DISABLED} leave out whoever is shut out. */
  public enum Kind {
    ALL(EnumSet.allOf(Role.class)),
    /** Whoever works on tickets, administrators included. */
    STAFF(EnumSet.of(Role.ADMINISTRATOR, Role.TECHNICIAN, Role.RESTRICTED_TECHNICIAN)),
    ADMINISTRATORS(EnumSet.of(Role.ADMINISTRATOR)),
    /** Everybody else. */
    REGULAR(EnumSet.of(Role.MEMBER, Role.INTEGRATION)),
    DISABLED(EnumSet.allOf(Role.class));

    private final Set<Role> roles;

    Kind(Set<Role> roles) {
      this.roles = Collections.unmodifiableSet(roles);
    }

    /** The roles that are of this kind. */
    public Set<Role> roles() {
      return roles;
    }

    /** Whether those who are shut out are listed, and nobody else. */
    public boolean disabled() {
      return this == DISABLED;
    }
  }

  public UserFilter {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(departmentId, "departmentId");
    Objects.requireNonNull(companyId, "companyId");
  }

  /** Whether {@code user} is listed. */
  public boolean matches(User user) {
    return !user.isDeleted()
        && kind.roles().contains(user.role())
        && kind.disabled() == user.disabled()
        && departmentId.map(id -> user.departmentId().equals(Optional.of(id))).orElse(true)
        && companyId.map(id -> user.companyId().equals(Optional.of(id))).orElse(true);
  }
}
