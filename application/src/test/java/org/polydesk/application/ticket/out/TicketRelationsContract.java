package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.Entries;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.User;

/** What every store of relations does. */
public interface TicketRelationsContract extends TicketContract {
  /** More than there are in any test. */
  int ALL = 100;

  private Ticket aTicketOf(User requester) {
    return open(aTicketFor(requester.desk(), requester.id()).build(), "It burns.");
  }

  private Ticket aTicketIn(DeskId desk) {
    return aTicketOf(aUserIn(desk));
  }

  private boolean link(Ticket one, Ticket other) {
    return runFor(() -> ports().relations().link(one.desk(), one.number(), other.number()));
  }

  private boolean unlink(Ticket one, Ticket other) {
    return runFor(() -> ports().relations().unlink(one.desk(), one.number(), other.number()));
  }

  private List<TicketNumber> linkedTo(Ticket ticket, int atMost) {
    return ports().relations().linkedTo(ticket.desk(), ticket.number(), atMost);
  }

  private static List<TicketNumber> numbers(Ticket... tickets) {
    return Stream.of(tickets).map(Ticket::number).toList();
  }

  private Ticket partOf(Ticket whole, Ticket part) {
    return change(
        part.with(part.handling().partOf(Optional.of(whole.number())), MONDAY.plusSeconds(60)));
  }

  private Ticket change(Ticket ticket) {
    return runFor(() -> ports().tickets().save(ticket, SlaClocks.NONE));
  }

  private List<TicketNumber> partsOf(Ticket ticket, int atMost) {
    return ports().relations().partsOf(ticket.desk(), ticket.number(), atMost);
  }

  private void move(Ticket gone, Ticket survivor) {
    run(() -> ports().relations().move(gone, survivor));
  }

  @Test
  default void linksShouldBeSeenFromBothEndsAndOnce() {
    DeskId desk = aNewDesk();
    Ticket one = aTicketIn(desk);
    Ticket two = aTicketIn(desk);
    Ticket three = aTicketIn(desk);
    Ticket elsewhere = aTicketIn(aNewDesk());
    link(two, three);
    assertTrue(link(two, one));
    assertFalse(link(one, two));

    assertEquals(numbers(one, three), linkedTo(two, ALL));
    assertEquals(numbers(one), linkedTo(two, 1));
    assertEquals(numbers(two), linkedTo(one, ALL));
    assertEquals(List.of(), linkedTo(elsewhere, ALL));

    assertTrue(unlink(one, two));
    assertFalse(unlink(two, one));

    assertEquals(numbers(three), linkedTo(two, ALL));
    assertEquals(List.of(), linkedTo(one, ALL));
  }

  @Test
  default void partsShouldBeThoseThatAreThere() {
    DeskId desk = aNewDesk();
    Ticket whole = aTicketIn(desk);
    Ticket one = partOf(whole, aTicketIn(desk));
    Ticket two = partOf(whole, aTicketIn(desk));
    change(partOf(whole, aTicketIn(desk)).delete(MONDAY.plusSeconds(90)));
    aTicketIn(desk);

    assertEquals(numbers(one, two), partsOf(whole, ALL));
    assertEquals(numbers(one), partsOf(whole, 1));
    assertEquals(List.of(), partsOf(one, ALL));
  }

  @Test
  default void moveShouldTakeWhatWasSaidAndItsFilesAlong() {
    User ann = aUserIn(aNewDesk());
    Ticket gone = aTicketOf(ann);
    Ticket survivor = aTicketOf(ann);
    Ticket bystander = aTicketOf(ann);
    EntryId key = runFor(() -> ports().conversations().nextEntryId());
    Entry answer = say(Entries.staffReply(key, gone.id(), ann.id()));
    Attachment picture =
        Entries.picture(runFor(() -> ports().conversations().nextAttachmentIds(1)).get(0), answer);
    run(() -> ports().conversations().addAttachments(List.of(picture)));
    Entry opening = ports().conversations().openingOf(gone.id());

    move(gone, survivor);

    assertEquals(List.of(), ports().conversations().entriesOf(gone.id()));
    assertEquals(List.of(), ports().conversations().attachmentsOf(gone.id()));
    List<Entry> all = ports().conversations().entriesOf(survivor.id());
    assertEquals(
        Set.of(ports().conversations().openingOf(survivor.id()).id(), opening.id(), answer.id()),
        Set.copyOf(all.stream().map(Entry::id).toList()));
    Entry moved = ports().conversations().findEntry(opening.id()).orElseThrow();
    assertEquals(EntryKind.REQUESTER_REPLY, moved.kind());
    assertEquals(opening.body(), moved.body());
    assertEquals(opening.side(), moved.side());
    assertEquals(opening.writtenAt(), moved.writtenAt());
    Attachment file = ports().conversations().attachmentsOf(survivor.id()).get(0);
    assertEquals(picture.takenBy(survivor.id(), answer.id()), file);
    assertEquals(1, ports().conversations().entriesOf(bystander.id()).size());
  }

  @Test
  default void moveShouldMakeAnAnswerOfWhatTheDeskOpenedWith() {
    DeskId desk = aNewDesk();
    User ann = aUserIn(desk);
    User alice = aUserIn(desk);
    Ticket gone = add(aTicketFor(desk, ann.id()).build(), SlaClocks.NONE);
    EntryId key = runFor(() -> ports().conversations().nextEntryId());
    say(
        Entry.created(
            key,
            gone.id(),
            Optional.of(alice.id()),
            ann.id(),
            Entries.opening(key, gone.id(), ann.id(), "For you.").body(),
            MONDAY));

    move(gone, aTicketOf(ann));

    assertEquals(EntryKind.REPLY, ports().conversations().findEntry(key).orElseThrow().kind());
  }

  @Test
  default void moveShouldTakeTasksAndFollowersAlong() {
    DeskId desk = aNewDesk();
    User ann = aUserIn(desk);
    User worker = aUserIn(desk);
    User colleague = aUserIn(desk);
    User follower = aUserIn(desk);
    Ticket gone = aTicketOf(ann);
    Ticket survivor = aTicketIn(desk);
    giveTask(survivor, 1, colleague, false);
    giveTask(gone, 1, worker, false);
    run(
        () -> {
          ports().ties().subscribe(desk, gone.id(), follower.id());
          ports().ties().subscribe(desk, survivor.id(), follower.id());
        });

    move(gone, survivor);

    assertTrue(ports().tasks().hasTask(survivor.id(), worker.id()));
    assertTrue(ports().tasks().hasTask(survivor.id(), colleague.id()));
    assertFalse(ports().tasks().hasTask(gone.id(), worker.id()));
    assertEquals(Set.of(follower.id(), ann.id()), ports().ties().subscribers(survivor.id()));
  }

  @Test
  default void moveShouldTakeLinksAndPartsAlong() {
    DeskId desk = aNewDesk();
    Ticket linked = aTicketIn(desk);
    Ticket gone = aTicketIn(desk);
    Ticket survivor = partOf(gone, aTicketIn(desk));
    Ticket part = partOf(gone, aTicketIn(desk));
    link(gone, linked);
    link(gone, survivor);

    move(gone, survivor);

    assertEquals(numbers(linked), linkedTo(survivor, ALL));
    assertEquals(numbers(survivor), linkedTo(linked, ALL));
    assertEquals(List.of(), linkedTo(gone, ALL));
    assertEquals(numbers(part), partsOf(survivor, ALL));
    assertEquals(numbers(survivor), partsOf(gone, ALL));
    assertEquals(part.version() + 1, ports().tickets().findById(part.id()).orElseThrow().version());
  }
}
