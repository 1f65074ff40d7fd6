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
import org.polydesk.domain.ticket.TicketNumber;

/** Finds tickets for those who see them; to everybody else they are missing. */
@Singleton
public final class VisibleTickets {
  private final TicketRepository tickets;
  private final TicketTies ties;

  @Inject
  public VisibleTickets(TicketRepository tickets, TicketTies ties) {
    this.tickets = tickets;
    this.ties = ties;
  }

  /** The ticket of this number, if {@code caller} sees it. */
  public Optional<Ticket> find(TicketNumber number, Caller caller) {
    return tickets
        .findByNumber(caller.desk(), number)
        .map(Stored::ticket)
        .filter(ticket -> sees(caller, ticket));
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
    return tickets
        .findByGuid(caller.desk(), guid)
        .filter(ticket -> sees(caller, ticket))
        .orElseThrow(() -> DeskException.notFound("ticket"));
  }

  /** Whether {@code caller} sees {@code ticket}. */
  public boolean sees(Caller caller, Ticket ticket) {
    if (!ticket.desk().equals(caller.desk()) || ticket.lifecycle().isDeleted()) {
      return false;
    }
    return Sight.sees(caller, ticket, Ties.NONE)
        || caller
            .userId()
            .filter(user -> Sight.sees(caller, ticket, ties.between(ticket.id(), user)))
            .isPresent();
  }
}
