package org.polydesk.domain.user;

/**
 * What an administrator grants a user on tickets. All but {@link #ONLY_PRIVATE} allow something;
 * that one takes away the sight of tickets that are not his own.
 */
public enum Permission {
  CREATE,
  UPDATE,
  FORWARD,
  REPLY,
  CLOSE,
  RESOLVE,
  PICKUP,
  DELETE,
  ONLY_PRIVATE
}
