package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.out.Recalculations;
import org.polydesk.application.ticket.out.Recalculations.Recalculation;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;

/**
 * Reckons open tickets anew whose policy or calendar was edited, as of the edit, each under its own
 * lock; what a ticket's readers see as its last update stays. Doing it again changes nothing, so
 * several nodes may do it at once, and another goes on where one that was killed stopped.
 */
@Singleton
public final class ClockRecalculation {
  private static final int BATCH = 200;

  private final Recalculations recalculations;
  private final TicketRepository tickets;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;

  @Inject
  public ClockRecalculation(
      Recalculations recalculations,
      TicketRepository tickets,
      DeskSetups setups,
      UnitOfWork unitOfWork) {
    this.recalculations = recalculations;
    this.tickets = tickets;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
  }

  /** Does all that was asked for; gives the number of tickets. */
  int run(Sweep sweep) {
    return unitOfWork.read(recalculations::pending).stream()
        .mapToInt(asked -> run(asked, sweep))
        .sum();
  }

  private int run(Recalculation asked, Sweep sweep) {
    int done =
        sweep.<TicketNumber>each(
            after -> affected(asked, after), number -> recalculate(asked, number));
    unitOfWork.run(
        () -> {
          recalculations.end(asked);
          return null;
        });
    return done;
  }

  private List<TicketNumber> affected(Recalculation asked, Optional<TicketNumber> after) {
    after.ifPresent(last -> recalculations.advance(asked, last));
    return recalculations.affected(
        asked, after.map(TicketNumber::value).orElse(asked.after()), BATCH);
  }

  private void recalculate(Recalculation asked, TicketNumber number) {
    unitOfWork.run(
        () -> {
          tickets
              .findForChange(asked.desk(), number)
              .ifPresent(stored -> recalculate(stored, asked.changedAt()));
          return null;
        });
  }

  private void recalculate(Stored stored, Instant changedAt) {
    Ticket ticket = stored.ticket();
    SlaTerms terms = TicketTimes.terms(setups.existing(ticket.desk()), ticket);
    SlaClocks clocks = stored.clocks().retargeted(terms, changedAt);
    tickets.save(
        ticket.timed(ticket.slaId(), TicketTimes.due(ticket.due(), clocks, terms)), clocks);
  }
}
