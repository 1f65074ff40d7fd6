package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.FollowTicketUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.TicketTies;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Keeps who follows what. */
@Singleton
public final class FollowTicketService implements FollowTicketUseCase {
  private final TicketTurns turns;
  private final TicketTies ties;
  private final VisibleTickets visible;
  private final UserRepository users;
  private final UnitOfWork unitOfWork;

  @Inject
  public FollowTicketService(
      TicketTurns turns,
      TicketTies ties,
      VisibleTickets visible,
      UserRepository users,
      UnitOfWork unitOfWork) {
    this.turns = turns;
    this.ties = ties;
    this.visible = visible;
    this.users = users;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void follow(TicketNumber ticket, Optional<UserId> user, Caller caller) {
    turns.run(
        TicketRef.any(ticket),
        caller,
        turn -> {
          User follower = follower(user, turn);
          if (!turn.subscribers().contains(follower.id())) {
            ties.subscribe(caller.desk(), turn.ticket().id(), follower.id());
            turn.remember(
                "followed", "follower", Optional.empty(), Optional.of(follower.displayName()));
          }
          return null;
        });
  }

  @Override
  public void unfollow(TicketNumber ticket, Optional<UserId> user, Caller caller) {
    turns.run(
        TicketRef.any(ticket),
        caller,
        turn -> {
          User follower = follower(user, turn);
          if (turn.subscribers().contains(follower.id())) {
            ties.unsubscribe(turn.ticket().id(), follower.id());
            turn.remember(
                "unfollowed", "follower", Optional.of(follower.displayName()), Optional.empty());
          }
          return null;
        });
  }

  private User follower(Optional<UserId> named, TicketTurn turn) {
    Caller caller = turn.caller();
    UserId id =
        named
            .or(caller::userId)
            .orElseThrow(() -> DeskException.invalid(Violation.required("user")));
    if (!caller.is(id)) {
      caller.mustBeAbleTo(Right.UPDATE);
    }
    return users
        .findById(id)
        .filter(user -> user.desk().equals(caller.desk()) && user.isActive())
        .orElseThrow(() -> DeskException.invalid(Violation.unknown("user")));
  }

  @Override
  public List<User> followers(TicketNumber number, Caller caller) {
    return unitOfWork.read(
        () -> {
          Ticket ticket = visible.existing(number, caller);
          UserId requester = ticket.people().requester();
          Set<UserId> ids = new HashSet<>(ties.subscribers(ticket.id()));
          ids.add(requester);
          return users.findAll(caller.desk(), ids).values().stream()
              .sorted(
                  Comparator.comparing((User user) -> !user.id().equals(requester))
                      .thenComparing(User::number))
              .toList();
        });
  }
}
