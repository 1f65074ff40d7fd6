package org.polydesk.application.ticket.out;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Whose turn it is when the desk itself assigns tickets, and how much everybody has to do. */
public interface AssignmentPool {

  /**
   * Among whom turns go around: those of a group, those who serve a site, or all technicians of the
   * desk when neither is there.
   */
  record Team(Optional<Integer> groupId, Optional<Integer> siteId) {
    public static final Team WHOLE_DESK = new Team(Optional.empty(), Optional.empty());

    public static Team ofGroup(int groupId) {
      return new Team(Optional.of(groupId), Optional.empty());
    }

    public static Team serving(int siteId) {
      return new Team(Optional.empty(), Optional.of(siteId));
    }
  }

  /**
   * What one technician has to do.
   *
   * @param unfinished how many tickets he works on that are neither resolved nor closed
   * @param lastChosenAt when the desk last chose him; empty when it never did
   */
  record Load(long unfinished, Optional<Instant> lastChosenAt) {}

  /**
   * The number of the user whom the desk chose last from this team; 0 at first. Whoever else asks
   * for the same waits until the present unit of work has ended, so no two choices are made from
   * the same state.
   */
  long lastChosen(DeskId desk, Team team);

  /** What these users have to do; one statement. */
  Map<UserId, Load> loads(DeskId desk, Collection<UserId> users);

  /** Notes whom the desk chose, in the unit of work that asked for the one chosen last. */
  void chose(User user, Team team, Instant at);
}
