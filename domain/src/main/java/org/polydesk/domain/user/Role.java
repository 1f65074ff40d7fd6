package org.polydesk.domain.user;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a user is in the desk. Being a company's manager is a flag beside the role. */
public enum Role {
  /** Runs the desk. */
  ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(Permission.ONLY_PRIVATE))),
  /** Works on tickets. */
  TECHNICIAN(EnumSet.complementOf(EnumSet.of(Permission.DELETE, Permission.ONLY_PRIVATE))),
  /** Works on the tickets that are given to him and sees no others. */
  RESTRICTED_TECHNICIAN(EnumSet.complementOf(EnumSet.of(Permission.DELETE))),
  /** Asks for help. */
  MEMBER(EnumSet.of(Permission.CREATE)),
  /** A program that opens and follows tickets for others. */
  INTEGRATION(EnumSet.noneOf(Permission.class));

  private final Set<Permission> defaultPermissions;

  Role(EnumSet<Permission> defaultPermissions) {
    this.defaultPermissions = Collections.unmodifiableSet(defaultPermissions);
  }

  /** What a user of this role may do unless he is given other permissions. */
  public Set<Permission> defaultPermissions() {
    return defaultPermissions;
  }

  /** Whether this is the role of somebody who only asks for help. */
  public boolean isMember() {
    return this == MEMBER;
  }

  /** Whether tickets can be assigned to users of this role: to anybody who is no member. */
  public boolean isAssignable() {
    return !isMember();
  }

  /** Whether this is one of the two technicians' roles. */
  public boolean isTechnician() {
    return this == TECHNICIAN || this == RESTRICTED_TECHNICIAN;
  }
}
