package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.polydesk.application.identity.Right;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Who speaks in a ticket, and on which side. */
@Singleton
public final class Speakers {
  private final UserRepository users;

  @Inject
  public Speakers(UserRepository users) {
    this.users = users;
  }

  /**
   * Who speaks: whoever is named, else the caller.
   *
   * @return empty for a program that names nobody
   * @throws DeskException {@code INVALID_FIELD} on {@code speaker} when the desk does not know him
   */
  Optional<UserId> of(Optional<UserId> named, TicketTurn turn) {
    named
        .filter(user -> !turn.caller().is(user))
        .ifPresent(
            user -> {
              if (find(user, turn).filter(User::isActive).isEmpty()) {
                throw DeskException.invalid(Violation.unknown("speaker"));
              }
            });
    return named.or(() -> turn.caller().userId());
  }

  /**
   * The side of {@code speaker}: CLIENT when he asks in this ticket, is a member, or comes himself
   * through a door where he is no more than a client; else STAFF.
   */
  Side sideOf(Optional<UserId> speaker, TicketTurn turn) {
    if (speaker.isEmpty()) {
      return Side.STAFF;
    }
    UserId user = speaker.get();
    boolean client =
        turn.ticket().people().requester().equals(user)
            || (turn.caller().is(user) && !turn.caller().may(Right.READ_NOTES))
            || find(user, turn).filter(found -> found.role().isMember()).isPresent();
    return client ? Side.CLIENT : Side.STAFF;
  }

  private Optional<User> find(UserId user, TicketTurn turn) {
    return turn.caller().is(user)
        ? turn.caller().user()
        : users.findById(user).filter(found -> found.desk().equals(turn.ticket().desk()));
  }
}
