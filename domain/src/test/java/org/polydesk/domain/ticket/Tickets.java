package org.polydesk.domain.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.user.UserId;

/** Tickets for tests. */
final class Tickets {
  static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");
  static final UserId REQUESTER = new UserId(new UUID(1, 1));
  static final UserId TECHNICIAN = new UserId(new UUID(1, 2));

  private Tickets() {}

  static StatusRow row(StatusType type) {
    return new StatusRow(type.ordinal() + 1, type.name(), type, false);
  }

  /** Another row of the same type. */
  static StatusRow otherRow(StatusType type) {
    return new StatusRow(type.ordinal() + 11, "Other " + type.name(), type, false);
  }

  static Classification classification(Optional<Integer> priority, List<Integer> tags) {
    Optional<Integer> none = Optional.empty();
    return new Classification(
        TicketType.TICKET,
        Optional.of(1),
        Optional.of(1),
        none,
        none,
        none,
        none,
        none,
        priority,
        none,
        none,
        none,
        Optional.empty(),
        tags);
  }

  static Ticket open(StatusType type) {
    return Ticket.open(
        new TicketId(1),
        DeskId.DEFAULT,
        new TicketNumber(1),
        new Ticket.Opening(
            new UUID(2, 2),
            new Subject("Printer on fire"),
            TicketSource.MANUAL,
            new People(REQUESTER, Optional.of(TECHNICIAN), Optional.empty(), List.of()),
            classification(Optional.of(2), List.of()),
            row(type),
            Optional.empty(),
            DueDates.asked(Optional.empty()),
            Speaker.CLIENT),
        OPENED);
  }

  /** A ticket that came to a status of this type an hour after it was opened. */
  static Ticket in(StatusType type) {
    return type.isDone()
        ? open(StatusType.OPEN).moveTo(row(type), OPENED.plusSeconds(3600))
        : open(type);
  }
}
