package org.polydesk.application.identity.in;

import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Knows again whom the desk let in before, or has given a secret to. */
public interface RecogniseUseCase {

  /**
   * The user as he is now, if a credential made under {@code securityStamp} is still good: he is
   * there, not disabled, and his stamp is the same.
   */
  Optional<User> recognise(UserId id, UUID securityStamp);

  /** The user as he is now; empty when he is not there or disabled. */
  Optional<User> current(UserId id);

  /** The active user whose bearer token this is. */
  default Optional<User> byToken(String token) {
    return userOf(Kind.HELPDESK_TOKEN, token);
  }

  /** The active user who has this secret of this kind. */
  Optional<User> userOf(Kind kind, String secret);

  /** The key of this kind with this secret. */
  Optional<AccessKey> keyOf(Kind kind, String secret);

  /**
   * The active user with this name or address and this password. Counts nothing and locks nothing:
   * doors that need it have a lock-out of their own.
   */
  Optional<User> byPassword(String nameOrEmail, String password);
}
