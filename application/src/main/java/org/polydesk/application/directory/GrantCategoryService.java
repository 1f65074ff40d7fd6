package org.polydesk.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.directory.in.GrantCategoryUseCase;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.CatalogueList;
import org.polydesk.domain.catalogue.CatalogueRow;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.User;

/** Keeps who is the technician of what. */
@Singleton
public final class GrantCategoryService implements GrantCategoryUseCase {
  private final UserRepository users;
  private final DeskSetups setups;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public GrantCategoryService(
      UserRepository users,
      DeskSetups setups,
      AuditTrail audit,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.users = users;
    this.setups = setups;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void grant(long user, int categoryId, Caller caller) {
    change(user, categoryId, true, caller);
  }

  @Override
  public void withdraw(long user, int categoryId, Caller caller) {
    change(user, categoryId, false, caller);
  }

  private void change(long number, int categoryId, boolean granted, Caller caller) {
    caller.mustBeAbleTo(Right.ADMINISTER);
    unitOfWork.run(
        () -> {
          User user = existing(number, caller);
          CatalogueRow category =
              setups
                  .existing(caller.desk())
                  .catalogue()
                  .row(CatalogueList.CATEGORY, categoryId)
                  .filter(CatalogueRow::active)
                  .orElseThrow(() -> DeskException.invalid(Violation.unknown("category")));
          if (!worksOnTickets(user)) {
            throw DeskException.invalid(
                Violation.refused("user", "Only technicians and administrators have categories."));
          }
          Set<Integer> categories = new HashSet<>(user.categories());
          if (granted ? categories.add(categoryId) : categories.remove(categoryId)) {
            users.save(user.technicianOf(categories));
            audit.append(caller.desk(), List.of(fact(user, category, granted, caller)));
          }
          return null;
        });
  }

  private static boolean worksOnTickets(User user) {
    return user.role() == Role.ADMINISTRATOR || user.role().isTechnician();
  }

  private User existing(long number, Caller caller) {
    return users
        .findByNumber(caller.desk(), number)
        .orElseThrow(() -> DeskException.notFound("user"));
  }

  private AuditFact fact(User user, CatalogueRow category, boolean granted, Caller caller) {
    Optional<String> name = Optional.of(category.name());
    return new AuditFact(
        clock.instant(),
        caller.userId(),
        Optional.empty(),
        caller.door(),
        "user",
        Long.toString(user.number()),
        "changed",
        Optional.of("category"),
        granted ? Optional.empty() : name,
        granted ? name : Optional.empty());
  }
}
