package org.polydesk.domain.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.user.UserId;

/**
 * One request for help and what became of it. Immutable; every verb gives the ticket as it is
 * afterwards and touches {@link #updatedAt}, except those that say otherwise. Its conversation and
 * its SLA clocks are kept beside it; {@link #due} holds what the clocks say.
 *
 * @param guid the same ticket for programs; unique in its desk
 * @param slaId the SLA that was chosen for it; empty when none applies
 * @param firstResponseAt when the desk first answered
 * @param handling who spoke last, who works how long, whose part it is
 * @param version rises by one with every change
 */
public record Ticket(
    TicketId id,
    DeskId desk,
    TicketNumber number,
    UUID guid,
    Subject subject,
    TicketSource source,
    People people,
    Classification classification,
    Lifecycle lifecycle,
    Optional<Integer> slaId,
    DueDates due,
    Escalation escalation,
    Optional<Instant> firstResponseAt,
    Handling handling,
    Instant updatedAt,
    long version) {

  public Ticket {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(desk, "desk");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(guid, "guid");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(people, "people");
    Objects.requireNonNull(classification, "classification");
    Objects.requireNonNull(lifecycle, "lifecycle");
    Objects.requireNonNull(slaId, "slaId");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(escalation, "escalation");
    Objects.requireNonNull(firstResponseAt, "firstResponseAt");
    Objects.requireNonNull(handling, "handling");
    Objects.requireNonNull(updatedAt, "updatedAt");
  }

  /** What a new ticket is made of, beside its keys. */
  public record Opening(
      UUID guid,
      Subject subject,
      TicketSource source,
      People people,
      Classification classification,
      StatusRow status,
      Optional<Integer> slaId,
      DueDates due,
      Speaker openedBy) {}

  /**
   * Opens a ticket.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code status} when the first status is a done
   *     one
   */
  public static Ticket open(
      TicketId id, DeskId desk, TicketNumber number, Opening opening, Instant at) {
    return new Ticket(
        id,
        desk,
        number,
        opening.guid(),
        opening.subject(),
        opening.source(),
        opening.people(),
        opening.classification(),
        Lifecycle.opened(opening.status(), at),
        opening.slaId(),
        opening.due(),
        Escalation.NONE,
        Optional.empty(),
        Handling.openedBy(opening.openedBy()),
        at,
        1);
  }

  /**
   * Goes to another status, without a word about how.
   *
   * @throws DeskException {@code ILLEGAL_TRANSITION}
   */
  public Ticket moveTo(StatusRow next, Instant at) {
    return moved(next, Optional.empty(), at);
  }

  /**
   * Is resolved.
   *
   * @param resolved a status of type RESOLVED
   * @throws DeskException {@code ILLEGAL_TRANSITION} when it is closed
   */
  public Ticket resolve(StatusRow resolved, Instant at) {
    return resolve(resolved, Optional.empty(), at);
  }

  /**
   * Is resolved, with a word about how.
   *
   * @param how empty when nobody said
   * @throws DeskException {@code ILLEGAL_TRANSITION} when it is closed
   */
  public Ticket resolve(StatusRow resolved, Optional<Closure> how, Instant at) {
    require(resolved, StatusType.RESOLVED);
    return moved(resolved, how, at);
  }

  /**
   * Is closed.
   *
   * @param closed a status of type CLOSED
   * @param closure how
   * @param closedAt when it was closed, which may be before now
   */
  public Ticket close(StatusRow closed, Closure closure, Instant closedAt, Instant at) {
    require(closed, StatusType.CLOSED);
    return with(lifecycle.to(closed, Optional.of(closure), closedAt), at)
        .settledIfDone(closedAt, at);
  }

  /**
   * Was opened, or closed, at another instant than the desk took down; what is empty stays. Clocks
   * go on as they were.
   *
   * @throws DeskException {@code INVALID_FIELD} on {@code openedAt} or {@code closedAt} when it is
   *     after {@code at}, or when it would have been closed before it was opened
   */
  public Ticket correct(Optional<Instant> openedAt, Optional<Instant> closedAt, Instant at) {
    Lifecycle next = lifecycle.corrected(openedAt, closedAt);
    new Violations()
        .addIf(
            openedAt.filter(at::isBefore).isPresent(),
            Violation.refused("openedAt", "A ticket cannot be opened after now."))
        .addIf(
            closedAt.filter(at::isBefore).isPresent(),
            Violation.refused("closedAt", "A ticket cannot be closed after now."))
        .addIf(
            next.closedAt().filter(next.openedAt()::isAfter).isPresent(),
            Violation.refused("closedAt", "A ticket cannot be closed before it was opened."))
        .orThrow();
    return next.equals(lifecycle) ? this : with(next, at);
  }

  /**
   * Is taken up again.
   *
   * @param reopened a status that is not a done one
   * @throws DeskException {@code ILLEGAL_TRANSITION} when it is closed and locked
   */
  public Ticket reopen(StatusRow reopened, Instant at) {
    if (reopened.type().isDone()) {
      throw new IllegalArgumentException("reopening leads to a status that is not done");
    }
    return moved(reopened, Optional.empty(), at);
  }

  /** Is given to {@code technician}, or to nobody. */
  public Ticket assign(Optional<UserId> technician, Instant at) {
    return with(people.assignedTo(technician), at);
  }

  /** Is about other people. */
  public Ticket with(People next, Instant at) {
    return edited(
        at,
        draft -> {
          draft.people = next;
        });
  }

  /** Has another subject. */
  public Ticket call(Subject next, Instant at) {
    return edited(
        at,
        draft -> {
          draft.subject = next;
        });
  }

  /** Belongs elsewhere. */
  public Ticket classify(Classification next, Instant at) {
    boolean repriced = !next.priorityId().equals(classification.priorityId());
    return edited(
        at,
        draft -> {
          draft.classification = next;
          draft.due = repriced ? due.priorityChanged() : due;
        });
  }

  /** Is wanted by another instant, or by none in particular. */
  public Ticket askFor(Optional<Instant> manualDueAt, Instant at) {
    return edited(
        at,
        draft -> {
          draft.due = due.askedFor(manualDueAt);
        });
  }

  /** The SLA and what its clocks say changed; {@link #updatedAt} stays. */
  public Ticket timed(Optional<Integer> nextSlaId, DueDates nextDue) {
    return edited(
        updatedAt,
        draft -> {
          draft.slaId = nextSlaId;
          draft.due = nextDue;
        });
  }

  /** The desk answered; only the first time counts. */
  public Ticket answered(Instant at) {
    return answered(at, at);
  }

  private Ticket answered(Instant answeredAt, Instant at) {
    return edited(
        at,
        draft -> {
          draft.firstResponseAt = firstResponseAt.or(() -> Optional.of(answeredAt));
        });
  }

  /** Something was said or added that changes none of its fields. */
  public Ticket touched(Instant at) {
    return edited(at, draft -> {});
  }

  /** Is handled otherwise: somebody spoke, worked on it, or made it part of another. */
  public Ticket with(Handling next, Instant at) {
    return edited(
        at,
        draft -> {
          draft.handling = next;
        });
  }

  /** An escalation level was reached; {@link #updatedAt} stays. */
  public Ticket escalate(int level) {
    return with(escalation.raisedTo(level));
  }

  /** The same ticket under another version, which the store keeps. */
  public Ticket withVersion(long next) {
    return edited(
        updatedAt,
        draft -> {
          draft.version = next;
        });
  }

  /** Nothing may reopen it any more. */
  public Ticket lock(Instant at) {
    return with(lifecycle.lockedUp(), at);
  }

  /** Is missing from now on; its history stays. */
  public Ticket delete(Instant at) {
    return with(lifecycle.deleted(at), at);
  }

  /** Is gone into another ticket: missing from now on, and pointing to where it went. */
  public Ticket mergeInto(TicketNumber survivor, Instant at) {
    return delete(at).with(handling.mergedInto(survivor), at);
  }

  private Ticket moved(StatusRow next, Optional<Closure> closure, Instant at) {
    return with(lifecycle.to(next, closure, at), at).settledIfDone(at, at);
  }

  private Ticket with(Lifecycle next, Instant at) {
    return edited(
        at,
        draft -> {
          draft.lifecycle = next;
        });
  }

  private Ticket with(Escalation next) {
    return edited(
        updatedAt,
        draft -> {
          draft.escalation = next;
        });
  }

  /** A done ticket is not escalated any more; being done is an answer where none came before. */
  private Ticket settledIfDone(Instant doneAt, Instant at) {
    return lifecycle.status().type().isDone()
        ? with(escalation.cleared()).answered(doneAt, at)
        : this;
  }

  private static void require(StatusRow row, StatusType type) {
    if (row.type() != type) {
      throw new IllegalArgumentException("status %s is no %s".formatted(row.name(), type));
    }
  }

  private Ticket edited(Instant at, Consumer<Draft> edit) {
    Draft draft = new Draft(this);
    edit.accept(draft);
    return new Ticket(
        id,
        desk,
        number,
        guid,
        draft.subject,
        source,
        draft.people,
        draft.classification,
        draft.lifecycle,
        draft.slaId,
        draft.due,
        draft.escalation,
        draft.firstResponseAt,
        draft.handling,
        at,
        draft.version);
  }

  /** What a verb may change. */
  private static final class Draft {
    private Subject subject;
    private People people;
    private Classification classification;
    private Lifecycle lifecycle;
    private Optional<Integer> slaId;
    private DueDates due;
    private Escalation escalation;
    private Optional<Instant> firstResponseAt;
    private Handling handling;
    private long version;

    private Draft(Ticket ticket) {
      subject = ticket.subject;
      people = ticket.people;
      classification = ticket.classification;
      lifecycle = ticket.lifecycle;
      slaId = ticket.slaId;
      due = ticket.due;
      escalation = ticket.escalation;
      firstResponseAt = ticket.firstResponseAt;
      handling = ticket.handling;
      version = ticket.version;
    }
  }
}
