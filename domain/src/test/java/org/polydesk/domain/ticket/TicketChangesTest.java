package org.polydesk.domain.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polydesk.domain.ticket.TicketChanges.FieldChange;
import org.polydesk.domain.user.EmailAddress;

final class TicketChangesTest {
  private static final Instant NOW = Tickets.OPENED.plusSeconds(60);
  private static final Ticket BEFORE = Tickets.open(StatusType.OPEN);

  private static FieldChange change(String field, String was, String is) {
    return new FieldChange(field, Optional.ofNullable(was), Optional.ofNullable(is));
  }

  private static void assertChanges(Ticket after, FieldChange... expected) {
    assertEquals(List.of(expected), TicketChanges.between(BEFORE, after));
  }

  @Test
  void betweenShouldBeEmptyWhenNothingButTheTimeIsDifferent() {
    assertChanges(BEFORE);
    assertChanges(BEFORE.assign(Optional.of(Tickets.TECHNICIAN), NOW));
    assertChanges(
        BEFORE.answered(NOW).escalate(0), change("firstResponseAt", null, NOW.toString()));
  }

  @Test
  void betweenShouldTellOldAndNewOfEachField() {
    assertChanges(
        BEFORE.assign(Optional.empty(), NOW),
        change("technician", Tickets.TECHNICIAN.toString(), null));
    assertChanges(
        BEFORE.classify(Tickets.classification(Optional.of(3), List.of(1, 2)), NOW),
        change("priority", "2", "3"),
        change("tags", "", "1,2"));
    assertChanges(
        BEFORE.moveTo(Tickets.row(StatusType.RESOLVED), NOW),
        change("status", "1", "3"),
        change("resolvedAt", null, NOW.toString()),
        change("firstResponseAt", null, NOW.toString()));
    assertChanges(
        BEFORE.askFor(Optional.of(NOW), NOW),
        change("manualDueAt", null, NOW.toString()),
        change("dueAt", null, NOW.toString()));
    assertChanges(BEFORE.escalate(2), change("escalationLevel", "0", "2"));
    assertChanges(BEFORE.delete(NOW), change("deletedAt", null, NOW.toString()));
    assertChanges(BEFORE.lock(NOW), change("locked", "false", "true"));
  }

  @Test
  void betweenShouldWriteListsAndCodesPlainly() {
    People people =
        new People(
            Tickets.REQUESTER,
            Optional.of(Tickets.TECHNICIAN),
            Optional.of(4),
            List.of(new EmailAddress("a@x.test"), new EmailAddress("b@x.test")));
    Closure how = new Closure(Optional.of(ClosureCode.CANCELLED), Optional.empty());

    assertChanges(
        BEFORE.with(people, NOW),
        change("group", null, "4"),
        change("cc", "", "a@x.test,b@x.test"));
    assertChanges(
        BEFORE.close(Tickets.row(StatusType.CLOSED), how, NOW, NOW),
        change("status", "1", "4"),
        change("closedAt", null, NOW.toString()),
        change("firstResponseAt", null, NOW.toString()),
        change("closureCode", null, "cancelled"));
  }
}
