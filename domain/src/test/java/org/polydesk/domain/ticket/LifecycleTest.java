package org.polydesk.domain.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

/** What may follow what, and what it does to a ticket. */
final class LifecycleTest {
  private static final Instant ENTERED = Tickets.OPENED.plusSeconds(3600);
  private static final Instant NOW = Tickets.OPENED.plusSeconds(7200);

  /**
   * Every pair. {@code resolved} and {@code closed}: {@code now} for the instant of the move,
   * {@code then} for the instant at which the ticket had come to its first status, {@code -} for
   * none.
   */
  @ParameterizedTest
  @CsvSource({
    "OPEN,OPEN,-,-,0",
    "OPEN,PENDING,-,-,0",
    "OPEN,ON_HOLD,-,-,0",
    "OPEN,RESOLVED,now,-,0",
    "OPEN,CLOSED,-,now,0",
    "PENDING,OPEN,-,-,0",
    "PENDING,PENDING,-,-,0",
    "PENDING,ON_HOLD,-,-,0",
    "PENDING,RESOLVED,now,-,0",
    "PENDING,CLOSED,-,now,0",
    "ON_HOLD,OPEN,-,-,0",
    "ON_HOLD,PENDING,-,-,0",
    "ON_HOLD,ON_HOLD,-,-,0",
    "ON_HOLD,RESOLVED,now,-,0",
    "ON_HOLD,CLOSED,-,now,0",
    "RESOLVED,OPEN,-,-,1",
    "RESOLVED,PENDING,-,-,1",
    "RESOLVED,ON_HOLD,-,-,1",
    "RESOLVED,RESOLVED,then,-,0",
    "RESOLVED,CLOSED,then,now,0",
    "CLOSED,OPEN,-,-,1",
    "CLOSED,PENDING,-,-,1",
    "CLOSED,ON_HOLD,-,-,1",
    "CLOSED,CLOSED,-,then,0"
  })
  void moveToShouldFollowTheTable(
      StatusType from, StatusType to, String resolved, String closed, int reopened) {
    Lifecycle life = Tickets.in(from).moveTo(Tickets.row(to), NOW).lifecycle();

    assertEquals(to, life.status().type());
    assertEquals(instant(resolved), life.resolvedAt());
    assertEquals(instant(closed), life.closedAt());
    assertEquals(reopened, life.reopenCount());
    assertEquals(Tickets.OPENED, life.openedAt());
    assertEquals(
        from.isDone() ? Optional.of(ENTERED) : to.isDone() ? Optional.of(NOW) : Optional.empty(),
        life.firstResolvedAt());
  }

  private static Optional<Instant> instant(String word) {
    return switch (word) {
      case "now" -> Optional.of(NOW);
      case "then" -> Optional.of(ENTERED);
      default -> Optional.empty();
    };
  }

  @Test
  void aClosedTicketShouldNotBecomeResolved() {
    Ticket closed = Tickets.in(StatusType.CLOSED);

    var refusal =
        assertThrows(
            DeskException.class, () -> closed.moveTo(Tickets.row(StatusType.RESOLVED), NOW));

    assertEquals(ErrorCode.ILLEGAL_TRANSITION, refusal.code());
    assertFalse(StatusType.CLOSED.canBecome(StatusType.RESOLVED));
  }

  @ParameterizedTest
  @EnumSource(
      value = StatusType.class,
      names = {"OPEN", "PENDING", "ON_HOLD"})
  void aLockedTicketShouldStayClosed(StatusType to) {
    Ticket locked = Tickets.in(StatusType.CLOSED).lock(NOW);

    var refusal = assertThrows(DeskException.class, () -> locked.moveTo(Tickets.row(to), NOW));

    assertEquals(ErrorCode.ILLEGAL_TRANSITION, refusal.code());
    assertTrue(locked.lifecycle().locked());
  }

  @Test
  void aLockedTicketThatIsNotClosedMayGoOn() {
    Ticket locked = Tickets.in(StatusType.RESOLVED).lock(NOW);

    assertEquals(
        StatusType.OPEN,
        locked.moveTo(Tickets.row(StatusType.OPEN), NOW).lifecycle().status().type());
  }

  @ParameterizedTest
  @EnumSource(
      value = StatusType.class,
      names = {"RESOLVED", "CLOSED"})
  void openShouldRefuseADoneStatus(StatusType type) {
    var refusal =
        assertThrows(
            DeskException.class, () -> Lifecycle.opened(Tickets.row(type), Tickets.OPENED));

    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
    assertEquals("status", refusal.violations().get(0).field());
  }

  @Test
  void reopeningShouldKeepWhenItWasFirstAndLastResolved() {
    Ticket ticket =
        Tickets.in(StatusType.RESOLVED)
            .reopen(Tickets.row(StatusType.OPEN), NOW)
            .resolve(Tickets.row(StatusType.RESOLVED), NOW.plusSeconds(60))
            .reopen(Tickets.row(StatusType.OPEN), NOW.plusSeconds(120));

    Lifecycle life = ticket.lifecycle();
    assertEquals(Optional.of(ENTERED), life.firstResolvedAt());
    assertEquals(Optional.of(NOW.plusSeconds(60)), life.lastResolvedAt());
    assertEquals(Optional.empty(), life.resolvedAt());
    assertEquals(2, life.reopenCount());
  }

  @Test
  void closeShouldKeepHowAndForgetItWithReopening() {
    Closure how = new Closure(Optional.of(ClosureCode.DUPLICATE), Optional.of(Tickets.TECHNICIAN));
    Ticket closed =
        Tickets.open(StatusType.OPEN).close(Tickets.row(StatusType.CLOSED), how, ENTERED, NOW);

    Ticket reopened = closed.reopen(Tickets.row(StatusType.OPEN), NOW);

    assertEquals(Optional.of(how), closed.lifecycle().closure());
    assertEquals(Optional.of(ENTERED), closed.lifecycle().closedAt());
    assertEquals(NOW, closed.updatedAt());
    assertEquals(Optional.empty(), reopened.lifecycle().closure());
    assertEquals(Optional.empty(), reopened.lifecycle().closedAt());
  }

  @ParameterizedTest
  @EnumSource(
      value = StatusType.class,
      names = {"RESOLVED", "CLOSED"})
  void doneShouldClearTheEscalation(StatusType done) {
    Ticket escalated = Tickets.open(StatusType.OPEN).escalate(2);

    Ticket ticket = escalated.moveTo(Tickets.row(done), NOW);

    assertTrue(escalated.escalation().active());
    assertEquals(new Escalation(false, 2), ticket.escalation());
    assertEquals(new Escalation(true, 2), ticket.escalate(1).escalation());
  }

  @Test
  void verbsShouldRefuseRowsOfAnotherType() {
    Ticket ticket = Tickets.open(StatusType.OPEN);
    StatusRow open = Tickets.row(StatusType.OPEN);
    Closure how = new Closure(Optional.empty(), Optional.empty());

    assertThrows(IllegalArgumentException.class, () -> ticket.resolve(open, NOW));
    assertThrows(IllegalArgumentException.class, () -> ticket.close(open, how, NOW, NOW));
    assertThrows(
        IllegalArgumentException.class, () -> ticket.reopen(Tickets.row(StatusType.CLOSED), NOW));
  }

  @Test
  void onlyTheFirstAnswerShouldCount() {
    Ticket ticket = Tickets.open(StatusType.OPEN).answered(ENTERED).answered(NOW);

    assertEquals(Optional.of(ENTERED), ticket.firstResponseAt());
  }

  @Test
  void anotherRowOfTheSameTypeShouldBeAnotherStatus() {
    Ticket ticket = Tickets.open(StatusType.OPEN).moveTo(Tickets.otherRow(StatusType.OPEN), NOW);

    assertEquals(Tickets.otherRow(StatusType.OPEN), ticket.lifecycle().status());
    assertEquals(0, ticket.lifecycle().reopenCount());
  }
}
