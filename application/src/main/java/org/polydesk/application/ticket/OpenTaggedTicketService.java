package org.polydesk.application.ticket;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.desk.TagBook;
import org.polydesk.application.desk.TagBook.TagName;
import org.polydesk.application.field.in.FieldEdits;
import org.polydesk.application.identity.Caller;
import org.polydesk.application.identity.Right;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.application.ticket.in.Corrections;
import org.polydesk.application.ticket.in.OpenTaggedTicketUseCase;
import org.polydesk.application.ticket.in.OpenTicketCommand;
import org.polydesk.application.ticket.in.OpenTicketUseCase;
import org.polydesk.application.ticket.in.TicketRef;
import org.polydesk.application.ticket.in.UpdateTicketCommand;
import org.polydesk.application.ticket.out.TicketRepository;
import org.polydesk.domain.ticket.StatusType;
import org.polydesk.domain.ticket.Ticket;

/** Turns the texts of tags into tags and fills custom fields, in the transaction of the change. */
@Singleton
public final class OpenTaggedTicketService implements OpenTaggedTicketUseCase {
  private final OpenTicketUseCase openTicket;
  private final TicketRepository tickets;
  private final UpdateTicketService updateTicket;
  private final TicketFieldsService fields;
  private final TagBook tags;
  private final UnitOfWork unitOfWork;

  @Inject
  public OpenTaggedTicketService(
      OpenTicketUseCase openTicket,
      TicketRepository tickets,
      UpdateTicketService updateTicket,
      TicketFieldsService fields,
      TagBook tags,
      UnitOfWork unitOfWork) {
    this.openTicket = openTicket;
    this.updateTicket = updateTicket;
    this.tickets = tickets;
    this.fields = fields;
    this.tags = tags;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Ticket open(
      OpenTicketCommand command, List<String> texts, FieldEdits edits, Caller caller) {
    return unitOfWork.run(
        () -> {
          OpenTicketCommand tagged = texts.isEmpty() ? command : command.tagged(ids(texts, caller));
          Ticket ticket = openTicket.open(tagged, caller).ticket();
          fields.begin(ticket, edits, caller);
          return ticket;
        });
  }

  @Override
  public Ticket update(
      UpdateTicketCommand command,
      Optional<List<String>> texts,
      FieldEdits edits,
      Corrections corrections,
      Caller caller) {
    if (corrections.openedAt().isPresent() || corrections.closedAt().isPresent()) {
      caller.mustBeAbleTo(Right.UPDATE);
    }
    return unitOfWork.run(
        () ->
            updateTicket.update(
                texts.map(named -> command.tagged(ids(named, caller))).orElse(command),
                caller,
                turn -> {
                  fields.change(turn, edits);
                  correct(turn, corrections);
                }));
  }

  private static void correct(TicketTurn turn, Corrections corrections) {
    boolean closed = turn.status().type() == StatusType.CLOSED;
    if (turn.closes()) {
      Closings.tell(turn, Optional.empty());
    }
    turn.change(
        ticket ->
            ticket.correct(
                corrections.openedAt(), corrections.closedAt().filter(at -> closed), turn.now()));
    if (corrections.quiet() && turn.caller().may(Right.UPDATE)) {
      turn.hush();
    }
  }

  @Override
  public Ticket tag(TicketRef ticket, String tag, Caller caller) {
    return unitOfWork.run(
        () -> {
          Set<Integer> ids = new LinkedHashSet<>(presentTags(ticket, caller));
          ids.addAll(ids(List.of(tag), caller));
          UpdateTicketCommand command = UpdateTicketCommand.of(ticket).build();
          return updateTicket.update(command.tagged(List.copyOf(ids)), caller);
        });
  }

  /** Held until the unit of work ends; whether there is such a ticket is the update's to say. */
  private List<Integer> presentTags(TicketRef ticket, Caller caller) {
    return tickets
        .findForChange(caller.desk(), ticket.number())
        .map(stored -> stored.ticket().classification().tagIds())
        .orElse(List.of());
  }

  private List<Integer> ids(List<String> texts, Caller caller) {
    return tags.idsOf(
        caller.desk(), texts.stream().map(text -> new TagName(Optional.empty(), text)).toList());
  }
}
