package org.polydesk.domain.listing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.user.UserId;

/**
 * What lists look at in a ticket.
 *
 * @param dueInForceAt when it is due; empty when it is not, or while its clock is held
 * @param openTasksOf who has a task of it still to do
 * @param completedTasksOf who has done a task of it
 */
public record TicketFacts(
    UserId requester,
    Optional<UserId> technician,
    Optional<Integer> groupId,
    StatusType statusType,
    Optional<Instant> dueInForceAt,
    boolean escalated,
    boolean deleted,
    Set<UserId> openTasksOf,
    Set<UserId> completedTasksOf) {

  public TicketFacts {
    Objects.requireNonNull(requester, "requester");
    Objects.requireNonNull(technician, "technician");
    Objects.requireNonNull(groupId, "groupId");
    Objects.requireNonNull(statusType, "statusType");
    Objects.requireNonNull(dueInForceAt, "dueInForceAt");
    openTasksOf = Set.copyOf(openTasksOf);
    completedTasksOf = Set.copyOf(completedTasksOf);
  }

  boolean isOwn(UserId user) {
    return requester.equals(user) || technician.filter(user::equals).isPresent();
  }

  boolean hasTaskOf(UserId user) {
    return openTasksOf.contains(user) || completedTasksOf.contains(user);
  }
}
