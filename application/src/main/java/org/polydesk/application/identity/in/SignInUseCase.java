package org.polydesk.application.identity.in;

import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.User;

/** Lets somebody in who knows a password. */
public interface SignInUseCase {

  /**
   * Checks a name and a password. Five wrong passwords in a row lock the account for five minutes;
   * failures while it is locked do not lengthen the lock.
   *
   * @param nameOrEmail in any case
   * @param door the API through which he comes, for the audit
   * @throws DeskException {@code NOT_SIGNED_IN} for an unknown name, a wrong password and a
   *     disabled account alike, at the same cost of time; {@code LOCKED_OUT} when the password is
   *     right and the account is locked
   */
  User signIn(String nameOrEmail, String password, String door);

  /**
   * Refuses somebody who wants to be known by another directory than the desk itself, and writes it
   * down. It takes as long as a wrong password; no failure is counted.
   *
   * @return {@code NOT_SIGNED_IN}
   */
  DeskException refuseByDirectory(String nameOrEmail, String password, String door);
}
