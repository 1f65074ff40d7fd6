package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.Entries;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Recipients;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.conversation.Visibility;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.user.UserId;

/** What every store of conversations does. */
public interface ConversationsContract extends TicketContract {

  private EntryId next() {
    return runFor(() -> ports().conversations().nextEntryId());
  }

  private Ticket aStoredTicket() {
    DeskId desk = aNewDesk();
    return add(aTicketFor(desk, aUserIn(desk).id()).build(), SlaClocks.NONE);
  }

  @Test
  default void entriesOfShouldGiveWhatWasSaidOldestFirst() {
    Ticket ticket = aStoredTicket();
    UserId requester = ticket.people().requester();
    EntryId first = next();
    EntryId second = next();
    Entry reply = say(Entries.staffReply(second, ticket.id(), requester));
    Entry opening = say(Entries.opening(first, ticket.id(), requester, "Es brennt. 🔥\r\n"));

    assertEquals(List.of(opening, reply), ports().conversations().entriesOf(ticket.id()));
  }

  @Test
  default void entriesOfShouldGiveEntriesOfNobodyInParticular() {
    Ticket ticket = aStoredTicket();
    Entry bare =
        new Entry(
            next(),
            ticket.id(),
            EntryKind.SYSTEM,
            Side.SYSTEM,
            Visibility.INTERNAL,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Body.plain(""),
            Recipients.NONE,
            false,
            MONDAY);

    say(bare);

    assertEquals(List.of(bare), ports().conversations().entriesOf(ticket.id()));
  }

  @Test
  default void entriesOfShouldKeepLongTexts() {
    Ticket ticket = aStoredTicket();
    String text = "0123456789abcdef".repeat(20_000) + "😀";

    say(Entries.opening(next(), ticket.id(), ticket.people().requester(), text));

    assertEquals(text, ports().conversations().entriesOf(ticket.id()).get(0).body().text());
  }

  @Test
  default void entriesOfShouldBeEmptyForAnUnknownTicket() {
    assertEquals(List.of(), ports().conversations().entriesOf(new TicketId(Long.MAX_VALUE)));
  }

  @Test
  default void nextEntryIdShouldRise() {
    List<Long> ids = IntStream.range(0, 5).mapToObj(i -> next().value()).toList();

    assertEquals(ids.stream().sorted().distinct().toList(), ids);
  }

  @Test
  default void nextAttachmentIdsShouldRise() {
    List<AttachmentId> first = runFor(() -> ports().conversations().nextAttachmentIds(3));
    List<AttachmentId> second = runFor(() -> ports().conversations().nextAttachmentIds(1));

    assertEquals(List.of(), runFor(() -> ports().conversations().nextAttachmentIds(0)));
    assertEquals(3, first.size());
    assertTrue(first.get(0).value() < first.get(1).value());
    assertTrue(first.get(1).value() < first.get(2).value());
    assertTrue(first.get(2).value() < second.get(0).value());
  }

  @Test
  default void attachmentsShouldShowThoseOfNotesToWhoReadsThemOldestFirst() {
    Ticket ticket = aStoredTicket();
    UserId author = ticket.people().requester();
    Entry opening = say(Entries.opening(next(), ticket.id(), author, "Look."));
    Entry note = say(Entries.internalNote(next(), ticket.id(), author));
    List<AttachmentId> ids = runFor(() -> ports().conversations().nextAttachmentIds(3));
    Attachment first = Entries.picture(ids.get(0), opening);
    Attachment second = Entries.picture(ids.get(1), opening);
    Attachment secret = Entries.picture(ids.get(2), note);

    run(() -> ports().conversations().addAttachments(List.of(second, secret, first)));

    assertEquals(List.of(first, second), ports().readings().attachments(ticket.id(), false));
    assertEquals(List.of(first, second, secret), ports().readings().attachments(ticket.id(), true));
  }

  @Test
  default void attachmentsShouldBeEmptyWithoutFiles() {
    assertEquals(List.of(), ports().readings().attachments(aStoredTicket().id(), true));
  }
}
