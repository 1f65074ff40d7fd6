package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.outbox.out.Outbox;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.TicketFiles.Judged;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.OpenTicketUseCase;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketRepository.NewKeys;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.conversation.Entry;
import org.polydesk.domain.desk.Desk;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.error.Violations;
import org.polydesk.domain.sla.SlaClocks;
import org.polydesk.domain.sla.SlaPolicy;
import org.polydesk.domain.sla.SlaPolicyId;
import org.polydesk.domain.sla.SlaTerms;
import org.polydesk.domain.ticket.DueDates;
import org.polydesk.domain.ticket.People;
import org.polydesk.domain.ticket.Speaker;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.user.UserId;

/** Opens tickets. */
@Singleton
public final class OpenTicketService implements OpenTicketUseCase {
  private final TicketRepository tickets;
  private final VisibleTickets visible;
  private final Conversations conversations;
  private final TicketPeople people;
  private final AutoAssignment assignment;
  private final DeskSetups setups;
  private final TicketFiles files;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public OpenTicketService(
      TicketRepository tickets,
      VisibleTickets visible,
      Conversations conversations,
      TicketPeople people,
      AutoAssignment assignment,
      DeskSetups setups,
      TicketFiles files,
      AuditTrail audit,
      Outbox outbox,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.tickets = tickets;
    this.visible = visible;
    this.conversations = conversations;
    this.people = people;
    this.assignment = assignment;
    this.setups = setups;
    this.files = files;
    this.audit = audit;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public OpenedTicket open(OpenTicketCommand command, Caller caller) {
    boolean own =
        caller.may(Right.OPEN_OWN)
            && caller.is(command.requester())
            && command.technician().isEmpty();
    if (!own) {
      caller.mustBeAbleTo(Right.CREATE);
    }
    if (command.speaker().filter(user -> !caller.is(user)).isPresent()) {
      caller.mustBeAbleTo(Right.ACT_FOR_OTHERS);
    }
    return openUnasked(command, caller);
  }

  /** Opens a ticket for a caller whose right to do so has been looked at. */
  OpenedTicket openUnasked(OpenTicketCommand command, Caller caller) {
    return open(command, caller, false);
  }

  /** The same; it may have been wanted before now. */
  OpenedTicket openWanted(OpenTicketCommand command, Caller caller) {
    return open(command, caller, true);
  }

  private OpenedTicket open(OpenTicketCommand command, Caller caller, boolean anyDate) {
    DeskSetup setup = setups.existing(caller.desk());
    return unitOfWork.run(
        () ->
            command
                .guid()
                .flatMap(guid -> tickets.findByGuid(caller.desk(), guid))
                .map(existing -> replay(existing, command, caller))
                .orElseGet(() -> openNew(command, caller, setup, anyDate)));
  }

  /**
   * Gives a ticket back to those who see it, and to whoever opened it, for he tries again. A hidden
   * one is somebody else's, whoever is named: nobody learns who asks there.
   */
  private OpenedTicket replay(Ticket existing, OpenTicketCommand command, Caller caller) {
    if (!TicketPeople.mayActFor(command.requester(), caller)) {
      throw DeskException.invalid(Violation.unknown("requester"));
    }
    Entry opening = conversations.openingOf(existing.id());
    boolean shown =
        visible.sees(caller, existing) || opening.author().filter(caller::is).isPresent();
    boolean same =
        existing.people().requester().equals(command.requester())
            && !existing.lifecycle().isDeleted();
    if (!shown || !same) {
      throw DeskException.invalid(Violation.unknown("guid"));
    }
    return new OpenedTicket(existing, opening.body(), List.of(), true);
  }

  private OpenedTicket openNew(
      OpenTicketCommand command, Caller caller, DeskSetup setup, boolean anyDate) {
    Instant now = clock.instant();
    TicketPeople.Known known =
        people.named(
            caller, Stream.concat(Stream.of(command.requester()), command.technician().stream()));
    StatusRow status = check(command, known, setup, anyDate ? Instant.MIN : now);
    Judged judged = files.judge(command.files(), command.unfitFiles());

    Optional<SlaPolicyId> sla =
        setup
            .slas()
            .choose(
                command.slaId().map(SlaPolicyId::new),
                TicketTimes.traitsOf(command.classification()))
            .map(SlaPolicy::id);
    SlaTerms terms = setup.slas().termsOf(sla, command.classification().priorityId());
    SlaClocks clocks = SlaClocks.opened(terms, TicketTimes.conditionOf(status), now);

    NewKeys keys = tickets.nextKeys(caller.desk());
    Ticket ticket =
        Ticket.open(
            keys.id(),
            caller.desk(),
            keys.number(),
            new Ticket.Opening(
                command.guid().orElseGet(UUID::randomUUID),
                command.subject(),
                command.source(),
                new People(
                    command.requester(),
                    technician(command, setup.desk(), now),
                    command.groupId(),
                    command.cc()),
                command.classification(),
                status,
                sla.map(SlaPolicyId::value),
                TicketTimes.due(DueDates.asked(command.manualDueAt()), clocks, terms),
                opener(command, caller).filter(command.requester()::equals).isPresent()
                    ? Speaker.CLIENT
                    : Speaker.STAFF),
            now);
    Entry created =
        Entry.created(
            keys.createdEntry(),
            ticket.id(),
            opener(command, caller),
            command.requester(),
            command.description(),
            now);

    tickets.add(ticket, clocks);
    conversations.add(created);
    files.keep(judged.accepted(), ticket.id(), created.id(), opener(command, caller), now);
    files.link(command.links(), ticket.id(), created.id(), opener(command, caller), now);
    take(command, created, caller);
    List<AuditFact> facts = new ArrayList<>(history(ticket, judged, caller, now));
    if (isAutomatic(command, setup.desk())) {
      facts.add(new TicketHistory(ticket, caller, now).chosen());
    }
    if (known.isOutsideGroup(ticket.people())) {
      facts.add(new TicketHistory(ticket, caller, now).outsideGroup());
    }
    audit.append(caller.desk(), facts);
    if (!command.quiet()) {
      outbox.add(OpeningNotices.of(ticket, created, caller, setup.desk().settings(), now));
    }
    return new OpenedTicket(ticket, command.description(), judged.skipped(), false);
  }

  private static Optional<UserId> opener(OpenTicketCommand command, Caller caller) {
    return command.speaker().or(caller::userId);
  }

  private void take(OpenTicketCommand command, Entry created, Caller caller) {
    long wanted = command.waitingFiles().stream().distinct().count();
    if (wanted == 0) {
      return;
    }
    UserId owner = caller.userId().orElse(Sight.NOBODY);
    int taken = conversations.take(command.waitingFiles(), owner, created.ticket(), created.id());
    if (taken < wanted) {
      throw DeskException.notFound("file");
    }
  }

  private static boolean isAutomatic(OpenTicketCommand command, Desk desk) {
    return command.technician().isEmpty() && desk.settings().assignment().onCreate();
  }

  private Optional<UserId> technician(OpenTicketCommand command, Desk desk, Instant now) {
    return isAutomatic(command, desk)
        ? assignment.choose(
            desk.id(),
            command.groupId(),
            command.classification().siteId(),
            desk.settings().assignment().strategy(),
            now)
        : command.technician();
  }

  private static StatusRow check(
      OpenTicketCommand command, TicketPeople.Known known, DeskSetup setup, Instant earliest) {
    Violations found = new Violations();
    checkPeople(command, known, found);
    new TicketReferences(setup.catalogue(), known.caller(), found)
        .check(command.classification(), command.groupId(), command.named());
    Optional<StatusRow> status = setup.catalogue().status(command.statusId());
    found.addIf(status.isEmpty(), Violation.unknown("status"));
    found.addIf(
        status.filter(row -> row.type().isDone()).isPresent(),
        Violation.refused("status", "A new ticket cannot be resolved or closed."));
    found.addIf(
        command.manualDueAt().filter(due -> !due.isAfter(earliest)).isPresent(),
        Violation.refused("dueAt", "The due date must be after now."));
    found.addIf(
        command
            .slaId()
            .filter(id -> !setup.slas().policies().containsKey(new SlaPolicyId(id)))
            .isPresent(),
        Violation.unknown("slaId"));
    found.orThrow();
    return status.orElseThrow();
  }

  private static void checkPeople(
      OpenTicketCommand command, TicketPeople.Known known, Violations found) {
    known.checkAsking("requester", command.requester(), found);
    command.technician().ifPresent(id -> known.checkAssignable("technician", id, found));
  }

  private static List<AuditFact> history(Ticket ticket, Judged judged, Caller caller, Instant now) {
    TicketHistory history = new TicketHistory(ticket, caller, now);
    List<AuditFact> facts = new ArrayList<>();
    facts.add(history.created());
    judged.skipped().forEach(name -> facts.add(history.fileSkipped(name)));
    return facts;
  }
}
