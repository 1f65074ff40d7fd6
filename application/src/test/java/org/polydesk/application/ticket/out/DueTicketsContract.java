package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.Entries;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.TicketBuilder;
import org.polydesk.application.ticket.out.DueTickets.DueTicket;
import org.polydesk.domain.attachment.Attachment;
import org.polydesk.domain.attachment.AttachmentId;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.conversation.EntryId;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.sla.ClockCondition;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.Closure;
import org.polydesk.domain.ticket.DueDates;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketId;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.UserId;

/** What every store finds due: each boundary at, a millisecond before and after it. */
public interface DueTicketsContract extends TicketContract {
  /** More than there are in any test. */
  int ALL = 10_000;

  Instant NOON = MONDAY.plusSeconds(10_800);

  private TicketBuilder aTicketIn(DeskId desk) {
    return aTicketFor(desk, aUserIn(desk).id());
  }

  private Ticket change(Ticket ticket) {
    return runFor(() -> ports().tickets().save(ticket, SlaClocks.NONE));
  }

  private Ticket aTicketResolvedAt(DeskId desk, Instant at) {
    Ticket ticket = add(aTicketIn(desk).build(), SlaClocks.NONE);
    return change(ticket.resolve(Setups.RESOLVED, at));
  }

  private Ticket aTicketClosedAt(DeskId desk, Instant at) {
    Ticket ticket = add(aTicketIn(desk).build(), SlaClocks.NONE);
    Closure how = new Closure(Optional.empty(), Optional.empty());
    return change(ticket.close(Setups.CLOSED, how, at, at));
  }

  private static List<TicketNumber> those(Ticket... tickets) {
    return Stream.of(tickets).map(Ticket::number).toList();
  }

  private static List<TicketNumber> numbers(List<DueTicket> due) {
    return due.stream().map(DueTicket::number).toList();
  }

  interface Pages {
    List<DueTicket> after(Optional<DueTicket> last, int atMost);
  }

  /** All of them, and the same in pages of one. */
  private static List<TicketNumber> all(Pages pages) {
    List<DueTicket> whole = pages.after(Optional.empty(), ALL);
    List<DueTicket> single = new ArrayList<>();
    Optional<DueTicket> last = Optional.empty();
    do {
      List<DueTicket> page = pages.after(last, 1);
      single.addAll(page);
      last = page.stream().findFirst();
    } while (last.isPresent());
    assertEquals(whole, single);
    return numbers(whole);
  }

  @Test
  default void resolvedUntilShouldIncludeTheInstantItself() {
    DeskId desk = aNewDesk();
    Ticket atNoon = aTicketResolvedAt(desk, NOON);
    Ticket before = aTicketResolvedAt(desk, NOON.minusMillis(1));
    aTicketResolvedAt(desk, NOON.plusMillis(1));
    aTicketResolvedAt(aNewDesk(), NOON);
    aTicketClosedAt(desk, NOON);
    change(aTicketResolvedAt(desk, NOON).delete(NOON));
    change(aTicketResolvedAt(desk, NOON).reopen(Setups.REOPENED, NOON));

    assertEquals(
        those(before, atNoon),
        all((last, atMost) -> ports().due().resolvedUntil(desk, NOON, false, last, atMost)));
  }

  @Test
  default void resolvedUntilShouldLeaveOutOpenTasksWhereTheyCount() {
    DeskId desk = aNewDesk();
    Ticket without = aTicketResolvedAt(desk, NOON.minusMillis(3));
    Ticket left = aTicketResolvedAt(desk, NOON.minusMillis(2));
    giveTask(left, 1, aUserIn(desk), true);
    giveTask(left, 2, aUserIn(desk), false);
    Ticket done = aTicketResolvedAt(desk, NOON.minusMillis(1));
    giveTask(done, 1, aUserIn(desk), true);

    assertEquals(
        those(without, done),
        all((last, atMost) -> ports().due().resolvedUntil(desk, NOON, true, last, atMost)));
    assertEquals(
        those(without, left, done),
        all((last, atMost) -> ports().due().resolvedUntil(desk, NOON, false, last, atMost)));
  }

  @Test
  default void closedUntilShouldLeaveOutWhatIsLocked() {
    DeskId desk = aNewDesk();
    Ticket atNoon = aTicketClosedAt(desk, NOON);
    Ticket before = aTicketClosedAt(desk, NOON.minusMillis(1));
    aTicketClosedAt(desk, NOON.plusMillis(1));
    aTicketClosedAt(aNewDesk(), NOON);
    aTicketResolvedAt(desk, NOON);
    change(aTicketClosedAt(desk, NOON).delete(NOON));
    change(aTicketClosedAt(desk, NOON).lock(NOON));

    assertEquals(
        those(before, atNoon),
        all((last, atMost) -> ports().due().closedUntil(desk, NOON, last, atMost)));
  }

  @Test
  default void byClockShouldFindTheLongestDueFirst() {
    DeskId desk = aNewDesk();
    SlaTerms terms = Setups.anSlaCatalogue().termsOf(Optional.of(Setups.STANDARD), Optional.of(2));
    SlaClocks later = SlaClocks.opened(terms, ClockCondition.RUNS, MONDAY.plusSeconds(60));
    SlaClocks earlier = SlaClocks.opened(terms, ClockCondition.RUNS, MONDAY);
    Ticket second = add(aTicketIn(desk).sla(1).build(), later);
    Ticket first = add(aTicketIn(desk).sla(1).build(), earlier);
    add(aTicketIn(desk).sla(1).build(), earlier.cancelled(NOON));
    add(aTicketIn(desk).build(), SlaClocks.NONE);
    Instant due = later.nextEventAt(terms).orElseThrow();

    assertEquals(those(first), dueIn(desk, due.minusMillis(1)));
    assertEquals(those(first, second), dueIn(desk, due));
    assertEquals(List.of(), dueIn(desk, MONDAY));
  }

  private List<TicketNumber> dueIn(DeskId desk, Instant now) {
    return ports().due().byClock(now, Optional.empty(), ALL).stream()
        .filter(due -> due.desk().equals(desk))
        .map(DueTicket::number)
        .distinct()
        .toList();
  }

  @Test
  default void byClockShouldGoOnBehindATicket() {
    DeskId desk = aNewDesk();
    SlaTerms terms = Setups.anSlaCatalogue().termsOf(Optional.of(Setups.STANDARD), Optional.of(2));
    SlaClocks clocks = SlaClocks.opened(terms, ClockCondition.RUNS, MONDAY);
    Ticket first = add(aTicketIn(desk).sla(1).build(), clocks);
    Ticket second = add(aTicketIn(desk).sla(1).build(), clocks);
    Instant due = clocks.nextEventAt(terms).orElseThrow();
    List<DueTicket> both =
        ports().due().byClock(due, Optional.empty(), ALL).stream()
            .filter(found -> found.desk().equals(desk))
            .toList();

    List<DueTicket> behind = ports().due().byClock(due, Optional.of(both.get(0)), ALL);

    assertEquals(those(first, second), numbers(both));
    assertEquals(
        those(second),
        numbers(behind.stream().filter(found -> found.desk().equals(desk)).toList()));
  }

  private Ticket aTicketDueAt(DeskId desk, Instant at) {
    return add(aTicketIn(desk).due(DueDates.asked(Optional.of(at))).build(), SlaClocks.NONE);
  }

  private int marked(DeskId desk, Instant now, int atMost) {
    return runFor(() -> ports().due().markPastDue(desk, now, atMost));
  }

  @Test
  default void markPastDueShouldNoteEveryTicketOnceUntilItsDateChanges() {
    DeskId desk = aNewDesk();
    aTicketDueAt(desk, NOON.minusMillis(2));
    Ticket moved = aTicketDueAt(desk, NOON.minusMillis(1));
    aTicketDueAt(desk, NOON);
    aTicketDueAt(aNewDesk(), NOON.minusMillis(1));
    add(aTicketIn(desk).build(), SlaClocks.NONE);
    change(aTicketDueAt(desk, MONDAY).resolve(Setups.RESOLVED, NOON));
    change(aTicketDueAt(desk, MONDAY).delete(NOON));

    assertEquals(1, marked(desk, NOON, 1));
    assertEquals(1, marked(desk, NOON, ALL));
    assertEquals(0, marked(desk, NOON, ALL));
    assertEquals(1, marked(desk, NOON.plusMillis(1), ALL));

    change(moved.askFor(Optional.of(NOON.minusMillis(3)), NOON));

    assertEquals(1, marked(desk, NOON, ALL));
  }

  @Test
  default void desksShouldBeAllOfThemRising() {
    DeskId one = aNewDesk();
    DeskId two = aNewDesk();

    List<DeskId> desks = ports().due().desks();

    assertTrue(desks.containsAll(List.of(one, two)), desks.toString());
    assertEquals(desks.stream().map(DeskId::value).sorted().map(DeskId::new).toList(), desks);
  }

  private Attachment aFile(DeskId desk, Optional<Entry> entry, Instant at) {
    UserId owner = aUserIn(desk).id();
    AttachmentId id = runFor(() -> ports().conversations().nextAttachmentIds(1)).get(0);
    Attachment any =
        Entries.picture(id, Entries.staffReply(new EntryId(1), new TicketId(1), owner));
    Attachment file =
        new Attachment(
            id,
            UUID.randomUUID(),
            entry.map(Entry::ticket),
            entry.map(Entry::id),
            any.name(),
            any.mediaType(),
            any.size(),
            any.digest(),
            Optional.of(owner),
            at);
    run(() -> ports().conversations().addAttachments(List.of(file)));
    return file;
  }

  @Test
  default void forgetWaitingFilesShouldTakeOldOnesThatNobodyTook() {
    DeskId desk = aNewDesk();
    Ticket ticket = open(aTicketIn(desk).build(), "It burns.");
    Entry opening = ports().conversations().openingOf(ticket.id());
    Attachment old = aFile(desk, Optional.empty(), NOON.minusMillis(1));
    Attachment young = aFile(desk, Optional.empty(), NOON);
    Attachment taken = aFile(desk, Optional.of(opening), MONDAY);

    run(() -> ports().due().forgetWaitingFiles(NOON));

    assertEquals(Optional.empty(), ports().conversations().findAttachment(desk, old.id()));
    assertEquals(Optional.of(young), ports().conversations().findAttachment(desk, young.id()));
    assertEquals(Optional.of(taken), ports().conversations().findAttachment(desk, taken.id()));
  }
}
