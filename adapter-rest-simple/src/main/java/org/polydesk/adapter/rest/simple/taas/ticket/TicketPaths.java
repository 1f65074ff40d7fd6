package org.polydesk.adapter.rest.simple.taas.ticket;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.adapter.rest.shared.IfMatch;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.ticket.in.FindTicketUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.Uuids;

/** Which ticket a path means: it has its UUID in it, or its number. */
@Singleton
final class TicketPaths {
  private final FindTicketUseCase findTicket;

  TicketPaths(FindTicketUseCase findTicket) {
    this.findTicket = findTicket;
  }

  /**
   * The number of the ticket.
   *
   * @throws DeskException {@code NOT_FOUND} when there is none, whatever {@code id} looks like
   */
  TicketNumber number(String id, Caller caller) {
    if (id.matches("[1-9][0-9]{0,17}")) {
      return new TicketNumber(Long.parseLong(id));
    }
    UUID guid = Uuids.parse(id).orElseThrow(() -> DeskException.notFound("ticket"));
    return findTicket.numberOf(guid, caller);
  }

  /** The ticket that is to be changed, in the version that the client has seen if he says so. */
  TicketRef ref(String id, HttpRequest<?> request, Caller caller) {
    Optional<IfMatch> seen = IfMatch.of(request);
    TicketNumber number = number(id, caller);
    return seen.map(tags -> new TicketRef(number, tags::matches)).orElse(TicketRef.any(number));
  }
}
