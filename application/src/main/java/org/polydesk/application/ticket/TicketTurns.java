package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.polydesk.application.audit.out.AuditTrail;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.outbox.out.Outbox;
import org.polydesk.application.outbox.out.Outbox.Message;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.Conversations;
import org.polydesk.application.ticket.out.Resolutions;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.application.ticket.out.TicketTies;
import org.polydesk.domain.audit.AuditFact;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketChanges;

/**
 * The way every change of a ticket goes: find it, see that the caller sees it and knows its
 * version, change it, and save what became different with its history and its messages.
 */
@Singleton
public final class TicketTurns {
  private final TicketRepository tickets;
  private final TicketTies ties;
  private final OpenTasks openTasks;
  private final Conversations conversations;
  private final Resolutions resolutions;
  private final TicketFiles files;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final DeskSetups setups;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Inject
  public TicketTurns(
      TicketRepository tickets,
      TicketTies ties,
      OpenTasks openTasks,
      Conversations conversations,
      Resolutions resolutions,
      TicketFiles files,
      AuditTrail audit,
      Outbox outbox,
      DeskSetups setups,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.tickets = tickets;
    this.ties = ties;
    this.openTasks = openTasks;
    this.conversations = conversations;
    this.resolutions = resolutions;
    this.files = files;
    this.audit = audit;
    this.outbox = outbox;
    this.setups = setups;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /**
   * Runs {@code work} on a ticket in one transaction and saves what it changed.
   *
   * @throws DeskException {@code NOT_FOUND} when there is no such ticket for the caller; {@code
   *     PRECONDITION_FAILED} when it is not of a version he accepts; what {@code work} throws
   */
  <T> T run(TicketRef ref, Caller caller, Function<TicketTurn, T> work) {
    DeskSetup setup = setups.existing(caller.desk());
    return unitOfWork.run(
        () -> {
          TicketTurn turn = turn(existing(ref, caller), setup, caller, clock.instant());
          T result = work.apply(turn);
          save(turn, caller);
          return result;
        });
  }

  /**
   * The same for the desk itself.
   *
   * @param when the instant as of which it acts on the ticket as it is found
   */
  <T> T runUnasked(
      TicketRef ref, Caller desk, Function<Ticket, Instant> when, Function<TicketTurn, T> work) {
    DeskSetup setup = setups.existing(desk.desk());
    return unitOfWork.run(
        () -> {
          Stored stored = existing(ref, desk);
          TicketTurn turn = turn(stored, setup, desk, when.apply(stored.ticket()));
          T result = work.apply(turn);
          save(turn, desk);
          return result;
        });
  }

  private TicketTurn turn(Stored stored, DeskSetup setup, Caller caller, Instant now) {
    return new TicketTurn(
        stored, setup, caller, now, conversations, resolutions, files, ties, openTasks);
  }

  private Stored existing(TicketRef ref, Caller caller) {
    Optional<Stored> found = tickets.findForChange(caller.desk(), ref.number());
    if (VisibleTickets.seen(found.map(Stored::ticket), caller, ties).isEmpty()) {
      throw DeskException.notFound("ticket");
    }
    Stored stored = found.orElseThrow();
    if (!ref.version().test(stored.ticket().version())) {
      throw DeskException.preconditionFailed("ticket");
    }
    return stored;
  }

  private void save(TicketTurn turn, Caller caller) {
    turn.settle();
    if (turn.isChanged()) {
      tickets.save(turn.ticket(), turn.clocks());
    }
    List<AuditFact> facts = turn.facts();
    if (!facts.isEmpty()) {
      audit.append(caller.desk(), lineFor(facts), facts);
    }
    List<Message> messages = turn.messages();
    if (!messages.isEmpty()) {
      outbox.add(messages);
    }
  }

  /** A change that people care about is a line of the conversation. */
  private OptionalLong lineFor(List<AuditFact> facts) {
    boolean news =
        facts.stream()
            .filter(fact -> fact.action().equals("changed"))
            .flatMap(fact -> fact.field().stream())
            .anyMatch(TicketChanges::isNews);
    return news ? OptionalLong.of(conversations.nextEntryId().value()) : OptionalLong.empty();
  }
}
