package org.polydesk.application.ticket.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.polydesk.application.fixture.TicketBuilder.MONDAY;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.polydesk.application.fixture.AtOnce;
import org.polydesk.application.fixture.AtOnce.Outcome;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.Versions;
import org.polydesk.application.ticket.out.TicketRepository.NewKeys;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;
import org.polydesk.domain.sla.ClockCondition;
import org.polydesk.domain.sla.ClockKind;
import org.polydesk.domain.sla.RetargetMode;
import org.polydesk.domain.sla.RunSegment;
import org.polydesk.domain.sla.SlaClock;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaRecord;
import org.polydesk.domain.sla.SlaTarget;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.Closure;
import org.polydesk.domain.ticket.ClosureCode;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;
import org.polydesk.domain.user.UserId;

/** What every store of tickets does. */
public interface TicketRepositoryContract extends TicketContract {
  UserId ANYBODY = new UserId(UUID.fromString("0b2b5c56-8d0e-4d0e-9d43-2f9f3f7a5a01"));

  private Optional<Stored> found(Ticket ticket) {
    return ports().tickets().findByNumber(ticket.desk(), ticket.number());
  }

  private static SlaTerms terms() {
    return Setups.anSlaCatalogue().termsOf(Optional.of(Setups.STANDARD), Optional.of(2));
  }

  private static SlaClocks clocks() {
    return SlaClocks.opened(terms(), ClockCondition.RUNS, MONDAY);
  }

  @Test
  default void findByNumberShouldGiveEverythingThatWasAdded() {
    DeskId desk = aNewDesk();
    Ticket ticket =
        aTicketFor(desk, ANYBODY)
            .assignedTo(new UserId(UUID.randomUUID()))
            .withEverything()
            .build();

    add(ticket, clocks());

    assertEquals(Optional.of(new Stored(ticket, clocks())), found(ticket));
  }

  @Test
  default void findByNumberShouldGiveTicketsWithoutAnything() {
    Ticket ticket = aTicketFor(aNewDesk(), ANYBODY).priority(null).build();

    add(ticket, SlaClocks.NONE);

    assertEquals(Optional.of(new Stored(ticket, SlaClocks.NONE)), found(ticket));
  }

  @Test
  default void findByNumberShouldBeEmptyInAnotherDesk() {
    Ticket ticket = add(aTicketFor(aNewDesk(), ANYBODY).build(), SlaClocks.NONE);

    assertEquals(Optional.empty(), ports().tickets().findByNumber(aNewDesk(), ticket.number()));
    assertEquals(
        Optional.empty(), ports().tickets().findByNumber(ticket.desk(), new TicketNumber(999)));
  }

  @Test
  default void findByGuidShouldGiveTheTicketOfTheDesk() {
    UUID guid = UUID.randomUUID();
    Ticket here = add(aTicketFor(aNewDesk(), ANYBODY).guid(guid).build(), SlaClocks.NONE);
    Ticket there = add(aTicketFor(aNewDesk(), ANYBODY).guid(guid).build(), SlaClocks.NONE);

    assertEquals(Optional.of(here), ports().tickets().findByGuid(here.desk(), guid));
    assertEquals(Optional.of(there), ports().tickets().findByGuid(there.desk(), guid));
    assertEquals(Optional.empty(), ports().tickets().findByGuid(here.desk(), UUID.randomUUID()));
  }

  @Test
  default void instantsShouldKeepTheirMillisecondsWhenClocksAreSetBack() {
    Instant second = Instant.parse("2026-10-25T01:30:00.999Z");
    Ticket ticket = aTicketFor(aNewDesk(), ANYBODY).openedAt(second).build();
    SlaClocks clocks = SlaClocks.opened(terms(), ClockCondition.RUNS, second);

    add(ticket, clocks);

    assertEquals(Optional.of(new Stored(ticket, clocks)), found(ticket));
  }

  @Test
  default void nextKeysShouldNumberTheTicketsOfADeskFromOne() {
    DeskId desk = aNewDesk();

    NewKeys first = runFor(() -> ports().tickets().nextKeys(desk));
    NewKeys second = runFor(() -> ports().tickets().nextKeys(desk));
    NewKeys elsewhere = runFor(() -> ports().tickets().nextKeys(aNewDesk()));

    assertEquals(new TicketNumber(1), first.number());
    assertEquals(new TicketNumber(2), second.number());
    assertEquals(new TicketNumber(1), elsewhere.number());
    assertTrue(first.createdEntry().value() < second.createdEntry().value());
    assertTrue(second.createdEntry().value() < elsewhere.createdEntry().value());
    assertEquals(3, Set.of(first.id(), second.id(), elsewhere.id()).size());
  }

  @Test
  default void nextKeysShouldGiveNobodyTheSame() throws InterruptedException {
    DeskId desk = aNewDesk();

    var outcomes =
        AtOnce.times(
            4,
            () -> {
              Set<Object> keys = new HashSet<>();
              for (int i = 0; i < 40; i++) {
                NewKeys next = runFor(() -> ports().tickets().nextKeys(desk));
                keys.addAll(List.of(next.id(), next.number(), next.createdEntry()));
              }
              return keys;
            });

    Set<Object> all = new HashSet<>();
    outcomes.forEach(outcome -> all.addAll(outcome.value()));
    assertEquals(4 * 40 * 3, all.size());
  }

  @Test
  default void addShouldRefuseATakenGuidAsStale() {
    DeskId desk = aNewDesk();
    UUID guid = UUID.randomUUID();
    add(aTicketFor(desk, ANYBODY).guid(guid).build(), SlaClocks.NONE);
    Ticket twin = aTicketFor(desk, ANYBODY).guid(guid).build();

    DeskException refusal = assertThrows(DeskException.class, () -> add(twin, SlaClocks.NONE));

    assertEquals(ErrorCode.STALE_VERSION, refusal.code());
  }

  @Test
  default void addShouldLetTwinsSeeEachOther() throws InterruptedException {
    DeskId desk = aNewDesk();
    UUID guid = UUID.randomUUID();

    var outcomes =
        AtOnce.times(
            4,
            () ->
                runFor(
                    () ->
                        ports()
                            .tickets()
                            .findByGuid(desk, guid)
                            .orElseGet(() -> addNew(desk, guid))));

    assertTrue(outcomes.stream().allMatch(Outcome::succeeded), outcomes::toString);
    assertEquals(1, outcomes.stream().map(Outcome::value).distinct().count());
  }

  private Ticket addNew(DeskId desk, UUID guid) {
    Ticket ticket = aTicketFor(desk, ANYBODY).guid(guid).build();
    ports().tickets().add(ticket, clocks());
    return ticket;
  }

  @Test
  default void saveShouldReplaceEverythingAndRaiseTheVersion() {
    Ticket before = add(aTicketFor(aNewDesk(), ANYBODY).build(), clocks());
    Closure closure =
        new Closure(Optional.of(ClosureCode.FAILED), Optional.of(new UserId(UUID.randomUUID())));
    Ticket changed =
        before
            .assign(Optional.of(new UserId(UUID.randomUUID())), MONDAY.plusSeconds(1))
            .askFor(Optional.of(MONDAY.plusSeconds(7200)), MONDAY.plusSeconds(2))
            .answered(MONDAY.plusSeconds(3))
            .escalate(2)
            .close(Setups.CLOSED, closure, MONDAY.plusSeconds(4), MONDAY.plusSeconds(5))
            .lock(MONDAY.plusSeconds(6))
            .delete(MONDAY.plusSeconds(7));
    SlaClocks stopped = clocks().staffReplied(MONDAY.plusSeconds(3));

    Ticket saved = runFor(() -> ports().tickets().save(changed, stopped));

    assertEquals(Versions.next(changed), saved);
    assertEquals(Optional.of(new Stored(saved, stopped)), found(before));
  }

  @Test
  default void saveShouldKeepAClosureOfWhichNobodyKnowsAnything() {
    Ticket before = add(aTicketFor(aNewDesk(), ANYBODY).build(), SlaClocks.NONE);
    Closure closure = new Closure(Optional.empty(), Optional.empty());
    Ticket closed = before.close(Setups.CLOSED, closure, MONDAY, MONDAY);

    Ticket saved = runFor(() -> ports().tickets().save(closed, SlaClocks.NONE));

    assertEquals(Optional.of(closure), saved.lifecycle().closure());
    assertEquals(Optional.of(new Stored(saved, SlaClocks.NONE)), found(before));
  }

  @Test
  default void saveShouldKeepClocksOfEveryShape() {
    Ticket ticket = add(aTicketFor(aNewDesk(), ANYBODY).sla(1).build(), clocks());
    SlaClock paused =
        new SlaClock(
            ClockKind.RESOLUTION,
            Optional.of(new SlaTarget(12_345)),
            List.of(
                RunSegment.between(MONDAY, MONDAY.plusMillis(1)),
                RunSegment.between(MONDAY.plusSeconds(5), MONDAY.plusSeconds(9))),
            Optional.of(MONDAY.plusSeconds(6)),
            3,
            Optional.empty(),
            false,
            new SlaRecord(Set.of(1, 12), Optional.of(MONDAY.plusSeconds(8))));
    SlaClock withdrawn =
        SlaClock.start(ClockKind.NEXT_RESPONSE, Optional.empty(), MONDAY)
            .cancel(MONDAY.plusSeconds(1));
    SlaClock answered =
        SlaClock.start(ClockKind.FIRST_RESPONSE, Optional.of(new SlaTarget(60)), MONDAY)
            .stop(MONDAY.plusSeconds(3))
            .retarget(Optional.empty(), RetargetMode.RETROACTIVE, MONDAY.plusSeconds(4));
    SlaClocks clocks =
        new SlaClocks(
            Map.of(
                ClockKind.RESOLUTION, paused,
                ClockKind.NEXT_RESPONSE, withdrawn,
                ClockKind.FIRST_RESPONSE, answered),
            12);

    Ticket saved = runFor(() -> ports().tickets().save(ticket, clocks));

    assertEquals(Optional.of(new Stored(saved, clocks)), found(ticket));
  }

  @Test
  default void saveShouldRefuseAnOldVersion() {
    Ticket ticket = add(aTicketFor(aNewDesk(), ANYBODY).build(), SlaClocks.NONE);
    Ticket saved = runFor(() -> ports().tickets().save(ticket, SlaClocks.NONE));

    DeskException refusal =
        assertThrows(
            DeskException.class, () -> run(() -> ports().tickets().save(ticket, clocks())));

    assertEquals(ErrorCode.STALE_VERSION, refusal.code());
    assertEquals(Optional.of(new Stored(saved, SlaClocks.NONE)), found(ticket));
  }
}
