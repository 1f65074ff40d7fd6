package org.polydesk.application.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polydesk.application.identity.Caller;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketChanges;
import org.polydesk.domain.ticket.TicketChanges.FieldChange;
import org.polydesk.domain.user.UserId;

/** Words what one caller does to one ticket at one instant, for the audit. */
final class TicketHistory {
  /** A ticket was given to somebody who does not belong to its group; that is allowed. */
  static final String OUTSIDE_GROUP = "assignedOutsideGroup";

  private final Ticket ticket;
  private final Caller caller;
  private final Instant at;
  private final Optional<UserId> whom;

  TicketHistory(Ticket ticket, Caller caller, Instant at) {
    this(ticket, caller, at, Optional.empty());
  }

  private TicketHistory(Ticket ticket, Caller caller, Instant at, Optional<UserId> whom) {
    this.ticket = ticket;
    this.caller = caller;
    this.at = at;
    this.whom = whom;
  }

  /** The same, done for somebody who does not call himself. */
  TicketHistory onBehalfOf(Optional<UserId> other) {
    return new TicketHistory(ticket, caller, at, other);
  }

  AuditFact created() {
    UserId requester = ticket.people().requester();
    return fact(
        "created",
        caller.is(requester) ? Optional.empty() : Optional.of(requester),
        new FieldChange("subject", Optional.empty(), Optional.of(ticket.subject().text())));
  }

  /** The desk chose the technician that the ticket has now, or found nobody. */
  AuditFact chosen() {
    Optional<String> technician = ticket.people().technician().map(UserId::toString);
    return note(
        technician.isPresent() ? "assigned" : "notAssigned",
        "technician",
        Optional.empty(),
        technician);
  }

  /** It was given to somebody who does not belong to its group. */
  AuditFact outsideGroup() {
    return note(
        OUTSIDE_GROUP,
        "technician",
        Optional.empty(),
        ticket.people().technician().map(UserId::toString));
  }

  AuditFact fileAdded(String name) {
    return note("fileAdded", "file", Optional.empty(), Optional.of(name));
  }

  /** Something that is no field of the ticket. */
  AuditFact note(String action, String field, Optional<String> was, Optional<String> is) {
    return fact(action, Optional.empty(), new FieldChange(field, was, is));
  }

  AuditFact fileSkipped(String sentName) {
    return fact(
        "fileSkipped",
        Optional.empty(),
        new FieldChange("file", Optional.empty(), Optional.of(shortened(sentName))));
  }

  /** One fact for every field in which the ticket differs from {@code before}. */
  List<AuditFact> changedFrom(Ticket before) {
    return TicketChanges.between(before, ticket).stream()
        .map(change -> fact("changed", Optional.empty(), change))
        .toList();
  }

  private AuditFact fact(String action, Optional<UserId> onBehalfOf, FieldChange change) {
    return new AuditFact(
        at,
        caller.userId(),
        onBehalfOf.or(() -> whom),
        caller.door(),
        "ticket",
        ticket.number().toString(),
        action,
        Optional.of(change.field()),
        change.oldValue(),
        change.newValue());
  }

  private static String shortened(String name) {
    return name.length() <= 255 ? name : name.substring(0, 255);
  }
}
