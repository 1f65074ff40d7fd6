package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.RelateTicketsUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.out.TicketRelations;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.application.ticket.out.TicketRepository.Stored;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.conversation.EntryKind;
import org.polydesk.domain.conversation.Side;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Violation;
import org.polydesk.domain.ticket.Ticket;
import org.polydesk.domain.ticket.TicketNumber;

/** Relates tickets. Two tickets are always locked in the order of their numbers. */
@Singleton
public final class RelateTicketsService implements RelateTicketsUseCase {
  /** How far up a chain of parents is looked for a circle. */
  private static final int DEEPEST = 1000;

  private final TicketTurns turns;
  private final TicketRelations relations;
  private final TicketRepository tickets;
  private final VisibleTickets visible;
  private final UnitOfWork unitOfWork;

  @Inject
  public RelateTicketsService(
      TicketTurns turns,
      TicketRelations relations,
      TicketRepository tickets,
      VisibleTickets visible,
      UnitOfWork unitOfWork) {
    this.turns = turns;
    this.relations = relations;
    this.tickets = tickets;
    this.visible = visible;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void merge(TicketNumber survivor, TicketNumber gone, Caller caller) {
    caller.mustBeAbleTo(Right.MERGE);
    onBoth(survivor, gone, caller, (kept, merged) -> merge(kept, merged));
  }

  private void merge(TicketTurn kept, TicketTurn merged) {
    Ticket gone = merged.ticket();
    relations.move(gone, kept.ticket());
    kept.say(
        draft ->
            draft
                .as(EntryKind.SYSTEM, Side.SYSTEM)
                .saying(
                    Optional.empty(),
                    Body.plain(
                        "Ticket #%s, \"%s\", was merged into this one."
                            .formatted(gone.number(), gone.subject().text()))));
    kept.remember("merged", "mergedFrom", Optional.empty(), Optional.of(gone.number().toString()));
    kept.change(
        ticket ->
            ticket.with(
                ticket
                    .handling()
                    .spent(ticket.handling().timeSpent().plus(gone.handling().timeSpent()))
                    .partOf(parentAfter(ticket, gone)),
                kept.now()));
    merged.clocks(clocks -> clocks.cancelled(merged.now()));
    merged.change(ticket -> ticket.mergeInto(kept.ticket().number(), merged.now()));
    merged.remember(
        "merged",
        "subject",
        Optional.of(gone.subject().text()),
        Optional.of(kept.ticket().number().toString()));
  }

  /** A survivor that was part of the other one takes its place. */
  private static Optional<TicketNumber> parentAfter(Ticket survivor, Ticket gone) {
    Optional<TicketNumber> parent = survivor.handling().parent();
    return parent.equals(Optional.of(gone.number()))
        ? gone.handling().parent().filter(above -> !above.equals(survivor.number()))
        : parent;
  }

  @Override
  public void link(TicketNumber one, TicketNumber other, Caller caller) {
    caller.mustBeAbleTo(Right.LINK);
    onBoth(
        one,
        other,
        caller,
        (first, second) -> {
          if (relations.link(caller.desk(), one, other)) {
            first.remember("linked", "link", Optional.empty(), Optional.of(other.toString()));
            second.remember("linked", "link", Optional.empty(), Optional.of(one.toString()));
          }
        });
  }

  @Override
  public void unlink(TicketNumber one, TicketNumber other, Caller caller) {
    caller.mustBeAbleTo(Right.LINK);
    onBoth(
        one,
        other,
        caller,
        (first, second) -> {
          if (relations.unlink(caller.desk(), one, other)) {
            first.remember("unlinked", "link", Optional.of(other.toString()), Optional.empty());
            second.remember("unlinked", "link", Optional.of(one.toString()), Optional.empty());
          }
        });
  }

  @Override
  public void makePart(TicketNumber parent, TicketNumber part, Caller caller) {
    caller.mustBeAbleTo(Right.LINK);
    onBoth(
        parent,
        part,
        caller,
        (whole, piece) -> {
          checkCircle(whole.ticket(), part, caller);
          if (!piece.ticket().handling().parent().equals(Optional.of(parent))) {
            piece.change(
                ticket -> ticket.with(ticket.handling().partOf(Optional.of(parent)), piece.now()));
          }
        });
  }

  private void checkCircle(Ticket parent, TicketNumber part, Caller caller) {
    Optional<TicketNumber> above = parent.handling().parent();
    for (int depth = 0; above.isPresent(); depth++) {
      if (above.get().equals(part) || depth > DEEPEST) {
        throw DeskException.invalid(
            Violation.refused("parent", "A ticket cannot be a part of itself."));
      }
      above =
          tickets
              .findByNumber(caller.desk(), above.get())
              .map(Stored::ticket)
              .flatMap(ticket -> ticket.handling().parent());
    }
  }

  @Override
  public void makeWhole(TicketNumber part, Caller caller) {
    caller.mustBeAbleTo(Right.LINK);
    turns.run(
        TicketRef.any(part),
        caller,
        turn -> {
          if (turn.ticket().handling().parent().isPresent()) {
            turn.change(
                ticket -> ticket.with(ticket.handling().partOf(Optional.empty()), turn.now()));
          }
          return null;
        });
  }

  @Override
  public List<TicketNumber> linked(TicketNumber ticket, Caller caller) {
    return unitOfWork.read(
        () -> {
          visible.existing(ticket, caller);
          return relations.linkedTo(caller.desk(), ticket, MOST_SHOWN);
        });
  }

  @Override
  public List<TicketNumber> parts(TicketNumber ticket, Caller caller) {
    return unitOfWork.read(
        () -> {
          visible.existing(ticket, caller);
          return relations.partsOf(caller.desk(), ticket, MOST_SHOWN);
        });
  }

  /** Changes two tickets in one transaction. */
  private void onBoth(
      TicketNumber one,
      TicketNumber other,
      Caller caller,
      BiConsumer<TicketTurn, TicketTurn> work) {
    if (one.equals(other)) {
      throw DeskException.invalid(
          Violation.refused("other", "A ticket has nothing to do with itself."));
    }
    boolean inOrder = one.value() < other.value();
    turns.run(
        TicketRef.any(inOrder ? one : other),
        caller,
        lower ->
            turns.run(
                TicketRef.any(inOrder ? other : one),
                caller,
                higher -> {
                  work.accept(inOrder ? lower : higher, inOrder ? higher : lower);
                  return null;
                }));
  }
}
