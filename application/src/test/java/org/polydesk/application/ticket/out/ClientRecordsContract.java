package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.Entries;
import org.polydesk.application.ticket.out.ClientRecords.ClientDetails;
import org.polydesk.application.ticket.out.ClientRecords.Vote;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.EmailAddress;

/** What every store of what clients tell and vote does. */
public interface ClientRecordsContract extends TicketContract {
  ClientDetails ALL =
      new ClientDetails(
          Optional.of("billing"),
          Optional.of("C. Клиент"),
          List.of(new EmailAddress("one@a.test"), new EmailAddress("two@a.test")),
          Optional.of(-7),
          Optional.of("project_users"),
          Optional.of("p1"));

  private Ticket aTicketOfAClient() {
    DeskId desk = aNewDesk();
    return open(aTicketFor(desk, aUserIn(desk).id()).build(), "It burns.");
  }

  private void save(Ticket ticket, ClientDetails details) {
    run(() -> ports().clientRecords().save(ticket.desk(), ticket.id(), details));
  }

  private static Vote vote(int score, String comment) {
    return new Vote(score, Optional.ofNullable(comment), MONDAY.plusSeconds(score));
  }

  @Test
  default void detailsShouldGiveWhatWasSavedLast() {
    Ticket told = aTicketOfAClient();
    Ticket bare = aTicketOfAClient();
    Ticket silent = aTicketOfAClient();
    save(told, ClientDetails.NONE);
    save(told, ALL);
    save(bare, ClientDetails.NONE);

    assertEquals(
        Map.of(told.id(), ALL, bare.id(), ClientDetails.NONE),
        ports().clientRecords().details(List.of(told.id(), bare.id(), silent.id())));
    assertEquals(Map.of(), ports().clientRecords().details(List.of()));
  }

  @Test
  default void theLastVoteOnATicketShouldCount() {
    Ticket ticket = aTicketOfAClient();
    Ticket other = aTicketOfAClient();
    run(
        () -> {
          ports().clientRecords().vote(ticket.desk(), ticket.id(), vote(3, "slow"));
          ports().clientRecords().vote(ticket.desk(), ticket.id(), vote(10, null));
        });

    assertEquals(
        Map.of(ticket.id(), vote(10, null)),
        ports().clientRecords().votes(List.of(ticket.id(), other.id())));
    assertEquals(Map.of(), ports().clientRecords().votes(List.of()));
  }

  @Test
  default void votesOnEntriesShouldBeThoseOfTheirTicket() {
    Ticket ticket = aTicketOfAClient();
    Ticket other = aTicketOfAClient();
    EntryId answer = runFor(() -> ports().conversations().nextEntryId());
    say(Entries.staffReply(answer, ticket.id(), ticket.people().requester()));
    run(
        () -> {
          ports().clientRecords().vote(ticket.desk(), answer, vote(-1, "no"));
          ports().clientRecords().vote(ticket.desk(), answer, vote(1, "yes"));
        });

    assertEquals(Map.of(answer, vote(1, "yes")), ports().clientRecords().entryVotes(ticket.id()));
    assertEquals(Map.of(), ports().clientRecords().entryVotes(other.id()));
    assertEquals(Map.of(), ports().clientRecords().votes(List.of(ticket.id())));
  }
}
