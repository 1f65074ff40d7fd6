package org.polydesk.application.identity.in;

import java.util.Optional;
import java.util.UUID;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Knows again whom the desk let in before, or has given a secret to. */
public interface RecogniseUseCase {

  /**
   * The user as he is now, if a credential made under {@code securityStamp} is still good: he is
   * there, not disabled, and his stamp is the same.
   */
  Optional<User> recognise(UserId id, UUID securityStamp);

  /** The active user whose bearer token this is. */
  Optional<User> byToken(String token);

  /**
   * The active user with this name or address and this password. Counts nothing and locks nothing:
   * doors that need it have a lock-out of their own.
   */
  Optional<User> byPassword(String nameOrEmail, String password);
}
