package org.polydesk.application.ticket;

import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Scope.Reach;
import org.polydesk.domain.ticket.Ticket;

/** Who sees which ticket. What somebody does not see is missing for him. */
final class Sight {
  private Sight() {}

  /** Whether {@code caller} sees {@code ticket}, of which he has or had a task or not. */
  static boolean sees(Caller caller, Ticket ticket, boolean hasTask) {
    return !ticket.lifecycle().isDeleted()
        && caller.scope().reaches().stream()
            .anyMatch(reach -> reaches(reach, caller, ticket, hasTask));
  }

  private static boolean reaches(Reach reach, Caller caller, Ticket ticket, boolean hasTask) {
    return switch (reach) {
      case DESK -> true;
      case OWN -> hasTask || caller.userId().filter(ticket.people()::isOwn).isPresent();
    };
  }
}
