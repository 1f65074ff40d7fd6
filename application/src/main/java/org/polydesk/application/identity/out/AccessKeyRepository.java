package org.polydesk.application.identity.out;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.UserId;

/** Random secrets that stand for an account or a desk. */
public interface AccessKeyRepository {

  /** What a key opens. */
  enum Kind {
    /** A user's bearer token. */
    HELPDESK_TOKEN,
    /** One of a desk's two keys. */
    TAAS_KEY,
    /** A client's account token. */
    PANEL_TOKEN
  }

  /**
   * One key.
   *
   * @param label what people call it, unique in its desk and kind
   * @param secretHash as {@link SecretHasher} made it
   * @param user the account it stands for; empty when it stands for the desk
   * @param readOnly whether it may only look
   */
  record AccessKey(
      DeskId desk,
      Kind kind,
      String label,
      String secretHash,
      Optional<UserId> user,
      boolean readOnly) {
    public AccessKey {
      Objects.requireNonNull(desk, "desk");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(secretHash, "secretHash");
      Objects.requireNonNull(user, "user");
    }
  }

  /** The key of this kind with this digest; empty when there is none. */
  Optional<AccessKey> find(Kind kind, String secretHash);

  /** The desk's keys of this kind, by their labels. */
  List<AccessKey> all(DeskId desk, Kind kind);

  /**
   * Takes a key away.
   *
   * @return whether it was there
   */
  boolean remove(DeskId desk, Kind kind, String label);

  /** Adds the key, or replaces the one of the same desk, kind and label. */
  void save(AccessKey key);
}
