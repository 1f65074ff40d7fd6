package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.FindTicketUseCase.TicketDetails;
import org.polydesk.application.ticket.in.ListRequestedTicketsUseCase;
import org.polydesk.application.ticket.out.TicketReadings;
import org.polydesk.application.ticket.out.TicketReadings.TicketReading;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.catalogue.Catalogue;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.User;
import org.polydesk.domain.user.UserId;

/** Shows somebody's tickets one after the other. */
@Singleton
public final class ListRequestedTicketsService implements ListRequestedTicketsUseCase {
  private final TicketReadings readings;
  private final TicketPeople people;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public ListRequestedTicketsService(
      TicketReadings readings,
      TicketPeople people,
      DeskSetups setups,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.readings = readings;
    this.people = people;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public RequestedTickets list(String userName, int page, Caller caller) {
    return unitOfWork.read(
        () -> {
          Optional<UserId> requester = people.findNamed(userName, caller).map(User::id);
          if (requester.filter(caller::is).isEmpty() && !caller.may(Right.ACT_FOR_OTHERS)) {
            throw DeskException.notAllowed("Permission denied.");
          }
          return requester
              .map(id -> ticketsOf(id, Slice.page(page, PAGE_LENGTH), caller))
              .orElseGet(() -> new RequestedTickets(List.of(), 0));
        });
  }

  private RequestedTickets ticketsOf(UserId requester, Slice slice, Caller caller) {
    Optional<UserId> onlyOf =
        caller.scope().isWholeDesk()
            ? Optional.empty()
            : Optional.of(caller.userId().orElse(Sight.NOBODY));
    List<TicketReading> found =
        readings.findByRequester(
            caller.desk(), requester, onlyOf, caller.userId(), slice.skip(), slice.length());
    Map<TicketId, List<Attachment>> files =
        readings.attachments(
            found.stream().map(reading -> reading.ticket().id()).toList(), caller.worksHere());
    Catalogue catalogue = setups.existing(caller.desk()).catalogue();
    Instant now = clock.instant();
    return new RequestedTickets(
        found.stream()
            .map(
                reading ->
                    new TicketDetails(
                        reading,
                        files.getOrDefault(reading.ticket().id(), List.of()),
                        TicketTimes.isOverdue(reading.ticket(), now),
                        catalogue))
            .toList(),
        readings.countByRequester(caller.desk(), requester, onlyOf));
  }
}
