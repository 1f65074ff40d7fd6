package org.polydesk.application.directory.in;

import java.util.List;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.user.UserFilter;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.User;

/** Shows the desk's people to those who work on tickets. */
public interface FindUsersUseCase {

  /**
   * The user with this number.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read people, else {@code
   *     NOT_FOUND}
   */
  User byNumber(long number, Caller caller);

  /**
   * The user with this address, contacts included; case does not matter.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read people, else {@code
   *     NOT_FOUND}
   */
  User byEmail(String email, Caller caller);

  /**
   * The user who logs in with this name; case does not matter.
   *
   * @throws DeskException {@code NOT_ALLOWED} without the right to read people, else {@code
   *     NOT_FOUND}
   */
  User byUserName(String userName, Caller caller);

  /**
   * People in the order of their numbers.
   *
   * @throws DeskException {@code NOT_ALLOWED} to whoever does not run the desk
   */
  List<User> list(UserFilter filter, Slice slice, Caller caller);
}
