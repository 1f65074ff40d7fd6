package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.application.ticket.out.TicketTies;
import org.polydesk.application.ticket.out.TicketTies.Ties;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;

/** Finds tickets for those who see them; to everybody else they are missing. */
@Singleton
public final class VisibleTickets {
  /** The key of no ticket. */
  static final TicketId NOWHERE = new TicketId(0);

  private final TicketRepository tickets;
  private final TicketTies ties;

  @Inject
  public VisibleTickets(TicketRepository tickets, TicketTies ties) {
    this.tickets = tickets;
    this.ties = ties;
  }

  /** The ticket of this number, if {@code caller} sees it. */
  public Optional<Ticket> find(TicketNumber number, Caller caller) {
    return seen(tickets.findByNumber(caller.desk(), number).map(Stored::ticket), caller);
  }

  /**
   * The ticket of this number.
   *
   * @throws DeskException {@code NOT_FOUND} also when {@code caller} does not see it
   */
  public Ticket existing(TicketNumber number, Caller caller) {
    return find(number, caller).orElseThrow(() -> DeskException.notFound("ticket"));
  }

  /**
   * The ticket of this key for programs.
   *
   * @throws DeskException {@code NOT_FOUND} also when {@code caller} does not see it
   */
  public Ticket existing(UUID guid, Caller caller) {
    return seen(tickets.findByGuid(caller.desk(), guid), caller)
        .orElseThrow(() -> DeskException.notFound("ticket"));
  }

  /** Whether {@code caller} sees {@code ticket}. */
  public boolean sees(Caller caller, Ticket ticket) {
    return seen(Optional.of(ticket), caller).isPresent();
  }

  /**
   * The ticket that was found, if {@code caller} sees it. One that was not found is asked about as
   * one that is hidden would be, so that both take the same statements.
   */
  public Optional<Ticket> seen(Optional<Ticket> found, Caller caller) {
    return seen(found, caller, ties);
  }

  static Optional<Ticket> seen(Optional<Ticket> found, Caller caller, TicketTies ties) {
    Optional<Ticket> here = found.filter(ticket -> ticket.desk().equals(caller.desk()));
    Optional<Ticket> open = here.filter(ticket -> Sight.sees(caller, ticket, Ties.NONE));
    if (open.isPresent() || caller.scope().isWholeDesk() || caller.userId().isEmpty()) {
      return open;
    }
    Ties tied = ties.between(here.map(Ticket::id).orElse(NOWHERE), caller.userId().orElseThrow());
    return here.filter(ticket -> Sight.sees(caller, ticket, tied));
  }
}
