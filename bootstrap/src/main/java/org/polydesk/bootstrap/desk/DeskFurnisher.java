package org.polydesk.bootstrap.desk;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.configuration.in.ApplyDeskPlanUseCase;
import org.polydesk.application.configuration.in.DeskPlan;
import org.polydesk.application.configuration.in.DeskPlan.PlannedPassword;
import org.polydesk.application.configuration.in.DeskPlan.PlannedUser;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;

/** Puts into an empty store what a server cannot do without. */
@Singleton
public final class DeskFurnisher {
  private static final String ADMIN = "admin";
  private static final int PASSWORD_BYTES = 15;

  private final DeskSetups setups;
  private final ApplyDeskPlanUseCase applyPlan;

  DeskFurnisher(DeskSetups setups, ApplyDeskPlanUseCase applyPlan) {
    this.setups = setups;
    this.applyPlan = applyPlan;
  }

  /**
   * Makes the store the demo's.
   *
   * @return whether the store is a demo's now; it is not touched when it holds other desks
   */
  public boolean furnishDemo() {
    List<DeskPlan> plans = DeskFiles.demo();
    Optional<DeskSetup> present = setups.find(DeskId.DEFAULT);
    if (present.isPresent() && !isSameDesk(present.get(), plans.get(0).setup())) {
      return false;
    }
    plans.forEach(applyPlan::apply);
    return true;
  }

  private static boolean isSameDesk(DeskSetup one, DeskSetup other) {
    return one.desk().publicId().equals(other.desk().publicId());
  }

  /**
   * Gives an empty store the standard catalogue and one administrator; a store with a desk is left
   * alone.
   *
   * @param password the administrator's; made up when empty
   * @return the password that was made up, to be shown once; empty when none was
   */
  public Optional<String> furnishFirstDesk(Optional<String> password) {
    if (setups.find(DeskId.DEFAULT).isPresent()) {
      return Optional.empty();
    }
    Optional<String> madeUp = password.isPresent() ? Optional.empty() : Optional.of(random());
    DeskPlan plan = DeskFiles.firstDesk();
    PlannedUser admin = administrator(password.or(() -> madeUp).orElseThrow());
    applyPlan.apply(plan.withPeople(List.of(admin)));
    return madeUp;
  }

  private static PlannedUser administrator(String password) {
    return new PlannedUser(
        Optional.empty(),
        ADMIN,
        new EmailAddress("admin@localhost"),
        new PersonName("Desk", "Administrator"),
        Role.ADMINISTRATOR,
        Optional.empty(),
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new PlannedPassword(password, false)));
  }

  private static String random() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
