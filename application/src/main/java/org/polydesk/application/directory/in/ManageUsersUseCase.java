package org.polydesk.application.directory.in;

import org.polydesk.application.identity.Caller;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.User;

/**
 * Lets those who run the desk say who is in it. All of it fails with {@code NOT_ALLOWED} for
 * everybody else, before anything is looked at, and is told to the audit.
 */
public interface ManageUsersUseCase {

  /**
   * Adds somebody who asks for help. Without a user name he logs in with his address; without a
   * password he cannot log in until he is given one.
   *
   * @throws DeskException {@code INVALID_FIELD} for what is missing, malformed or taken
   */
  User create(UserDraft draft, Caller caller);

  /**
   * Changes what the draft names. Another password, and shutting him out or letting him in again,
   * end everything he was let in with before.
   *
   * @throws DeskException {@code NOT_FOUND}; {@code INVALID_FIELD} for what is malformed or taken
   *     and for shutting oneself out
   */
  User update(long number, UserDraft draft, Caller caller);

  /**
   * Forgets a user for good: his name, his address and his password are gone, and he cannot be
   * found any more. His tickets stay, as those of somebody who was deleted.
   *
   * @throws DeskException {@code NOT_FOUND}; {@code INVALID_FIELD} for deleting oneself
   */
  void delete(long number, Caller caller);
}
