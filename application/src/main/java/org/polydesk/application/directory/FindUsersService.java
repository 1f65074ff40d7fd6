package org.polydesk.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.polydesk.application.directory.in.FindUsersUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.UserFilter;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.user.User;

/** Looks people up for those who work on tickets. */
@Singleton
public final class FindUsersService implements FindUsersUseCase {
  private final UserRepository users;
  private final UnitOfWork unitOfWork;

  @Inject
  public FindUsersService(UserRepository users, UnitOfWork unitOfWork) {
    this.users = users;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public User byNumber(long number, Caller caller) {
    return existing(caller, () -> users.findByNumber(caller.desk(), number));
  }

  @Override
  public User byEmail(String email, Caller caller) {
    return existing(caller, () -> users.findByEmail(caller.desk(), email));
  }

  @Override
  public User byUserName(String userName, Caller caller) {
    return existing(caller, () -> users.findByUserName(caller.desk(), userName));
  }

  private User existing(Caller caller, Supplier<Optional<User>> look) {
    caller.mustBeAbleTo(Right.READ_PEOPLE);
    return unitOfWork.read(look).orElseThrow(() -> DeskException.notFound("user"));
  }

  @Override
  public List<User> list(UserFilter filter, Slice slice, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    return unitOfWork.read(() -> users.list(caller.desk(), filter, slice));
  }
}
