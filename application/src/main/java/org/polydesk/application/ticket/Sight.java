package org.polydesk.application.ticket;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.application.ticket.out.TicketTies.Ties;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Who sees which ticket. What somebody does not see is missing for him. */
final class Sight {
  /** Stands for a program's key in questions about what is somebody's own: nothing is. */
  static final UserId NOBODY = new UserId(new UUID(0, 0));

  private Sight() {}

  /** The caller as one who looks at lists at {@code now}. */
  static Viewer viewer(Caller caller, Instant now) {
    return new Viewer(
        caller.userId().orElse(NOBODY),
        caller.user().map(User::groups).orElse(Set.of()),
        caller.user().filter(user -> user.role().isMember()).isPresent(),
        !caller.scope().isWholeDesk(),
        caller.zone(),
        now);
  }

  /** Whether {@code caller} sees {@code ticket}, to which he is tied like this. */
  static boolean sees(Caller caller, Ticket ticket, Ties ties) {
    return !ticket.lifecycle().isDeleted()
        && caller.scope().reaches().stream()
            .anyMatch(reach -> reaches(reach, caller, ticket, ties));
  }

  private static boolean reaches(Reach reach, Caller caller, Ticket ticket, Ties ties) {
    return switch (reach) {
      case DESK -> true;
      case OWN -> ties.task() || caller.userId().filter(ticket.people()::isOwn).isPresent();
      case SUBSCRIBED -> ties.subscribed();
      case COMPANY -> isOfHisCompany(caller, ties);
      case CATEGORIES ->
          ticket
              .classification()
              .categoryId()
              .filter(id -> caller.user().filter(u -> u.categories().contains(id)).isPresent())
              .isPresent();
    };
  }

  /** Whether somebody of the caller's company asks. */
  static boolean isOfHisCompany(Caller caller, Ties ties) {
    return ties.requesterCompany().isPresent()
        && caller.user().flatMap(User::companyId).equals(ties.requesterCompany());
  }
}
