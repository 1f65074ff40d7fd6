package org.polydesk.application.user.out;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.user.UserFilter;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** The people the store knows. */
public interface UserRepository {

  /**
   * What has to be looked at in every request of a signed-in user.
   *
   * @param version the version of the user that this is of
   */
  record AccountStamp(UUID securityStamp, boolean disabled, long version) {}

  /** The user with this key. */
  Optional<User> findById(UserId id);

  /** Those of {@code ids} that are users of {@code desk}; one statement. */
  Map<UserId, User> findAll(DeskId desk, Collection<UserId> ids);

  /** Those of {@code numbers} that are users of {@code desk}; one statement. */
  Map<Long, User> findByNumbers(DeskId desk, Collection<Long> numbers);

  /** The user of the desk with this number, unless he was deleted. */
  default Optional<User> findByNumber(DeskId desk, long number) {
    return Optional.ofNullable(findByNumbers(desk, List.of(number)).get(number))
        .filter(user -> !user.isDeleted());
  }

  /**
   * The user who logs in with this name or, failing that, has this e-mail address; case does not
   * matter, the whole store is searched, contacts are not found.
   */
  Optional<User> findByLogin(String nameOrEmail);

  /** The user of the desk with this log-in name; case does not matter. */
  Optional<User> findByUserName(DeskId desk, String userName);

  /** The user of the desk with this e-mail address, contacts included; case does not matter. */
  Optional<User> findByEmail(DeskId desk, String email);

  /**
   * Those in the desk who have one of these addresses, contacts included, by their folded address;
   * one statement.
   */
  Map<String, User> findByEmails(DeskId desk, Collection<EmailAddress> emails);

  /**
   * Everybody active who has a technician's role, in the order of their numbers.
   *
   * @param groupId only members of this group, when it is there
   */
  List<User> activeTechnicians(DeskId desk, Optional<Integer> groupId);

  /** Everybody active who has a log-in, in the order of their numbers. */
  List<User> activeUsers(DeskId desk);

  /** The people that {@code filter} lists, in the order of their numbers. */
  List<User> list(DeskId desk, UserFilter filter, Slice slice);

  /** What has to be looked at in every request; empty when there is no such user. */
  Optional<AccountStamp> stampOf(UserId id);

  /** A number nobody in the desk has had. */
  long nextNumber(DeskId desk);

  /**
   * Adds a user.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code userName} or {@code email} when somebody
   *     has it
   */
  void add(User user);

  /**
   * Replaces the user of this key, if he still has this version, and raises the version.
   *
   * @throws DeskException {@code STALE_VERSION} when he has another version; {@code INVALID_FIELD}
   *     on {@code userName} or {@code email} when somebody else has it
   */
  User save(User user);
}
