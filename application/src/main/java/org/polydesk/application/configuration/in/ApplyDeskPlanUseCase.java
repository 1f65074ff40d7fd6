package org.polydesk.application.configuration.in;

import java.util.Optional;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;

/** Makes a desk what a plan says. */
public interface ApplyDeskPlanUseCase {

  /**
   * Makes the desk, its people and its keys what {@code plan} says. What is there and not in the
   * plan stays. Applying the same plan twice changes nothing the second time.
   *
   * @throws DeskException {@code INVALID_FIELD} when the plan names what it does not have, or a
   *     user name or address that somebody else has; nothing is changed then
   */
  void apply(DeskPlan plan);

  /** How the desk is set up, for a plan that leaves some of it as it is; empty for none. */
  Optional<DeskSetup> present(DeskId desk);
}
