package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Predicate;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.FindTicketUseCase;
import org.polydesk.application.ticket.out.TicketReadings;
import org.polydesk.application.ticket.out.TicketReadings.TicketReading;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;

/** Finds one ticket for somebody who may see it. */
@Singleton
public final class FindTicketService implements FindTicketUseCase {
  private final TicketReadings readings;
  private final VisibleTickets visible;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public FindTicketService(
      TicketReadings readings,
      VisibleTickets visible,
      DeskSetups setups,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.readings = readings;
    this.visible = visible;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public TicketDetails find(TicketNumber number, Caller caller) {
    return details(number, caller, found -> Sight.sees(caller, found.ticket(), found.ties()));
  }

  @Override
  public TicketNumber numberOf(UUID guid, Caller caller) {
    return unitOfWork.read(() -> visible.existing(guid, caller).number());
  }

  /** The ticket that the caller has just opened, which he is shown once whatever he may see. */
  TicketDetails findOpened(TicketNumber number, Caller caller) {
    return details(number, caller, found -> true);
  }

  private TicketDetails details(
      TicketNumber number, Caller caller, Predicate<TicketReading> visible) {
    return unitOfWork.read(
        () -> {
          TicketReading reading =
              readings
                  .find(caller.desk(), number, caller.userId())
                  .filter(visible)
                  .orElseThrow(() -> DeskException.notFound("ticket"));
          return new TicketDetails(
              reading,
              readings.attachments(reading.ticket().id(), caller.worksHere()),
              TicketTimes.isOverdue(reading.ticket(), clock.instant()),
              setups.existing(caller.desk()).catalogue());
        });
  }
}
