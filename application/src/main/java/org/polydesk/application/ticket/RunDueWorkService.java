package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Scope;
import org.polydesk.application.outbox.out.Outbox;
import org.polydesk.application.outbox.out.Outbox.Channel;
import org.polydesk.application.outbox.out.Outbox.Event;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.RunDueWorkUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.DueTickets;
import org.polydesk.application.ticket.out.DueTickets.DueTicket;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.desk.DeskSettings;
import org.polydesk.domain.sla.Breach;
import org.polydesk.domain.sla.DueEscalation;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaEvents;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.Closure;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;

/** Sweeps tickets by the instants at which something becomes due. */
@Singleton
public final class RunDueWorkService implements RunDueWorkUseCase {
  private static final int BATCH = 200;

  /** How long a file waits for an entry. */
  private static final Duration FILES_WAIT = Duration.ofHours(24);

  private static final String DOOR = "desk";

  private final DueTickets due;
  private final TicketRepository tickets;
  private final TicketTurns turns;
  private final OpenTasks openTasks;
  private final DeskSetups setups;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final ClockRecalculation recalculation;
  private final UnitOfWork unitOfWork;

  @Inject
  public RunDueWorkService(
      DueTickets due,
      TicketRepository tickets,
      TicketTurns turns,
      OpenTasks openTasks,
      DeskSetups setups,
      AuditTrail audit,
      Outbox outbox,
      ClockRecalculation recalculation,
      UnitOfWork unitOfWork) {
    this.due = due;
    this.tickets = tickets;
    this.turns = turns;
    this.openTasks = openTasks;
    this.setups = setups;
    this.audit = audit;
    this.outbox = outbox;
    this.recalculation = recalculation;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public int runDueWork(Instant now) {
    List<DeskId> desks = unitOfWork.read(due::desks);
    desks.forEach(desk -> markPastDue(desk, now));
    Sweep sweep = new Sweep(unitOfWork);
    int changed = recalculation.run(sweep) + sweepClocks(sweep, now);
    for (DeskId desk : desks) {
      DeskSettings settings = setups.existing(desk).desk().settings();
      if (settings.closeAfter().isPresent()) {
        changed +=
            close(sweep, desk, settings.closeAfter().get(), settings.closingNeedsTasksDone(), now);
      }
      if (settings.lockAfter().isPresent()) {
        changed += lock(sweep, desk, settings.lockAfter().get(), now);
      }
    }
    unitOfWork.run(
        () -> {
          due.forgetWaitingFiles(now.minus(FILES_WAIT));
          return null;
        });
    sweep.orThrow();
    return changed;
  }

  private void markPastDue(DeskId desk, Instant now) {
    int marked;
    do {
      marked = unitOfWork.run(() -> due.markPastDue(desk, now, BATCH));
    } while (marked == BATCH);
  }

  private int sweepClocks(Sweep sweep, Instant now) {
    return sweep.<DueTicket>each(
        after -> due.byClock(now, after, BATCH), ticket -> sweep(ticket, now));
  }

  private void sweep(DueTicket which, Instant now) {
    unitOfWork.run(
        () -> {
          tickets
              .findForChange(which.desk(), which.number())
              .ifPresent(stored -> sweep(stored, now));
          return null;
        });
  }

  /**
   * Saves also when nothing is found because the terms changed: the next instant is worked out anew
   * with it. At the very instant of a due date nothing is broken yet, so that is left alone.
   */
  private void sweep(Stored stored, Instant now) {
    Ticket ticket = stored.ticket();
    SlaTerms terms = TicketTimes.terms(setups.existing(ticket.desk()), ticket);
    SlaEvents events = stored.clocks().eventsBy(terms, now);
    boolean lies = stored.clocks().nextEventAt(terms).filter(next -> !next.isAfter(now)).isEmpty();
    if (events.isEmpty() && !lies) {
      return;
    }
    SlaClocks recorded = stored.clocks().recorded(events);
    boolean raised = recorded.escalationLevel() > stored.clocks().escalationLevel();
    Ticket next = raised ? ticket.escalate(recorded.escalationLevel()) : ticket;
    tickets.save(next.timed(next.slaId(), TicketTimes.due(next.due(), recorded, terms)), recorded);
    if (!events.isEmpty()) {
      audit.append(ticket.desk(), facts(ticket, events));
      outbox.add(messages(ticket, events));
    }
  }

  private static List<AuditFact> facts(Ticket ticket, SlaEvents events) {
    List<AuditFact> facts = new ArrayList<>();
    for (Breach breach : events.breaches()) {
      facts.add(
          fact(
              ticket, breach.dueAt(), "breached", breach.kind().name(), breach.dueAt().toString()));
    }
    for (DueEscalation fired : events.escalations()) {
      facts.add(
          fact(
              ticket,
              fired.firedAt(),
              "escalated",
              fired.level().kind().name(),
              Integer.toString(fired.level().number())));
    }
    return facts;
  }

  private static AuditFact fact(
      Ticket ticket, Instant at, String action, String field, String value) {
    return new AuditFact(
        at,
        Optional.empty(),
        Optional.empty(),
        DOOR,
        "ticket",
        ticket.number().toString(),
        action,
        Optional.of(field),
        Optional.empty(),
        Optional.of(value));
  }

  /** The technician is told of the highest level. */
  private static List<Message> messages(Ticket ticket, SlaEvents events) {
    return events.escalations().stream()
        .filter(DueEscalation::notifies)
        .flatMap(
            fired ->
                ticket.people().technician().stream()
                    .map(
                        technician ->
                            new Message(
                                UUID.randomUUID(),
                                ticket.desk(),
                                Channel.MAIL,
                                Event.ESCALATED,
                                ticket.id(),
                                Optional.empty(),
                                Optional.of(technician),
                                List.of(),
                                fired.firedAt(),
                                Optional.empty())))
        .toList();
  }

  private int close(Sweep sweep, DeskId desk, Duration after, boolean tasksDone, Instant now) {
    return sweep.<DueTicket>each(
        last -> due.resolvedUntil(desk, now.minus(after), tasksDone, last, BATCH),
        which ->
            turns.runUnasked(
                TicketRef.any(which.number()),
                theDesk(desk),
                ticket -> closedAt(ticket, after, now),
                turn -> {
                  if (isToBeClosed(turn.ticket())) {
                    close(turn);
                  }
                  return null;
                }));
  }

  private static boolean isToBeClosed(Ticket ticket) {
    return ticket.lifecycle().status().type() == StatusType.RESOLVED
        && ticket.lifecycle().resolvedAt().isPresent();
  }

  /** When it was due, however late that is found. */
  private Instant closedAt(Ticket ticket, Duration after, Instant now) {
    DeskSettings settings = setups.existing(ticket.desk()).desk().settings();
    return isToBeClosed(ticket) && !openTasks.mayHaveDelayedClosing(ticket.id(), settings)
        ? ticket.lifecycle().resolvedAt().orElseThrow().plus(after)
        : now;
  }

  private static void close(TicketTurn turn) {
    turn.say(draft -> draft.as(EntryKind.CLOSURE, Side.SYSTEM));
    turn.move(
        ticket ->
            ticket.close(
                turn.row(turn.settings().statuses().closedId()),
                new Closure(Optional.empty(), Optional.empty()),
                turn.now(),
                turn.now()),
        false,
        turn.now());
  }

  private int lock(Sweep sweep, DeskId desk, Duration after, Instant now) {
    return sweep.<DueTicket>each(
        last -> due.closedUntil(desk, now.minus(after), last, BATCH),
        which ->
            turns.runUnasked(
                TicketRef.any(which.number()),
                theDesk(desk),
                ticket -> now,
                turn -> {
                  Optional<Instant> closedAt = turn.ticket().lifecycle().closedAt();
                  boolean still =
                      turn.status().type() == StatusType.CLOSED
                          && !turn.ticket().lifecycle().locked();
                  if (still && closedAt.isPresent()) {
                    turn.change(ticket -> ticket.lock(closedAt.get().plus(after)));
                  }
                  return null;
                }));
  }

  private static Caller theDesk(DeskId desk) {
    return new Caller(
        desk, Optional.empty(), "the desk", Set.of(), Scope.DESK, ZoneOffset.UTC, DOOR);
  }
}
