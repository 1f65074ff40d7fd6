package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.ticket.out.Resolutions.Resolution;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.UserId;

/** What every store of resolutions does. */
public interface ResolutionsContract extends TicketContract {

  private Ticket aBurningTicket() {
    DeskId desk = aNewDesk();
    return open(aTicketFor(desk, aUserIn(desk).id()).build(), "It burns.");
  }

  private Resolution resolution(Ticket ticket, int round, String details) {
    UserId by = ticket.people().requester();
    return new Resolution(round, details, by, MONDAY.plusSeconds(round), round - 1);
  }

  private void save(Ticket ticket, Resolution resolution) {
    run(() -> ports().resolutions().save(ticket.desk(), ticket.id(), resolution));
  }

  @Test
  default void findShouldGiveWhatWasSaved() {
    Ticket ticket = aBurningTicket();
    Resolution water = resolution(ticket, 1, "Water.");

    save(ticket, water);

    assertEquals(Optional.of(water), ports().resolutions().find(ticket.id()));
    assertEquals(Optional.empty(), ports().resolutions().find(aBurningTicket().id()));
  }

  @Test
  default void saveShouldReplaceARound() {
    Ticket ticket = aBurningTicket();
    Resolution foam = resolution(ticket, 1, "Foam.");
    save(ticket, resolution(ticket, 1, "Water."));

    save(ticket, foam);

    assertEquals(Optional.of(foam), ports().resolutions().find(ticket.id()));
  }

  @Test
  default void findShouldGiveTheLastRound() {
    Ticket ticket = aBurningTicket();
    Resolution foam = resolution(ticket, 2, "Foam.");
    save(ticket, resolution(ticket, 1, "Water."));

    save(ticket, foam);

    assertEquals(Optional.of(foam), ports().resolutions().find(ticket.id()));
  }
}
