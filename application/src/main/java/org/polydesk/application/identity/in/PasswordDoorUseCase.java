package org.polydesk.application.identity.in;

import java.util.Optional;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.User;

/** Lets people in by a password that comes with every request, and guessers wait outside. */
public interface PasswordDoorUseCase {

  /**
   * The active user with this name or address and this password.
   *
   * @param address where the request comes from, when guessers there are to be locked out: three
   *     wrong passwords in a row lock the address for five minutes; empty for no lock-out
   * @return empty when name or password is wrong
   * @throws DeskException {@code LOCKED_OUT} while the address is locked
   */
  Optional<User> open(String nameOrEmail, String password, Optional<String> address);
}
