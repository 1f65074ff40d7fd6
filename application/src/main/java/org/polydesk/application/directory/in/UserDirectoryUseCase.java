package org.polydesk.application.directory.in;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/**
 * Tells who the people are that a caller's tickets speak of, for doors that know them otherwise.
 */
public interface UserDirectoryUseCase {

  /** Those of these numbers that the desk has. */
  Map<Long, User> byNumbers(Collection<Long> numbers, Caller caller);

  /** Those of these keys that the desk has. */
  Map<UserId, User> byIds(Collection<UserId> ids, Caller caller);

  /** Active technicians and administrators who are technicians of this category, by number. */
  List<User> techniciansOf(int categoryId, Caller caller);
}
