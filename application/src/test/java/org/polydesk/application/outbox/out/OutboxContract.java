package org.polydesk.application.outbox.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.StoreContract;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.application.outbox.out.Outbox.Milestone;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.UserId;

/** What every outbox does. */
public interface OutboxContract extends StoreContract {
  Instant NOON = Instant.parse("2026-03-02T12:00:00.001Z");

  private Message message(TicketId ticket, Instant at) {
    return new Message(
        UUID.randomUUID(),
        aNewDesk(),
        Channel.MAIL,
        Event.ASSIGNED,
        ticket,
        Optional.of(new EntryId(5)),
        Optional.of(new UserId(UUID.randomUUID())),
        List.of(new EmailAddress("a@example.org"), new EmailAddress("b@example.org")),
        at,
        Optional.empty());
  }

  private Message bareMessage(TicketId ticket, Instant at) {
    return new Message(
        UUID.randomUUID(),
        aNewDesk(),
        Channel.PUSH,
        Event.CREATED,
        ticket,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        at,
        Optional.empty());
  }

  private Message callback(TicketId ticket, Milestone milestone) {
    return new Message(
        UUID.randomUUID(),
        aNewDesk(),
        Channel.CALLBACK,
        Event.RESOLVED,
        ticket,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        NOON,
        Optional.of(milestone));
  }

  @Test
  default void aCallbackShouldKeepWhatItTells() {
    TicketId told = new TicketId(DESKS.incrementAndGet());
    TicketId bare = new TicketId(DESKS.incrementAndGet());
    Message wholly =
        callback(
            told,
            new Milestone(
                "Resolved",
                Optional.of(NOON),
                Optional.of(new UserId(UUID.randomUUID())),
                Optional.of("Water.\nA lot \u2014 \u0442\u0430\u043a.")));
    Message barely =
        callback(
            bare, new Milestone("Reopened", Optional.empty(), Optional.empty(), Optional.empty()));

    run(() -> ports().outbox().add(List.of(wholly, barely)));

    assertEquals(List.of(wholly), ports().outbox().waitingFor(told));
    assertEquals(List.of(barely), ports().outbox().waitingFor(bare));
  }

  @Test
  default void waitingForShouldGiveMessagesOldestFirst() {
    TicketId ticket = new TicketId(DESKS.incrementAndGet());
    Message first = message(ticket, NOON);
    Message second = bareMessage(ticket, NOON.plusMillis(1));
    Message other = message(new TicketId(DESKS.incrementAndGet()), NOON);

    run(() -> ports().outbox().add(List.of(second, other)));
    run(() -> ports().outbox().add(List.of(first)));
    run(() -> ports().outbox().add(List.of()));

    assertEquals(List.of(first, second), ports().outbox().waitingFor(ticket));
  }
}
