package org.polydesk.application.identity.in;

import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

/** Lets an operator, who has the computer, say who may come in. Everything is remembered. */
public interface ManageAccessUseCase {

  /**
   * A secret that is to be made.
   *
   * @param label what people call it, 1 to 255 characters
   * @param userName whose account it opens; empty when it opens the desk
   */
  record NewKey(
      DeskId desk, Kind kind, String label, Optional<String> userName, boolean readOnly) {}

  /** Somebody who is to be there. */
  record NewUser(
      DeskId desk, String userName, String email, String firstName, String lastName, Role role) {}

  /**
   * Makes a secret.
   *
   * @return the secret, which is stored nowhere and cannot be shown again
   * @throws DeskException {@code INVALID_FIELD} on {@code label} when there is one of that name, on
   *     {@code userName} for nobody
   */
  String create(NewKey key);

  /**
   * Makes another secret in the place of the one of this label; the old one is dead at once.
   *
   * @throws DeskException {@code NOT_FOUND} when there is none
   */
  String rotate(DeskId desk, Kind kind, String label);

  /** The desk's keys of a kind, by their labels. */
  List<AccessKey> keys(DeskId desk, Kind kind);

  /**
   * Takes a key away.
   *
   * @throws DeskException {@code NOT_FOUND} when there is none
   */
  void revoke(DeskId desk, Kind kind, String label);

  /**
   * Adds a user who logs in with this password.
   *
   * @throws DeskException {@code INVALID_FIELD} for what is malformed or taken
   */
  User add(NewUser user, String password);

  /**
   * Gives a user another password; everything he was let in with before is dead at once.
   *
   * @throws DeskException {@code NOT_FOUND} when there is no such user
   */
  void setPassword(DeskId desk, String userName, String password);

  /**
   * Shuts a user out at once.
   *
   * @throws DeskException {@code NOT_FOUND} when there is no such user
   */
  void disable(DeskId desk, String userName);
}
