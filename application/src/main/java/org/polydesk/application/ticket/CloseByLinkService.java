package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.CloseLinks.Offer;
import org.polydesk.application.ticket.in.ChangeStatusUseCase;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.ChangeStatusCommand;
import org.polydesk.application.ticket.in.ChangeStatusUseCase.Goal;
import org.polydesk.application.ticket.in.CloseByLinkUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;

/** Closes tickets for those who hold a link. */
@Singleton
public final class CloseByLinkService implements CloseByLinkUseCase {
  private static final String DOOR = "close link";

  private final CloseLinks links;
  private final TicketRepository tickets;
  private final UserRepository users;
  private final DeskSetups setups;
  private final ChangeStatusUseCase changeStatus;
  private final OpenTasks openTasks;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public CloseByLinkService(
      CloseLinks links,
      TicketRepository tickets,
      UserRepository users,
      DeskSetups setups,
      ChangeStatusUseCase changeStatus,
      OpenTasks openTasks,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.links = links;
    this.tickets = tickets;
    this.users = users;
    this.setups = setups;
    this.changeStatus = changeStatus;
    this.openTasks = openTasks;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public Optional<Offered> look(String token) {
    return links
        .read(token, clock.instant())
        .flatMap(
            offer ->
                unitOfWork.read(() -> ticket(offer, tickets::findByNumber).map(this::offered)));
  }

  @Override
  public Optional<Offered> close(String token) {
    return links
        .read(token, clock.instant())
        .flatMap(
            offer ->
                unitOfWork.run(
                    () ->
                        ticket(offer, tickets::findForChange).map(this::close).map(this::offered)));
  }

  /** The ticket, as long as it has not been taken up again since the offer was made. */
  private Optional<Ticket> ticket(
      Offer offer, BiFunction<DeskId, TicketNumber, Optional<Stored>> finding) {
    if (setups.find(offer.desk()).isEmpty()) {
      return Optional.empty();
    }
    return finding
        .apply(offer.desk(), offer.ticket())
        .map(Stored::ticket)
        .filter(ticket -> !ticket.lifecycle().isDeleted())
        .filter(ticket -> ticket.lifecycle().status().type().isDone())
        .filter(ticket -> ticket.lifecycle().reopenCount() == offer.reopenCount());
  }

  private Ticket close(Ticket ticket) {
    if (state(ticket) == State.WAITING) {
      return ticket;
    }
    User requester = users.findById(ticket.people().requester()).orElseThrow();
    return changeStatus.change(
        ChangeStatusCommand.to(Goal.CLOSED, TicketRef.any(ticket.number())),
        Caller.of(requester, Set.of(Right.CLOSE_OWN), Scope.OWN, DOOR));
  }

  private Offered offered(Ticket ticket) {
    return new Offered(ticket.number(), ticket.subject(), state(ticket));
  }

  private State state(Ticket ticket) {
    if (ticket.lifecycle().status().type() == StatusType.CLOSED) {
      return State.CLOSED;
    }
    return openTasks.forbidClosing(ticket.id(), setups.existing(ticket.desk()).desk().settings())
        ? State.WAITING
        : State.OFFERED;
  }
}
