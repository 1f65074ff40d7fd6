package org.polydesk.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.polydesk.application.directory.in.UserDirectoryUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Looks people up, several at once. */
@Singleton
public final class UserDirectoryService implements UserDirectoryUseCase {
  private final UserRepository users;
  private final UnitOfWork unitOfWork;

  @Inject
  public UserDirectoryService(UserRepository users, UnitOfWork unitOfWork) {
    this.users = users;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Map<Long, User> byNumbers(Collection<Long> numbers, Caller caller) {
    return numbers.isEmpty()
        ? Map.of()
        : unitOfWork.read(() -> users.findByNumbers(caller.desk(), numbers));
  }

  @Override
  public Map<UserId, User> byIds(Collection<UserId> ids, Caller caller) {
    return ids.isEmpty() ? Map.of() : unitOfWork.read(() -> users.findAll(caller.desk(), ids));
  }

  @Override
  public List<User> techniciansOf(int categoryId, Caller caller) {
    return unitOfWork.read(
        () ->
            users.activeUsers(caller.desk()).stream()
                .filter(user -> user.isAssignable() && user.categories().contains(categoryId))
                .toList());
  }
}
