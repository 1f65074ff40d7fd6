package org.polydesk.adapter.rest.simple.helpdesk.user;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * People that a request names by their numbers. Whoever may not know who there is meets the same
 * refusals whether there is such a person or not.
 */
public final class NamedPeople {
  /** Stands for people that are not there. */
  public static final UserId NOBODY = new UserId(new UUID(0, 0));

  private final Map<Long, User> known;
  private final boolean tellsWhoIsMissing;

  private NamedPeople(Map<Long, User> known, boolean tellsWhoIsMissing) {
    this.known = known;
    this.tellsWhoIsMissing = tellsWhoIsMissing;
  }

  /** Looks the numbers up for {@code caller}. */
  public static NamedPeople of(
      Collection<Long> numbers, UserDirectoryUseCase people, Caller caller) {
    return new NamedPeople(people.byNumbers(numbers, caller), caller.may(Right.READ_PEOPLE));
  }

  /** The person of this number, if there is one. */
  public Optional<User> find(long number) {
    return Optional.ofNullable(known.get(number));
  }

  /**
   * The key of the person of this number; {@link #NOBODY} when there is none and the caller may not
   * be told, empty when he may.
   */
  public Optional<UserId> id(long number) {
    Optional<UserId> found = find(number).map(User::id);
    return found.isPresent() || tellsWhoIsMissing ? found : Optional.of(NOBODY);
  }
}
