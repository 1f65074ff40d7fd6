package org.polydesk.application.asset;

import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/**
 * Which assets are listed; what is empty is no condition.
 *
 * @param user who has them
 * @param companyId the company that they belong to, or that somebody who has them works for
 * @param departmentId the department of somebody who has them
 * @param ticket the ticket that is about them
 * @param modelPrefix what the names of their models begin with, without regard to case
 * @param disabledToo whether those out of use are among them
 */
public record AssetFilter(
    Optional<UserId> user,
    Optional<Integer> companyId,
    Optional<Integer> departmentId,
    Optional<TicketId> ticket,
    Optional<String> modelPrefix,
    boolean disabledToo) {

  /** Everything that is in use. */
  public static final AssetFilter IN_USE =
      new AssetFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  public AssetFilter {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(companyId, "companyId");
    Objects.requireNonNull(departmentId, "departmentId");
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(modelPrefix, "modelPrefix");
  }
}
