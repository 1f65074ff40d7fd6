package org.polydesk.domain.ticket;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;

/**
 * Who a ticket is about.
 *
 * @param requester who asks
 * @param technician who works on it; empty while nobody does
 * @param groupId the group it is given to
 * @param cc who else is sent mails about it; they do not follow the ticket otherwise
 */
public record People(
    UserId requester,
    Optional<UserId> technician,
    Optional<Integer> groupId,
    List<EmailAddress> cc) {
  public People {
    Objects.requireNonNull(requester, "requester");
    Objects.requireNonNull(technician, "technician");
    Objects.requireNonNull(groupId, "groupId");
    cc = List.copyOf(cc);
  }

  /** The same people with another technician, or with none. */
  public People assignedTo(Optional<UserId> next) {
    return new People(requester, next, groupId, cc);
  }

  /** Whether {@code user} asks or works here. */
  public boolean isOwn(UserId user) {
    return requester.equals(user) || technician.filter(user::equals).isPresent();
  }
}
